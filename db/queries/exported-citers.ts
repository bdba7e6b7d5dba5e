import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import { hub } from "@/db/schema/hub";
import { citationClaim } from "@/db/schema/vote";
import { work } from "@/db/schema/work";
import { compareIdentifiers, type Identifier } from "@/lib/citation/identifiers";
import type { ListedCiter } from "@/lib/export/exported-citer";
import type { ExportedHub } from "@/lib/export/exported-hub";
import type { sorting } from "./citer-order";

/** How many citing papers are held in memory at once. */
const BATCH = 500;

const identifiers = sql<Identifier[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value)), '[]')
  from work_identifier i where i.work_id = ${work.id})`;

const WORK_COLUMNS = {
  title: work.title,
  authors: work.authors,
  authorsComplete: work.authorsComplete,
  published: work.published,
  venue: work.venue,
  fields: work.fields,
  abstract: work.abstract,
  citedByCount: work.citedByCount,
  notices: work.notices,
  identifiers,
} as const;

/** The hub at an address as a file tells it; null when there is none for readers. */
export async function getExportedHub(
  db: Db,
  slug: string,
): Promise<(ExportedHub & { workId: number }) | null> {
  const [row] = await db
    .select({
      id: hub.id,
      workId: hub.workId,
      slug: hub.slug,
      demonstration: hub.demonstration,
      ...WORK_COLUMNS,
    })
    .from(hub)
    .innerJoin(work, eq(work.id, hub.workId))
    .where(and(eq(hub.slug, slug), eq(hub.status, "published")));
  return row === undefined ? null : withOrder(row);
}

/** The order of a file: the newest first, then what the content alone decides, so that another site makes the same file. */
const IN_ORDER = sql`w.published desc nulls last, w.title collate "C" nulls last, (
  select min(i.scheme || ':' || i.value collate "C") from work_identifier i where i.work_id = w.id) nulls last,
  (w.authors -> 0 ->> 'name') collate "C" nulls last, case when w.title is null then (
    select min(s.title_key collate "C") from source_record s where s.work_id = w.id) end, w.id`;

/** The citing papers that a file is about, as a condition over citation and work. */
const isFound = (hubId: number, matches: SQL | undefined) =>
  and(eq(citation.hubId, hubId), isNull(citation.hiddenReason), matches);

/** The numbers of a hub's citing papers, in batches, first by an order if one is given; hidden ones are left out. To be read in a transaction. */
export function listCiterNumbers(
  db: Db,
  hubId: number,
  matches: SQL | undefined,
  first?: Pick<ReturnType<typeof sorting>, "value" | "order">,
): AsyncGenerator<number[]> {
  return fetchNumbers(
    db,
    sql`select w.id from (
      select ${citation.workId} as id, ${first?.value ?? sql`null`} as value
      from ${citation} join ${work} on ${work.id} = ${citation.workId} where ${isFound(hubId, matches)}
    ) as found join work w using (id)`,
    first === undefined ? IN_ORDER : sql`${first.order(sql`found.value`)}, ${IN_ORDER}`,
  );
}

/** The works that these papers cite beside the hub and that are none of them, in the same way. */
export function listCitedNumbers(db: Db, hubId: number, matches: SQL | undefined): AsyncGenerator<number[]> {
  return fetchNumbers(
    db,
    sql`with citer as materialized (
      select ${citation.workId} as id from ${citation} join ${work} on ${work.id} = ${citation.workId}
      where ${isFound(hubId, matches)})
    select w.id from work w where w.id in (
      select r.cited_work_id from reference r join citer on citer.id = r.citing_work_id
      except select id from citer except select work_id from hub where id = ${hubId})`,
  );
}

async function* fetchNumbers(db: Db, works: SQL, order = IN_ORDER): AsyncGenerator<number[]> {
  await db.execute(sql`declare exported_works no scroll cursor for ${works} order by ${order}`);
  for (;;) {
    const { rows } = await db.execute<{ id: number }>(sql.raw(`fetch ${BATCH} from exported_works`));
    if (rows.length === 0) break;
    yield rows.map((row) => row.id);
  }
  await db.execute(sql`close exported_works`);
}

/** The citing papers of these numbers, in their order. */
export async function listListedCiters(
  db: Db,
  hubId: number,
  ids: readonly number[],
): Promise<ListedCiter[]> {
  const rows = await db
    .select({
      id: work.id,
      ...WORK_COLUMNS,
      summary: sql<string | null>`case when ${work.summaryProblem} is null then ${work.summary} end`,
      summarySource: sql<
        string | null
      >`case when ${work.summaryProblem} is null then ${work.summarySource} end`,
      isSelf: citation.isSelf,
      isInfluential: citation.isInfluential,
      contextCount: citation.contextCount,
      contextGap: citation.contextGap,
      label: {
        state: citation.labelState,
        polarity: citation.polarity,
        polarityOwn: citation.polarityOwn,
        strength: citation.strength,
        roles: citation.roles,
        roleStrength: citation.roleStrength,
        votes: citation.votes,
        contested: citation.contested,
      },
      suggested: { polarity: citation.suggestedPolarity, roles: citation.suggestedRoles },
      claims: sql<ListedCiter["claims"]>`(
        select coalesce(jsonb_agg(jsonb_build_object('number', v.claim_number, 'verdict', v.verdict,
          'strength', v.strength) order by v.claim_number), '[]')
        from ${citationClaim} v join claim on claim.hub_id = v.hub_id and claim.number = v.claim_number
        where v.hub_id = ${citation.hubId} and v.work_id = ${citation.workId} and claim.retired_at is null)`,
    })
    .from(citation)
    .innerJoin(work, eq(work.id, citation.workId))
    .where(and(eq(citation.hubId, hubId), ofThese(citation.workId, ids)));
  const places = new Map(ids.map((id, place) => [id, place]));
  return rows.map(withOrder).sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

/** Whether a column holds one of these numbers. */
export const ofThese = (column: { getSQL(): SQL } | SQL, ids: readonly number[]): SQL =>
  sql`${column} = any (${sql.param([...ids])}::bigint[])`;

const withOrder = <Row extends { identifiers: Identifier[] }>(row: Row): Row => ({
  ...row,
  identifiers: row.identifiers.sort(compareIdentifiers),
});
