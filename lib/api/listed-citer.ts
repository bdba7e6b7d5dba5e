import { z } from "zod";
import type { CiterRow } from "@/db/queries/citers";
import { CITER_ID, CiterLinks, citerLinks } from "./citer-answer";
import { CitationLabel, citationLabel } from "./label-answer";
import { Count, named } from "./named-schema";
import { LISTED_WORK, listedWork, plain } from "./work-answer";

export const ListedCiter = named(
  "ListedCiter",
  "A citing work in a list of citers.",
  z.object({
    id: CITER_ID,
    ...LISTED_WORK,
    summary: z.string().nullable(),
    contexts: Count.describe("How many of its sentences speak of the hub."),
    isSelf: z.boolean().describe("Hub and citing work share an author."),
    label: CitationLabel,
    links: CiterLinks,
  }),
);

/** A citing work in a list of citers. */
export function listedCiter(
  slug: string,
  row: Omit<CiterRow, "sortValue" | "identifier">,
): z.infer<typeof ListedCiter> {
  return {
    id: row.workId,
    ...listedWork(row),
    summary: plain(row.summary),
    contexts: row.contextCount,
    isSelf: row.isSelf,
    label: citationLabel(row),
    links: citerLinks(slug, row.workId),
  };
}
