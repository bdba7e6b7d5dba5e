import { eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sourceRecord, workIdentifier } from "@/db/schema/work";
import { parseIdentifier } from "@/lib/citation/identifiers";
import { type DerivedWork, deriveWork } from "@/lib/import/derive";
import { listWorkFacts, type WorkFacts } from "./duplicates";

/** Two works side by side, and the one that they would be together. */
export interface WorkPair {
  into: WorkFacts & { derived: DerivedWork };
  from: WorkFacts & { derived: DerivedWork };
  together: DerivedWork;
}

/** Two works as an admin compares them; null when one is not there or they are one. */
export async function getWorkPair(
  db: Db,
  { into, from }: { into: number; from: number },
): Promise<WorkPair | null> {
  const works = await listWorkFacts(db, [into, from]);
  const [first, second] = [works.find(({ id }) => id === into), works.find(({ id }) => id === from)];
  if (first === undefined || second === undefined || into === from) return null;
  const said = await db
    .select({
      workId: sourceRecord.workId,
      id: sourceRecord.id,
      source: sourceRecord.source,
      fields: sourceRecord.fields,
      merged: sourceRecord.merged,
    })
    .from(sourceRecord)
    .where(inArray(sourceRecord.workId, [into, from]));
  const derived = (id: number) => deriveWork(said.filter(({ workId }) => workId === id));
  return {
    into: { ...first, derived: derived(into) },
    from: { ...second, derived: derived(from) },
    together: deriveWork(said.map((one) => ({ ...one, merged: one.merged || one.workId === from }))),
  };
}

/**
 * The work that somebody names by its number, by the address of its page here, or by an identifier; null when there is
 * none, or it was merged and so stands for nothing by itself (then the remaining one is given).
 */
export async function findWork(db: Db, text: string): Promise<number | null> {
  const number = /^(?:\S*\/(?:citers|works)\/)?([1-9]\d{0,14})(?:[?#]\S*)?$/.exec(text.trim())?.[1];
  if (number !== undefined) {
    const { rows } = await db.execute<{ id: number | null }>(sql`
      select remaining_work(id) as id from work where id = ${Number(number)}`);
    return rows[0]?.id ?? null;
  }
  const identifier = parseIdentifier(text.trim());
  if (identifier === null) return null;
  const [row] = await db
    .select({ id: workIdentifier.workId })
    .from(workIdentifier)
    .where(
      sql`${eq(workIdentifier.scheme, identifier.scheme)} and ${eq(workIdentifier.value, identifier.value)}`,
    );
  return row?.id ?? null;
}
