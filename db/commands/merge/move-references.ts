import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/**
 * Puts the references of a work aside, as their sources gave them, now that it is merged into another; they are told of
 * the works that remain. A work that would cite itself, or what is known already, is told once or not at all.
 */
export async function putReferencesAside(
  tx: Db,
  { from, into }: { from: number; into: number },
): Promise<void> {
  await tx.execute(sql`
    with gone as (
      delete from reference where citing_work_id = ${from} or cited_work_id = ${from} returning *
    )
    insert into merged_reference (citing_work_id, cited_work_id, import_run_id)
    select citing_work_id, cited_work_id, import_run_id from gone where not by_merge`);
  await tellReferences(tx, into);
}

/** Takes away what was told of a work because others were merged into it. It is told anew after the merge is gone. */
export async function forgetToldReferences(tx: Db, workId: number): Promise<void> {
  await tx.execute(sql`
    delete from reference where by_merge and (citing_work_id = ${workId} or cited_work_id = ${workId})`);
}

/** Brings the references of a work back that is no longer merged, and tells those of the works still merged. */
export async function returnReferences(
  tx: Db,
  { from, into }: { from: number; into: number },
): Promise<void> {
  await tx.execute(sql`
    with back as (
      delete from merged_reference where (citing_work_id = ${from} or cited_work_id = ${from})
        and remaining_work(citing_work_id) = citing_work_id and remaining_work(cited_work_id) = cited_work_id
      returning *
    )
    insert into reference (citing_work_id, cited_work_id, import_run_id)
    select citing_work_id, cited_work_id, import_run_id from back order by 1, 2`);
  await tellReferences(tx, into);
  await tellReferences(tx, from);
}

async function tellReferences(tx: Db, workId: number): Promise<void> {
  await tx.execute(sql`
    insert into reference (citing_work_id, cited_work_id, import_run_id, by_merge)
    select citing, cited, min(import_run_id), true from (
      select remaining_work(citing_work_id) as citing, remaining_work(cited_work_id) as cited, import_run_id
      from merged_reference
      where citing_work_id in (select works_merged_into(${workId})) or cited_work_id in (select works_merged_into(${workId}))
    ) as told
    where citing <> cited group by citing, cited order by citing, cited
    on conflict do nothing`);
}
