import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { hub } from "@/db/schema/hub";
import { work } from "@/db/schema/work";
import { CITERS, CONTESTED, citersOf, type HubPlace, type HubSort, hubOrder, VOTED } from "./hub-order";
import { type HubPolarity, listHubPolarities } from "./hub-polarities";

/** A hub in a list. */
export interface HubRow {
  id: number;
  slug: string;
  title: string | null;
  authors: { name: string }[];
  authorsComplete: boolean;
  year: number | null;
  demonstration: boolean;
  citers: number;
  withContext: number;
  /** Citers with a vote. */
  voted: number;
  /** Citers with a target on which votes disagree. */
  contested: number;
  polarity: HubPolarity;
  /** What the order of the list counts of it. */
  key: number;
}

/** Published hubs, most cited first unless another order is asked for; `after` is the last row of the page before. */
export async function listHubs(
  db: Db,
  { sort = "most_cited", after, limit }: { sort?: HubSort; after: HubPlace | null; limit: number },
): Promise<HubRow[]> {
  return readHubs(db, sort, after ? hubOrder(sort).behind(after) : undefined, limit);
}

/** Published hubs by their numbers, in the order of these. */
export async function listHubsByNumber(db: Db, ids: readonly number[]): Promise<HubRow[]> {
  if (ids.length === 0) return [];
  const rows = await readHubs(db, "most_cited", inArray(hub.id, [...ids]), ids.length);
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

async function readHubs(db: Db, sort: HubSort, which: SQL | undefined, limit: number): Promise<HubRow[]> {
  const { key, order } = hubOrder(sort);
  const rows = await db
    .select({
      id: hub.id,
      slug: hub.slug,
      title: work.title,
      authors: work.authors,
      authorsComplete: work.authorsComplete,
      year: work.year,
      demonstration: hub.demonstration,
      citers: CITERS,
      withContext: citersOf("context", "yes"),
      voted: VOTED,
      contested: CONTESTED,
      key,
    })
    .from(hub)
    .innerJoin(work, eq(work.id, hub.workId))
    .where(and(eq(hub.status, "published"), which))
    .orderBy(order)
    .limit(limit);
  const polarities = await listHubPolarities(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, polarity: polarities(row.id) }));
}

/** How many hubs readers can see. */
export async function countHubs(db: Db): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(hub)
    .where(eq(hub.status, "published"));
  return row?.total ?? 0;
}
