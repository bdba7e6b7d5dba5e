import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type Description, WorkIndex } from "@/lib/import/match";
import type { Identifier } from "@/lib/import/record";

interface Wanted {
  identifiers: readonly string[];
  titleKey: string | null;
  keyWorkId: number | null;
}

type Title = Pick<Description, "source" | "digest" | "titleKey" | "year" | "firstAuthorKey"> & {
  workId: number;
};

/** All known works that the rows could mean, with what is known of them and the hubs that they cite. */
export async function loadIndex(db: Db, wanted: readonly Wanted[]): Promise<WorkIndex> {
  const names = [...new Set(wanted.flatMap((row) => row.identifiers))];
  const titleKeys = [...new Set(wanted.flatMap((row) => row.titleKey ?? []))];
  const settled = [...new Set(wanted.flatMap((row) => row.keyWorkId ?? []))];
  const index = new WorkIndex();
  const { rows: candidates } = await db.execute<{ id: number }>(sql`
    select work_id as id from work_identifier
    where (scheme, value) in (
      select split_part(name, ':', 1), substr(name, strpos(name, ':') + 1) from unnest(${sql.param(names)}::text[]) as name)
    union
    select work_id from source_record where title_key = any (${sql.param(titleKeys)}::text[])
    union
    select unnest(${sql.param(settled)}::bigint[])`);
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
    where c.work_id = any (${ids}::bigint[])
    union
    select citing.work_id, hub.work_id from key_work citing
    join staged_citation c on c.citing_key = citing.key
    join key_work hub on hub.key = c.hub_key
    where citing.work_id = any (${ids}::bigint[])`);
  for (const { workId, hub } of citers) index.add(workId, { hubs: new Set([hub]) });

  const { rows: hubs } = await db.execute<{ workId: number }>(sql`
    select work_id as "workId" from hub where work_id = any (${ids}::bigint[])
    union
    select work_id from key_work join hub_key using (key) where work_id = any (${ids}::bigint[])`);
  for (const { workId } of hubs) index.add(workId, { isHub: true });
  return index;
}
