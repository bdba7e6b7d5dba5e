type Present<Values> = { [Key in keyof Values]?: Exclude<Values[Key], null | undefined> };

/** The fields that say something: null, undefined, empty text and empty lists are left out. */
export function present<Values extends Record<string, unknown>>(values: Values): Present<Values> {
  const said: Present<Values> = {};
  for (const key in values) {
    const value = values[key];
    if (value === undefined || value === null || value === "") continue;
    if (Array.isArray(value) && value.length === 0) continue;
    said[key] = value as Exclude<Values[typeof key], null | undefined>;
  }
  return said;
}
