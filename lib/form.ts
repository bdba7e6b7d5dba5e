import { z } from "zod";

/** What a form is told after it was sent. */
export interface FormState {
  /** What went wrong, for the person to mend. */
  error: string | null;
  /** What is wrong with single fields. */
  fields: Readonly<Record<string, string>>;
  /** What was typed, to be kept; never a password. */
  values: Readonly<Record<string, readonly string[]>>;
  /** What was done, when it went well and the page stays. */
  done: string | null;
  /** The form was not taken in for a reason that is not the person's: it stays as it is, passwords too. */
  untaken: boolean;
}

export const FRESH: FormState = { error: null, fields: {}, values: {}, done: null, untaken: false };

const LOOK_AT_FIELDS = "Please look at the fields that are marked.";
const SECRET = /password|token|secret/i;

/** A form as an object: a field that the shape holds as an array gets all its values, every other one exactly one. */
export function readForm<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, form: FormData): unknown {
  // Pairs, because a field may be named like a part of every object.
  const read = new Map<string, unknown>();
  for (const name of new Set(form.keys())) {
    // Next's own fields of a form that is sent without script.
    if (name.startsWith("$ACTION")) continue;
    const values = form.getAll(name);
    read.set(name, isArray(schema.shape[name]) || values.length > 1 ? values : values[0]);
  }
  for (const [name, type] of Object.entries(schema.shape))
    if (isArray(type) && !read.has(name)) read.set(name, []);
  return Object.fromEntries(read);
}

/** Complaints about fields with a character that no database keeps: NUL, which no keyboard types. */
export function unkeepable(form: FormData): Pick<FormState, "error" | "fields"> | null {
  const found = [...form].filter(([, value]) => typeof value === "string" && value.includes("\0"));
  if (found.length === 0) return null;
  const complaint = "This holds a character that cannot be kept. Please type it anew.";
  return { error: LOOK_AT_FIELDS, fields: Object.fromEntries(found.map(([name]) => [name, complaint])) };
}

function isArray(type: unknown): boolean {
  return type instanceof z.ZodArray;
}

/** What was typed, as far as it may be sent back. */
export function typedValues(form: FormData): FormState["values"] {
  const typed = new Map<string, string[]>();
  for (const [name, value] of form.entries())
    if (
      typeof value === "string" &&
      !SECRET.test(name) &&
      !name.startsWith("$ACTION") &&
      name !== "__proto__"
    )
      typed.set(name, [...(typed.get(name) ?? []), value]);
  return Object.fromEntries(typed);
}

/** The first complaint of each field, and of the form as a whole. */
export function formErrors(error: z.ZodError): Pick<FormState, "error" | "fields"> {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) if (path.length > 0) fields[String(path[0])] ??= message;
  const whole = error.issues.find(({ path }) => path.length === 0);
  return { error: whole?.message ?? LOOK_AT_FIELDS, fields };
}
