import "server-only";
import type { Route } from "next";
import type { Db } from "@/db/client";
import { takeTurn } from "@/db/commands/turns";
import { listHubsToLabel } from "@/db/queries/queue";
import { labelPath, withQuery } from "./search-params";

/**
 * Where a person labels next: in the hub that they are in, and when that has nothing for them in the one they labelled
 * longest ago; the list of hubs when none has.
 *
 * @param hubId null: in any hub.
 * @param last the key of what was labelled just before.
 */
export async function takeNextPath(
  db: Db,
  userId: number,
  { hubId, last }: { hubId: number | null; last?: string },
): Promise<Route> {
  const here = hubId === null ? null : await takeTurn(db, { userId, hubId });
  if (here !== null) return labelPath(here, { last });
  for (const { id } of await listHubsToLabel(db, userId)) {
    const key = id === hubId ? null : await takeTurn(db, { userId, hubId: id });
    if (key !== null) return labelPath(key, { last });
  }
  return withQuery("/annotate", { nothing: "left", last });
}
