import { z } from "zod";
import type { FoundSentence } from "@/db/queries/search-results";
import { CITER_ID } from "./citer-answer";
import { ContextLinks, contextLinks, SENTENCE } from "./context-answer";
import { named } from "./named-schema";
import { BRIEF_WORK, briefWork } from "./work-answer";

export const ListedContext = named(
  "ListedContext",
  "A sentence in a list, with the work in which it stands.",
  z.object({
    ...SENTENCE,
    citer: z.object({ id: CITER_ID, ...BRIEF_WORK, published: z.string().nullable() }),
    links: ContextLinks,
  }),
);

/** A sentence in a list. */
export function listedContext(row: FoundSentence): z.infer<typeof ListedContext> {
  const { id, section, before, text, after, markers, workId, published } = row;
  return {
    id,
    section,
    before,
    text,
    after,
    markers,
    citer: { id: workId, ...briefWork(row), published },
    links: contextLinks(workId, id),
  };
}
