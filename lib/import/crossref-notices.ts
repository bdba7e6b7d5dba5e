import { z } from "zod";
import { identifierUrl, normaliseIdentifier } from "@/lib/citation/identifiers";
import { DateParts, readDateParts } from "./date-parts";
import { sourceLine } from "./list-entry";
import type { Identifier, NOTICE_KINDS, Notice } from "./record";

const text = z.string().nullish();

/** An update of a work: in `updated-by` the notice, in `update-to` the work that this one gives notice of. */
export const Update = z.object({ DOI: text, type: text, label: text, updated: DateParts.nullish() });
export type Update = z.infer<typeof Update>;

/** What Crossref and Crossmark call updates; a new version or edition is no notice. */
const KINDS: ReadonlyMap<string, (typeof NOTICE_KINDS)[number]> = new Map([
  ["retraction", "retracted"],
  ["withdrawal", "withdrawn"],
  ["removal", "withdrawn"],
  ["expression_of_concern", "expression_of_concern"],
  ["correction", "corrected"],
  ["corrigendum", "corrected"],
  ["erratum", "corrected"],
  ["addendum", "corrected"],
  ["clarification", "corrected"],
  ["partial_retraction", "corrected"],
]);

/** The notice that an update is, with the address of its text; null when it is none. `notice` is the DOI of that text. */
export function noticeOf(update: Update, notice: Identifier | null): Notice | null {
  const kind = KINDS.get(
    (update.type ?? "")
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/gu, "_"),
  );
  if (kind === undefined) return null;
  const words = [sourceLine(update.label ?? update.type ?? ""), readDateParts(update.updated)];
  const note = words.filter(Boolean).join(", ").slice(0, 2000);
  return { kind, ...(note && { note }), ...(notice && { url: identifierUrl(notice) }) };
}

/** The work that an update names. */
export const updateDoi = ({ DOI }: Update) => (DOI ? normaliseIdentifier("doi", DOI) : null);
