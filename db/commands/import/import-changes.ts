import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Tables whose rows a later import may change, with their keys and the columns that it changes. */
const CHANGED = {
  citation: { key: "hub_id, work_id", columns: ["is_influential", "is_self", "context_gap"] },
  citation_context: { key: "hub_id, id", columns: ["position", "section", "before", "after"] },
  suggestion: { key: "hub_id, id", columns: ["role", "polarity", "basis", "version", "confidence"] },
  reference: { key: "citing_work_id, cited_work_id", columns: [] },
  claim: { key: "hub_id, number", columns: ["text", "quote"] },
  reported_count: { key: "hub_id, source, axis, value", columns: ["count", "total"] },
} as const satisfies Record<string, { key: string; columns: readonly string[] }>;
export type ChangedKind = keyof typeof CHANGED;

/**
 * A part of an upsert's statement that keeps what the rows were which it changed; `written` names them by their key and
 * says of each whether it was created. Within one statement a table is seen as it was before.
 */
export function keepBefore(kind: ChangedKind, importRunId: number): SQL {
  return sql`insert into import_change (import_run_id, kind, before)
    select ${importRunId}::bigint, ${kind}, to_jsonb(known)
    from written join ${sql.identifier(kind)} known using (${sql.raw(CHANGED[kind].key)})
    where not written.created`;
}

/** The columns that name a row of the table. */
export const keyOf = (kind: ChangedKind): SQL => sql.raw(CHANGED[kind].key);

/** Gives every row that the import changed the values back that it had before, and forgets them. */
export async function restoreChanges(tx: Db, importRunId: number): Promise<void> {
  for (const [kind, { key, columns }] of Object.entries(CHANGED)) {
    if (columns.length === 0) continue;
    const all = (prefix: string) => sql.raw(columns.map((column) => `${prefix}${column}`).join(", "));
    await tx.execute(sql`
      with was as (
        select distinct on (${sql.raw(key)}) old.* from import_change change
        cross join jsonb_populate_record(null::${sql.identifier(kind)}, change.before) as old
        where change.import_run_id = ${importRunId} and change.kind = ${kind}
        order by ${sql.raw(key)}, change.id)
      update ${sql.identifier(kind)} now set (${all("")}) = row(${all("was.")}) from was
      where ${sql.raw(
        key
          .split(", ")
          .map((column) => `now.${column} = was.${column}`)
          .join(" and "),
      )}`);
  }
  await tx.execute(sql`delete from import_change where import_run_id = ${importRunId}`);
}
