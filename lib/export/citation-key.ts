import { familyKey } from "@/lib/citation/authors";
import { plainText } from "@/lib/citation/inline-markup";
import { yearOf } from "@/lib/citation/partial-date";
import { normaliseTitle } from "@/lib/citation/title";
import type { ExportedWork } from "./exported-work";

/** "foolscap2018pencil"; letters and digits of ASCII, because not every program takes others in a key. */
export function citationKey({
  authors,
  published,
  title,
}: Pick<ExportedWork, "authors" | "published" | "title">): string {
  const [first] = authors;
  const family = first === undefined ? "anonymous" : familyKey(first);
  const words = normaliseTitle(plainText(title ?? "Title not known")).split(" ");
  const word = words.find((one) => /^[a-z]{4,}/u.test(one)) ?? "";
  const year = published === null ? "" : yearOf(published);
  return `${family}${year}${word}`.replace(/[^a-z0-9]/gu, "") || "work";
}

/** The same, unique and lasting on a site: with the number of the work's page. */
export function keyWithNumber(work: Parameters<typeof citationKey>[0] & { id: number }): string {
  return `${citationKey(work)}-${work.id}`;
}
