import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { Author, Identifier } from "@/lib/import/record";

/** A work as far as one tells by it whether it is another one too. */
export interface WorkFacts extends Record<string, unknown> {
  id: number;
  title: string | null;
  authors: Author[];
  authorsComplete: boolean;
  year: number | null;
  venue: string | null;
  identifiers: Identifier[];
  /** The address of the hub that it is; null when it is none. */
  hubSlug: string | null;
  /** How many hubs it cites, hidden citations left out. */
  hubs: number;
}

/** Works to which sources gave one title. */
interface SameTitle {
  titleKey: string;
  works: WorkFacts[];
}

/** Titles looked at for one page of the list, so that its time has a bound however many works there are. */
const SCANNED = 100_000;

/** Works shown of one title. */
const WORKS_OF_TITLE = 8;

/**
 * Titles of four words and more that stand for several works, in the order of the alphabet, from `from` on: over all
 * works, or among the citers of one hub. `next` is where the list goes on; a page may be empty and go on.
 */
export async function listSameTitles(
  db: Db,
  { hubId, from, limit }: { hubId: number | null; from: string; limit: number },
): Promise<{ groups: SameTitle[]; next: string | null }> {
  const titles =
    hubId === null
      ? sql`select title_key, work_id from source_record where title_key >= ${from} and title_key like '% % % %'`
      : sql`select s.title_key, s.work_id from citation c join source_record s using (work_id)
          where c.hub_id = ${hubId} and c.hidden_reason is null
            and s.title_key >= ${from} and s.title_key like '% % % %'`;
  const { rows } = await db.execute<{ titleKey: string; ids: number[] | null }>(sql`
    with scanned as materialized (${titles} order by title_key limit ${SCANNED}),
    cut as (select title_key from scanned offset ${SCANNED - 1}),
    doubled as (
      select title_key, array_agg(distinct work_id) as ids from scanned
      where title_key < (select title_key from cut) or not exists (select from cut)
      group by title_key having min(work_id) < max(work_id) order by title_key limit ${limit + 1}
    )
    select title_key as "titleKey", ids from doubled union all select title_key, null from cut order by 1`);
  const groups = rows.slice(0, limit).filter((row) => row.ids !== null);
  const ids = groups.flatMap((group) => group.ids?.slice(0, WORKS_OF_TITLE) ?? []);
  const facts = new Map((await listWorkFacts(db, ids)).map((work) => [work.id, work]));
  return {
    groups: groups.map((group) => ({
      titleKey: group.titleKey,
      works: (group.ids ?? []).flatMap((id) => facts.get(id) ?? []),
    })),
    next: rows[groups.length]?.titleKey ?? null,
  };
}

/** Other works to which a source gave a title of this one; short titles count here too. */
export async function listNamesakes(db: Db, workId: number, limit: number): Promise<WorkFacts[]> {
  const { rows } = await db.execute<{ id: number }>(sql`
    select distinct other.work_id as id from source_record own join source_record other using (title_key)
    where own.work_id = ${workId} and other.work_id <> ${workId} order by 1 limit ${limit}`);
  return listWorkFacts(
    db,
    rows.map(({ id }) => id),
  );
}

/** The facts of works in the order of their numbers. */
export async function listWorkFacts(db: Db, ids: readonly number[]): Promise<WorkFacts[]> {
  const { rows } = await db.execute<WorkFacts>(sql`
    select ${FACTS} from work w where w.id = any(${sql.param(ids)}::bigint[]) order by w.id`);
  return rows;
}

const FACTS: SQL = sql`w.id, w.title, w.authors, w.authors_complete as "authorsComplete", w.year, w.venue,
  coalesce((select json_agg(json_build_object('scheme', scheme, 'value', value) order by scheme, value)
    from work_identifier i where i.work_id = w.id), '[]') as identifiers,
  (select slug from hub h where h.work_id = w.id) as "hubSlug",
  (select count(*)::int from citation c where c.work_id = w.id and c.hidden_reason is null) as hubs`;
