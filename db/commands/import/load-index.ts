import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type Description, WorkIndex } from "@/lib/import/match";
import type { Identifier } from "@/lib/import/record";

type Title = Pick<Description, "source" | "digest" | "titleKey" | "year" | "firstAuthorKey"> & {
  workId: number;
};

/**
 * All known works that the rows of the chunk could mean, with what is known of them and the hubs that they cite. A
 * work of the same title that has another identifier of the same scheme cannot be meant, and there may be many of those.
 * (Both conditions are written so that they are answered by index even before the tables have statistics.)
 * `hubWorks` holds the works of the hub keys of earlier chunks, `decidedIn` is the import of which the decisions hold.
 */
export async function loadIndex(
  db: Db,
  hubWorks: ReadonlyMap<string, number>,
  decidedIn: number | null,
): Promise<WorkIndex> {
  const index = new WorkIndex();
  const { rows: candidates } = await db.execute<{ id: number }>(sql`
    select known.work_id as id from chunk_work cross join unnest(identifiers) as name
    join work_identifier known
      on known.scheme = split_part(name, ':', 1) and known.value = substr(name, strpos(name, ':') + 1)
    union
    select same.work_id from (
      select distinct title_key, array(select split_part(name, ':', 1) from unnest(identifiers) as name) as schemes
      from chunk_work where title_key is not null
    ) as titled cross join lateral (
      select distinct work_id from source_record said
      where said.title_key = titled.title_key
        and not titled.schemes && array(select scheme from work_identifier other where other.work_id = said.work_id)
    ) as same
    union
    select work_id from chunk_work join key_work using (key)
    union
    select coalesce(d.work_id, d.made_work_id, other.work_id) from chunk_work
    join import_decision d on d.import_run_id = ${decidedIn} and d.work_key = chunk_work.key
    left join key_work other on other.key = d.other_key
    where coalesce(d.work_id, d.made_work_id, other.work_id) is not null`);
  if (candidates.length === 0) return index;
  const ids = sql.param(candidates.map((candidate) => candidate.id));

  const { rows: identifiers } = await db.execute<
    Identifier & { workId: number } & Record<string, unknown>
  >(sql`
    select work_id as "workId", scheme, value from work_identifier
    where work_id = any (${ids}::bigint[]) order by work_id, scheme, value`);
  for (const { workId, scheme, value } of identifiers)
    index.add(workId, { identifiers: [{ scheme, value }] });

  const { rows: titles } = await db.execute<Title & Record<string, unknown>>(sql`
    select distinct work_id as "workId", source, digest, title_key as "titleKey", year, first_author_key as "firstAuthorKey"
    from source_record where work_id = any (${ids}::bigint[]) and title_key is not null`);
  for (const { workId, ...title } of titles) index.add(workId, title);

  const { rows: citers } = await db.execute<{ workId: number; hub: number }>(sql`
    select c.work_id as "workId", h.work_id as hub from citation c join hub h on h.id = c.hub_id
    where c.work_id = any (${ids}::bigint[])`);
  for (const { workId, hub } of citers) index.add(workId, { hubs: new Set([hub]) });

  const { rows: citersOfFile } = await db.execute<{ workId: number; hubKeys: string[] }>(sql`
    select k.work_id as "workId", w.hub_keys as "hubKeys" from key_work k join ordered_work w using (key)
    where k.work_id = any (${ids}::bigint[]) and w.hub_keys <> '{}'`);
  for (const { workId, hubKeys } of citersOfFile)
    index.add(workId, { hubs: new Set(hubKeys.flatMap((key) => hubWorks.get(key) ?? [])) });

  const { rows: hubs } = await db.execute<{ workId: number }>(sql`
    select work_id as "workId" from hub where work_id = any (${ids}::bigint[])
    union
    select work_id from key_work join hub_key using (key) where work_id = any (${ids}::bigint[])`);
  for (const { workId } of hubs) index.add(workId, { isHub: true });
  return index;
}
