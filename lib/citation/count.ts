/**
 * A count with its noun: "1 citer", "36 citers", "1,204 citers". `n` is a whole number; the plural is the
 * singular with an s unless given.
 */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${withThousands(n)} ${n === 1 ? singular : plural}`;
}

/** A share that never hides its numbers: "3 of 36". */
export function share(k: number, n: number): string {
  return `${withThousands(k)} of ${withThousands(n)}`;
}

/** Grouped by commas, as the English of the pages has it; without Intl, so that no machine's locale shows. */
export function withThousands(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
