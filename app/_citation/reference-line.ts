import { formatAuthors } from "@/lib/citation/authors";
import { yearOf } from "@/lib/citation/partial-date";
import { persistentAddress } from "@/lib/citation/persistent-address";
import type { ExportedWork } from "@/lib/export/exported-work";
import { plainTitle } from "./title-text";

type CitedWork = Pick<
  ExportedWork,
  "title" | "authors" | "authorsComplete" | "published" | "venue" | "identifiers"
>;

const MOST_AUTHORS_NAMED = 20;

/** A line for a reference list: authors (year). Title. Venue. Address. */
export function referenceLine(work: CitedWork): string {
  const authors = formatAuthors(work.authors, work.authorsComplete, MOST_AUTHORS_NAMED);
  const address = persistentAddress(work.identifiers);
  const year = work.published === null ? "n.d." : yearOf(work.published);
  const by = authors === "" ? `(${year})` : `${authors} (${year})`;
  const parts = [by, plainTitle(work.title), ...(work.venue === null ? [] : [work.venue])].map(withStop);
  return [...parts, ...(address === null ? [] : [address])].join(" ");
}

const withStop = (text: string) => (/[.?!]$/u.test(text) ? text : `${text}.`);
