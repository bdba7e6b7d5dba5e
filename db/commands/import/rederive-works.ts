import { type SQL, sql } from "drizzle-orm";
import type { Connection } from "@/db/client";
import { deriveWork, type SaidOfWork } from "@/lib/import/derive";
import { copyRows } from "./copy";
import { DERIVED_COLUMNS, DERIVED_DEFINITIONS, derivedCells, SEARCH_WORDS } from "./derived-columns";

type Recorded = {
  workId: number;
  source: string;
  fields: SaidOfWork["fields"];
  id: number | null;
  merged: boolean;
};

const list = (prefix: string) => DERIVED_COLUMNS.map((column) => `${prefix}${column}`).join(", ");

const UPDATE_WORKS = sql.raw(`
  update work set (${list("")}, search) = row(${list("derived.")}, derived.search)
  from (select id, ${list("")}, ${SEARCH_WORDS} as search from derived_work) as derived
  where work.id = derived.id and (${list("work.")}) is distinct from (${list("derived.")})`);

/** Derives the works of the chunk anew that more than one record speaks of, now that `new_statement` is written. */
export async function rederiveWorks(connection: Connection): Promise<void> {
  await deriveAnew(
    connection,
    sql`select n.work_id from new_statement n join resolved_row r using (seq)
      group by n.work_id having count(*) > 1 or not bool_or(r.is_new)`,
  );
}

/** Derives the works of these numbers (a query of one column) anew from what is on record of them. */
export async function deriveAnew({ db, client }: Connection, works: SQL): Promise<void> {
  const { rows: records } = await db.execute<Recorded & Record<string, unknown>>(sql`
    select one.id as "workId", s.id, s.source, s.fields, s.merged
    from (${works}) as one (id) left join source_record s on s.work_id = one.id`);
  if (records.length === 0) return;
  const said = new Map<number, SaidOfWork[]>();
  for (const { workId, id, source, fields, merged } of records) {
    const ofWork = said.get(workId) ?? [];
    // A work of which nothing is on record any more.
    if (id !== null) ofWork.push({ id, source, fields, merged });
    said.set(workId, ofWork);
  }
  await db.execute(
    sql.raw(`create temporary table if not exists derived_work (id bigint, ${DERIVED_DEFINITIONS})`),
  );
  await db.execute(sql`truncate derived_work`);
  await copyRows(
    client,
    "derived_work",
    ["id", ...DERIVED_COLUMNS],
    [...said].map(([id, ofWork]) => [id, ...derivedCells(deriveWork(ofWork))]),
  );
  await db.execute(UPDATE_WORKS);
  await db.execute(sql`select refresh_citations(array(select id from derived_work))`);
}
