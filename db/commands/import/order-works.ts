import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** How well the best row of a key describes its work. */
const BEST_OF_KEY = sql`max(4 * cardinality(identifiers) + 2 * (year is not null)::int
  + (first_author_key is not null)::int) over (partition by key)`;

/** A file that says what was said later keeps the rows of a work together, so that they are recorded in that order. */
const AS_TOLD = sql`best_of_key desc, key collate "C", sequence nulls first,`;

/**
 * Gives staged works the order in which they are matched, which their content alone decides: hubs first, then the
 * rows that are described best. Drops what is said twice, and makes room for the answers: `key_work` for the work of
 * each key, `work_outcome` for what became of it, `chunk_work` and others for the chunk in hand. Returns how many rows
 * `ordered_work` has.
 */
export async function orderWorks(db: Db): Promise<number> {
  await db.execute(sql`
    create temporary table hub_key as
    select work_key as key from staged_hub union select hub_key from staged_citation where not if_hub`);
  const { rows: told } = await db.execute<{ sequenced: boolean }>(
    sql`select exists (select from staged_work where sequence is not null) as sequenced`,
  );
  await db.execute(sql`
    create temporary table ordered_work as
    select row_number() over (
        order by is_hub desc, ${told[0]?.sequenced ? AS_TOLD : sql``} cardinality(identifiers) desc, (year is null),
          (first_author_key is null), key collate "C", source collate "C", digest collate "C"
      )::int - 1 as seq, said.*, coalesce(cited.hub_keys, '{}') as hub_keys
    from (
      select distinct on (key, source, digest) *, key in (select key from hub_key) as is_hub,
        ${told[0]?.sequenced ? BEST_OF_KEY : sql`0`} as best_of_key
      from staged_work order by key, source, digest, sequence desc nulls last, line
    ) as said
    left join (
      select citing_key, array_agg(distinct hub_key) as hub_keys from staged_citation where not if_hub group by citing_key
    ) as cited on cited.citing_key = said.key`);
  await db.execute(
    sql.raw(`
    create unique index on ordered_work (seq);
    create index on ordered_work (key);
    create index on ordered_work (digest);
    create temporary table key_work (key text primary key, work_id bigint not null);
    create index on key_work (work_id);
    create temporary table work_outcome (work_id bigint not null, outcome text not null);
    create temporary table chunk_work (like ordered_work);
    create temporary table resolved_row (seq int, work_id bigint, is_new bool, conflicts text[]);
    create temporary table new_statement (seq int, work_id bigint);
    analyze hub_key; analyze ordered_work`),
  );
  const { rows } = await db.execute<{ total: number }>(sql`select count(*)::int as total from ordered_work`);
  return rows[0]?.total ?? 0;
}
