import { z } from "zod";
import { parsePartialDate } from "@/lib/citation/partial-date";

const part = z.union([z.string(), z.number()]).nullable();

/** A date of CSL-JSON and Crossref: in parts, or as text. */
export const DateParts = z.object({
  "date-parts": z.array(z.array(part)).nullish(),
  raw: z.string().nullish(),
  literal: z.string().nullish(),
});

/** The first day, month or year of a date; null when it says none, as `[[null]]` does. */
export function readDateParts(date: z.infer<typeof DateParts> | null | undefined): string | null {
  const parts = (date?.["date-parts"]?.[0] ?? []).slice(0, 3);
  const known = parts.slice(
    0,
    parts.findIndex((part) => !part) === -1 ? 3 : parts.findIndex((part) => !part),
  );
  if (known.length === 0) return parsePartialDate(date?.raw ?? "") ?? parsePartialDate(date?.literal ?? "");
  // A month or a day that cannot be is left out, the year remains.
  for (let length = known.length; length > 0; length--) {
    const read = parsePartialDate(known.slice(0, length).join("-"));
    if (read !== null) return read;
  }
  return null;
}
