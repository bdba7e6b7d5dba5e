import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { UserError } from "@/lib/errors";

/**
 * A merge that came after an import moved rows that the import brought, and gives them back when it is taken apart; so
 * that comes first. A merge that came before the import is no hindrance: the import wrote to the remaining work alone.
 *
 * @throws UserError where such a merge stands.
 */
export async function refuseUndoUnderMerges(tx: Db, importRunId: number): Promise<void> {
  const isOurs = sql`import_run_id = ${importRunId}`;
  const { rows } = await tx.execute<{ title: string | null }>(sql`
    with standing as (
      select m.id, m.into_work_id, works.id as work_id
      from work_merge m cross join lateral (values (m.into_work_id), (m.from_work_id)) as works (id)
      where m.taken_apart_at is null
        and m.merged_at >= (select ran_at from import_run where id = ${importRunId})
    ), cited as (
      select standing.*, c.hub_id, c.import_run_id from standing join citation c using (work_id)
    ), spoken as (
      select id from standing where exists (select from source_record r where r.work_id = standing.work_id and ${isOurs})
        or exists (select from work_identifier r where r.work_id = standing.work_id and ${isOurs})
        or exists (select from hub r where r.work_id = standing.work_id and ${isOurs})
        or exists (select from reference r where r.citing_work_id = standing.work_id and ${isOurs})
        or exists (select from reference r where r.cited_work_id = standing.work_id and ${isOurs})
        or exists (select from merged_reference r where r.citing_work_id = standing.work_id and ${isOurs})
        or exists (select from merged_reference r where r.cited_work_id = standing.work_id and ${isOurs})
      union
      select id from cited where ${isOurs}
        or exists (select from citation_context r
          where r.hub_id = cited.hub_id and r.work_id = cited.work_id and r.${isOurs})
        or exists (select from suggestion r
          where r.hub_id = cited.hub_id and r.work_id = cited.work_id and r.${isOurs})
      union
      select standing.id from import_change r join standing
        on standing.work_id = (r.before ->> 'work_id')::bigint where r.${isOurs}
    )
    select w.title from standing join work w on w.id = standing.into_work_id
    where standing.id in (select id from spoken) order by standing.id desc limit 1`);
  const [merged] = rows;
  if (merged)
    throw new UserError(
      `Take apart the merges of its papers first, beginning with that of “${merged.title ?? "Untitled"}”: they moved what this import brought.`,
    );
}
