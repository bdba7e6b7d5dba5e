import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { coCitation, hub } from "@/db/schema/hub";
import { work } from "@/db/schema/work";
import { ROLES, type Role } from "@/lib/citation/role";
import { identifiersOfUntitled, withIdentifier } from "./identifier-of-untitled";

/** The orders of a list of co-cited works; the first is the one that nobody has to ask for. */
export const CO_CITED_SORTS = ["together", "strength", "newest", "oldest"] as const;
export type CoCitedSort = (typeof CO_CITED_SORTS)[number];

/** The place of the last row of a page in its order: sort value and work. */
export interface CoCitedCursor {
  value: string;
  workId: number;
}

const other = alias(hub, "other");

/** How many citers of the other hub have a reference list here. */
const otherCiters = sql<number | null>`(select s.citers from hub_summary s
  where s.hub_id = ${other.id} and s.facet = 'references' and s.value = 'yes')`;

/** "Nulls last" in the first, because the index is kept so; else all co-cited works would be sorted. */
const SORTS: Readonly<Record<CoCitedSort, { value: SQL; order: SQL; type: SQL; later: SQL }>> = {
  together: descending(sql`${coCitation.citers}`, sql`integer`),
  // The square of the cosine, but for what is the same for all; below 0, and higher the more cite both, where it is not known.
  strength: descending(
    sql`case when ${otherCiters} >= ${coCitation.citers}
      then ${coCitation.citers}::numeric * ${coCitation.citers} / ${otherCiters}
      else -1::numeric / ${coCitation.citers} end`,
    sql`numeric`,
  ),
  newest: descending(sql`coalesce(${work.year}, 0)`, sql`integer`),
  oldest: {
    value: sql`coalesce(${work.year}, 9999)`,
    order: sql`coalesce(${work.year}, 9999)`,
    type: sql`integer`,
    later: sql`>`,
  },
};

function descending(value: SQL, type: SQL) {
  return { value, order: sql`${value} desc nulls last`, type, later: sql`<` };
}

/**
 * Works that the hub's citers cite beside it, and the cursor of the page after (null on the last). Where such a work is a
 * hub itself, `slug` is its address and `otherCiters` how many of its own citers have a reference list here; else both are
 * null. `identifier` is what a work without a title can be called by: its most trusted identifier.
 */
export async function listCoCited(
  db: Db,
  hubId: number,
  { sort, after, limit }: { sort: CoCitedSort; after: CoCitedCursor | null; limit: number },
) {
  const { value, order, type, later } = SORTS[sort];
  const onwards = after
    ? // Said twice, so that an index leads to the place.
      sql`${value} ${later}= ${after.value}::${type}
        and (${value} ${later} ${after.value}::${type} or ${coCitation.workId} > ${after.workId})`
    : undefined;
  const rows = await db
    .select({
      workId: work.id,
      title: work.title,
      authors: work.authors,
      authorsComplete: work.authorsComplete,
      year: work.year,
      identifiers: identifiersOfUntitled,
      citers: coCitation.citers,
      slug: other.slug,
      otherCiters,
      sortValue: sql<string>`(${value})::text`,
    })
    .from(coCitation)
    .innerJoin(work, eq(work.id, coCitation.workId))
    .leftJoin(other, and(eq(other.workId, work.id), eq(other.status, "published")))
    .where(and(eq(coCitation.hubId, hubId), sql`${coCitation.citers} > 0`, onwards))
    .orderBy(order, asc(coCitation.workId))
    .limit(limit + 1);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    works: rows.slice(0, limit).map(({ sortValue: _sorted, ...row }) => withIdentifier(row)),
    next: last === undefined ? null : { value: last.sortValue, workId: last.workId },
  };
}

export type CoCitedWork = Awaited<ReturnType<typeof listCoCited>>["works"][number];

/** How many works the hub's citers cite beside it. */
export async function countCoCited(db: Db, hubId: number): Promise<number> {
  const [row] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(coCitation)
    .where(and(eq(coCitation.hubId, hubId), sql`${coCitation.citers} > 0`));
  return row?.total ?? 0;
}

/** What those citers use the hub for that cite another work too: how many by each role, and how many have any. */
export interface CoCiterRoles {
  voted: { any: number; roles: { role: Role; citers: number }[] };
  /** Of those of which nobody said what they use it for. */
  suggested: { any: number; roles: { role: Role; citers: number }[] };
}

/** The roles of the citers that cite both, for each of these works of which any is known. */
export async function listCoCiterRoles(
  db: Db,
  hubId: number,
  workIds: readonly number[],
): Promise<Map<number, CoCiterRoles>> {
  const { rows } = await db.execute<{
    workId: number;
    voted: boolean;
    role: Role | null;
    citers: number;
  }>(sql`
    with labelled as materialized (
      select work_id, roles <> '{}' as voted, case when roles <> '{}' then roles else suggested_roles end as roles
      from citation where hub_id = ${hubId} and hidden_reason is null and (roles <> '{}' or suggested_roles <> '{}')
    )
    select r.cited_work_id as "workId", l.voted, role, count(distinct l.work_id)::int as citers
    from labelled l join reference r on r.citing_work_id = l.work_id
      and r.cited_work_id = any (${sql.param([...workIds])}::bigint[])
    cross join unnest(l.roles || null::text) as role
    group by r.cited_work_id, l.voted, role`);
  const found = new Map<number, CoCiterRoles>();
  for (const { workId, voted, role, citers } of rows) {
    const ofWork = found.get(workId) ?? { voted: { any: 0, roles: [] }, suggested: { any: 0, roles: [] } };
    found.set(workId, ofWork);
    const side = voted ? ofWork.voted : ofWork.suggested;
    if (role === null) side.any = citers;
    else side.roles.push({ role, citers });
  }
  for (const { voted, suggested } of found.values())
    for (const side of [voted, suggested])
      side.roles.sort((a, b) => b.citers - a.citers || ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
  return found;
}
