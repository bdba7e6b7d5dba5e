import { and, desc, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { hub } from "@/db/schema/hub";
import { work } from "@/db/schema/work";
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
  polarity: HubPolarity;
}

const citersOf = (facet: string, value: string) =>
  sql<number>`coalesce((select s.citers from hub_summary s
    where s.hub_id = ${hub.id} and s.facet = ${facet} and s.value = ${value}), 0)`;

const citers = citersOf("citers", "");

/** Published hubs, most cited first; `after` is the last row of the page before. */
export async function listHubs(
  db: Db,
  { after, limit }: { after: { citers: number; id: number } | null; limit: number },
): Promise<HubRow[]> {
  const later: SQL | undefined = after
    ? or(lt(citers, after.citers), and(eq(citers, after.citers), lt(hub.id, after.id)))
    : undefined;
  return readHubs(db, later, limit);
}

/** Published hubs by their numbers, in the order of these. */
export async function listHubsByNumber(db: Db, ids: readonly number[]): Promise<HubRow[]> {
  if (ids.length === 0) return [];
  const rows = await readHubs(db, inArray(hub.id, [...ids]), ids.length);
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

async function readHubs(db: Db, which: SQL | undefined, limit: number): Promise<HubRow[]> {
  const rows = await db
    .select({
      id: hub.id,
      slug: hub.slug,
      title: work.title,
      authors: work.authors,
      authorsComplete: work.authorsComplete,
      year: work.year,
      demonstration: hub.demonstration,
      citers,
      withContext: citersOf("context", "yes"),
      voted: citersOf("voted", "yes"),
    })
    .from(hub)
    .innerJoin(work, eq(work.id, hub.workId))
    .where(and(eq(hub.status, "published"), which))
    .orderBy(desc(citers), desc(hub.id))
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
