import { identifierUrl, normaliseIdentifier } from "@/lib/citation/identifiers";
import { parsePartialDate } from "@/lib/citation/partial-date";
import { sourceLine } from "./list-entry";
import { present } from "./present";
import type { Notice } from "./record";

/**
 * A date as PubMed prints it: `1993 Oct 8`, `1998 Dec-1999 Jan`, `2020 Winter`. The first day or month of a span
 * counts. `electronic` is taken instead when it says the same more precisely.
 */
export function pubmedDate(printed: string, electronic?: string): string | undefined {
  const date = readPrinted(printed);
  const [, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})$/u.exec(electronic?.trim() ?? "") ?? [];
  const other = year === undefined ? null : parsePartialDate(`${year}-${month}-${day}`);
  if (!date) return other ?? undefined;
  return other?.startsWith(date) ? other : date;
}

function readPrinted(printed: string): string | null {
  const whole = parsePartialDate(printed);
  if (whole) return whole;
  const [, year, month, day] =
    /([12]\d{3})(?:\s+([a-z]{3,9}|\d{1,2})\b)?(?:\s+(\d{1,2})\b)?/iu.exec(printed) ?? [];
  if (year === undefined) return null;
  const readMonth =
    month === undefined
      ? null
      : parsePartialDate(/^\d/u.test(month) ? `${year}-${month}` : `${month} ${year}`);
  const readDay = readMonth && day !== undefined ? parsePartialDate(`${readMonth}-${day}`) : null;
  return readDay ?? readMonth ?? year;
}

/** A title without the full stop that PubMed sets behind it, and without the brackets of a translated one. */
export function withoutFullStop(title: string | undefined): string | undefined {
  const bare = title?.trim().replace(/(?<!\.)\.$/u, "");
  const [, translated] = /^\[([^[\]]+)\]$/u.exec(bare ?? "") ?? [];
  return translated?.replace(/\.$/u, "") ?? bare;
}

const KINDS: ReadonlyMap<string, Notice["kind"]> = new Map([
  ["RetractionIn", "retracted"],
  ["ErratumIn", "corrected"],
  ["CorrectedandRepublishedIn", "corrected"],
  ["ExpressionOfConcernIn", "expression_of_concern"],
]);

/** What PubMed says became of a paper: by the types of the publication, and by notices about it with their place. */
export function noticesOfPubmed(
  types: readonly string[],
  told: readonly { kind: string; source: string; pmid?: string | undefined }[],
): Notice[] {
  const notices = told.flatMap(({ kind: called, source, pmid }) => {
    const kind = KINDS.get(called);
    const identifier = normaliseIdentifier("pmid", pmid ?? /\bPMID: (\d+)/u.exec(source)?.[1] ?? "");
    const note = sourceLine(source).slice(0, 2000);
    return kind ? [{ kind, ...present({ note, url: identifier && identifierUrl(identifier) }) }] : [];
  });
  const isRetracted = types.some((type) => /^retracted publication$/iu.test(type));
  if (isRetracted && !notices.some(({ kind }) => kind === "retracted")) notices.push({ kind: "retracted" });
  return notices;
}
