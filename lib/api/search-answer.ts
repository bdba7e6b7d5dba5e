import { z } from "zod";
import { COUNTED_UP_TO, RANKED_UP_TO } from "@/db/queries/search";
import { SEARCH_KINDS } from "@/db/queries/search-conditions";
import { withThousands } from "@/lib/citation/count";
import { hubLinks, ListedHub } from "./hub-answer";
import { ListedCiter } from "./listed-citer";
import { ListedContext } from "./listed-context";
import { named } from "./named-schema";
import { plain } from "./work-answer";

const CitedHub = named(
  "CitedHub",
  "The hub that something is about.",
  z.object({ slug: z.string(), title: z.string().nullable(), self: z.url() }),
);

/** Where something that was found is told by its kind, and the other kinds are null. */
export const SearchHit = named(
  "SearchHit",
  "Something that was found: a hub, a citation by its citing work, or a sentence.",
  z.object({
    kind: z.enum(SEARCH_KINDS),
    hub: ListedHub.nullable(),
    citer: ListedCiter.nullable(),
    sentence: ListedContext.nullable(),
    about: CitedHub.describe("The hub itself, or the one that is cited."),
  }),
);

export const SEARCH_DESCRIPTION = `Looks through the whole site: the hubs by what is known of the work, the citations, or the sentences that say the words. Of more than ${withThousands(RANKED_UP_TO)} matches only the ${withThousands(RANKED_UP_TO)} that were added last are ranked by relevance; ordered by date, all are listed.`;

/** The hub that something is about. */
export const citedHub = (slug: string, title: string | null): z.infer<typeof CitedHub> => ({
  slug,
  title: plain(title),
  self: hubLinks(slug).self,
});

/** A count as the answer tells it; null where it is only known that there are more. */
export const exactCount = (total: number) => (total > COUNTED_UP_TO ? null : total);
