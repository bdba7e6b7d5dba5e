import type { z } from "zod";
import type { Db } from "@/db/client";
import { listHubsByNumber } from "@/db/queries/hubs";
import type { Found } from "@/db/queries/search";
import type { SearchKind } from "@/db/queries/search-conditions";
import { listFoundCiters, listFoundSentences } from "@/db/queries/search-results";
import { listedHub } from "./hub-answer";
import { listedCiter } from "./listed-citer";
import { listedContext } from "./listed-context";
import { citedHub, type SearchHit } from "./search-answer";

type Hit = z.infer<typeof SearchHit>;

/** What was found, in its order, with what is shown of each kind. */
export async function searchHits(db: Db, kind: SearchKind, found: readonly Found[]): Promise<Hit[]> {
  const nothing = { kind, hub: null, citer: null, sentence: null };
  switch (kind) {
    case "hubs": {
      const ids = found.map(({ hubId }) => hubId);
      const rows = await listHubsByNumber(db, ids);
      return rows.map((row) => ({ ...nothing, hub: listedHub(row), about: citedHub(row.slug, row.title) }));
    }
    case "citers": {
      const rows = await listFoundCiters(db, found);
      return rows.map((row) => ({
        ...nothing,
        citer: listedCiter(row.hubSlug, row),
        about: citedHub(row.hubSlug, row.hubTitle),
      }));
    }
    case "sentences": {
      const rows = await listFoundSentences(db, found);
      return rows.map((row) => ({
        ...nothing,
        sentence: listedContext(row),
        about: citedHub(row.hubSlug, row.hubTitle),
      }));
    }
  }
}
