import { sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import { announceChange } from "../announce-change";
import { relabelLocked } from "../relabel";
import { restoreChanges } from "./import-changes";
import { deriveAnew } from "./rederive-works";
import { ImportStoppedError, withImportLock } from "./run-import";
import { refuseUndo } from "./steer-import";
import { lockSuggestedSummary, summariseHubs } from "./summarise-hubs";

/** What readers are told of something that carries people's work and whose import was undone. */
const REASON = "the import that brought it was undone";

/**
 * Takes away all that an import brought, in one transaction, so that what is left is as if the file had never been
 * taken in: its source records and identifiers, and what it tied to hubs; works are derived anew, and rows that it
 * changed get their values back. What people have voted on, flagged, or added sentences to is hidden instead, with
 * what is on record of its work.
 *
 * @throws UserError while an import that ran later stands, ImportStoppedError when the worker has it no more.
 */
export async function undoImport(
  { db, client }: Connection,
  { importRunId, holder }: { importRunId: number; holder: string },
): Promise<void> {
  await withImportLock(db, () =>
    db.transaction(async (tx) => {
      await refuseUndo(tx, importRunId);
      const hubIds = await lockTouched(tx, importRunId);
      await restoreChanges(tx, importRunId);
      await removeTies(tx, importRunId);
      await removeRecords(tx, importRunId);
      await deriveAnew({ db: tx, client }, sql`select id from undone_work`);
      await tx.execute(sql`select refresh_citations(array(select id from undone_work))`);
      await relabelLocked(tx, await listKept(tx, importRunId));
      await summariseHubs(tx, await listStanding(tx, hubIds));
      await removeBareWorks(tx);
      await announceChange(tx);
      const { rows } = await tx.execute(sql`
        update import_run set status = 'undone', ran_at = null, failure = null, lease_by = null, lease_until = null,
          ended_at = now()
        where id = ${importRunId} and status = 'undoing' and lease_by = ${holder} returning 1`);
      if (rows.length === 0) throw new ImportStoppedError("it is not ours any more");
    }),
  );
}

/** Finds the works that the import speaks of, locks their citations, and gives the hubs that they cite. */
async function lockTouched(tx: Db, importRunId: number): Promise<number[]> {
  await tx.execute(sql`drop table if exists undone_work`);
  await tx.execute(sql`
    create temporary table undone_work on commit drop as
    select work_id as id from source_record where import_run_id = ${importRunId}
    union select work_id from work_identifier where import_run_id = ${importRunId}
    union select work_id from hub where import_run_id = ${importRunId}
    union select work_id from citation where import_run_id = ${importRunId}
    union select work_id from citation_context where import_run_id = ${importRunId}
    union select work_id from suggestion where import_run_id = ${importRunId}
    union select citing_work_id from reference where import_run_id = ${importRunId}
    union select cited_work_id from reference where import_run_id = ${importRunId}
    union select (before ->> 'work_id')::bigint from import_change
      where import_run_id = ${importRunId} and before ? 'work_id'`);
  await tx.execute(sql`create unique index on undone_work (id)`);
  await tx.execute(sql`analyze undone_work`);
  await tx.execute(sql`
    select 1 from citation where work_id in (select id from undone_work) order by hub_id, work_id for no key update`);
  const { rows } = await tx.execute<{ id: number }>(sql`
    select hub_id as id from citation where work_id in (select id from undone_work)
    union select hub_id from claim where import_run_id = ${importRunId}
    union select hub_id from reported_count where import_run_id = ${importRunId}
    union select id from hub where import_run_id = ${importRunId} order by id`);
  const hubIds = rows.map(({ id }) => id);
  for (const hubId of hubIds) await lockSuggestedSummary(tx, hubId);
  return hubIds;
}

/** Takes away what ties works to hubs and to one another; what people's work hangs on is hidden. */
async function removeTies(tx: Db, importRunId: number): Promise<void> {
  const isOurs = sql`import_run_id = ${importRunId}`;
  await tx.execute(sql`delete from suggestion where ${isOurs}`);
  await tx.execute(sql`delete from reference where ${isOurs}`);
  await tx.execute(sql`delete from reported_count where ${isOurs}`);
  await tx.execute(sql`
    with gone as (
      delete from claim c where ${isOurs} and changed_by is null and not exists (
        select from vote_claim v where v.hub_id = c.hub_id and v.claim_number = c.number)
      returning hub_id, number)
    delete from claim_version v using gone where v.hub_id = gone.hub_id and v.number = gone.number`);
  await tx.execute(sql`
    delete from citation_context x where ${isOurs}
      and not exists (select from target t where t.hub_id = x.hub_id and t.context_id = x.id)
      and not exists (select from flag f where f.hub_id = x.hub_id and f.context_id = x.id)`);
  await tx.execute(sql`
    delete from citation c where ${isOurs}
      and not exists (select from target t where t.hub_id = c.hub_id and t.work_id = c.work_id)
      and not exists (select from flag f where f.hub_id = c.hub_id and f.work_id = c.work_id)
      and not exists (select from citation_context x where x.hub_id = c.hub_id and x.work_id = c.work_id)`);
  for (const table of ["citation_context", "citation"])
    await tx.execute(sql`
      update ${sql.identifier(table)} set hidden_reason = ${REASON} where ${isOurs} and hidden_reason is null`);
  await tx.execute(sql`
    delete from hub h where ${isOurs}
      and not exists (select from citation c where c.hub_id = h.id)
      and not exists (select from flag f where f.hub_id = h.id)`);
  await tx.execute(sql`update hub set status = 'hidden' where ${isOurs}`);
}

/** Takes away what the import said of works, but for works that it alone described and that carry people's work. */
async function removeRecords(tx: Db, importRunId: number): Promise<void> {
  await tx.execute(sql`drop table if exists kept_work`);
  await tx.execute(sql`
    create temporary table kept_work on commit drop as
    select work_id as id from (
      select work_id from citation where import_run_id = ${importRunId}
      union select h.work_id from citation c join hub h on h.id = c.hub_id where h.import_run_id = ${importRunId}
      union select work_id from hub where import_run_id = ${importRunId}
    ) as carrying
    where not exists (
      select from source_record s where s.work_id = carrying.work_id and s.import_run_id is distinct from ${importRunId}::bigint)`);
  for (const table of ["source_record", "work_identifier"])
    await tx.execute(sql`
      delete from ${sql.identifier(table)}
      where import_run_id = ${importRunId} and work_id not in (select id from kept_work)`);
}

/** The citations of which something was hidden now. */
async function listKept(tx: Db, importRunId: number) {
  const { rows } = await tx.execute<{ hubId: number; workId: number }>(sql`
    select hub_id as "hubId", work_id as "workId" from citation where import_run_id = ${importRunId}
    union select hub_id, work_id from citation_context where import_run_id = ${importRunId} order by 1, 2`);
  return rows;
}

async function listStanding(tx: Db, hubIds: readonly number[]): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select id from hub where id = any(${sql.param(hubIds)}::bigint[]) order by id`);
  return rows.map(({ id }) => id);
}

/** Takes away works of which nothing is known any more and that nothing names. */
async function removeBareWorks(tx: Db): Promise<void> {
  await tx.execute(sql`
    delete from undone_work one where exists (select from source_record where work_id = one.id)
      or exists (select from work_identifier where work_id = one.id)
      or exists (select from citation where work_id = one.id)
      or exists (select from hub where work_id = one.id)
      or exists (select from reference where citing_work_id = one.id)
      or exists (select from reference where cited_work_id = one.id)`);
  await tx.execute(sql`delete from co_citation where citers = 0 and work_id in (select id from undone_work)`);
  await tx.execute(sql`delete from work where id in (select id from undone_work)`);
}
