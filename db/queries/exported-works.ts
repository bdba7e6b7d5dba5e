import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sourceRecord, work, workIdentifier } from "@/db/schema/work";
import { compareIdentifiers, type Identifier } from "@/lib/citation/identifiers";
import { type RecordedWork, type SpokesWork, spokesWork } from "@/lib/export/spokes-work";
import { ofThese } from "./exported-citers";

const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 32);

/** Works with all that is on record of them, as the interchange format tells them, by their numbers. */
export async function listSpokesWorks(db: Db, ids: readonly number[]): Promise<Map<number, SpokesWork>> {
  const works = await db.select({ id: work.id, title: work.title }).from(work).where(ofThese(work.id, ids));
  const identifiers = await listIdentifiersOf(db, ids);
  const records = new Map<number, RecordedWork["records"][number][]>();
  for (const { workId, ...record } of await listRecords(db, ids)) {
    const ofWork = records.get(workId);
    if (ofWork) ofWork.push(record);
    else records.set(workId, [record]);
  }
  return new Map(
    works.map(({ id, title }) => [
      id,
      spokesWork({ title, identifiers: identifiers.get(id) ?? [], records: records.get(id) ?? [] }, digest),
    ]),
  );
}

async function listRecords(db: Db, ids: readonly number[]) {
  return db
    .select({
      workId: sourceRecord.workId,
      id: sourceRecord.id,
      source: sourceRecord.source,
      identifiers: sourceRecord.identifiers,
      fields: sourceRecord.fields,
      titleKey: sourceRecord.titleKey,
    })
    .from(sourceRecord)
    .where(ofThese(sourceRecord.workId, ids));
}

async function listIdentifiersOf(db: Db, ids: readonly number[]): Promise<Map<number, Identifier[]>> {
  const rows = await db
    .select({ workId: workIdentifier.workId, scheme: workIdentifier.scheme, value: workIdentifier.value })
    .from(workIdentifier)
    .where(ofThese(workIdentifier.workId, ids));
  const identifiers = new Map<number, Identifier[]>();
  for (const { workId, ...identifier } of rows)
    identifiers.set(workId, [...(identifiers.get(workId) ?? []), identifier]);
  for (const ofWork of identifiers.values()) ofWork.sort(compareIdentifiers);
  return identifiers;
}

/** What else each of these works cites, by the ids that `listSpokesWorks` gives. */
export async function listSpokesReferences(db: Db, ids: readonly number[]): Promise<Map<number, string[]>> {
  const { rows } = await db.execute<{ citing: number; cited: number }>(sql`
    select citing_work_id as citing, cited_work_id as cited from reference
    where ${ofThese(sql`citing_work_id`, ids)}`);
  const names = await listNames(db, [...new Set(rows.map(({ cited }) => cited))]);
  const references = new Map<number, string[]>();
  for (const { citing, cited } of rows) {
    const name = names.get(cited);
    const ofWork = references.get(citing);
    if (name !== undefined && ofWork) ofWork.push(name);
    else if (name !== undefined) references.set(citing, [name]);
  }
  for (const ofWork of references.values()) ofWork.sort();
  return references;
}

/** Most works have an identifier, which is enough to name them; of the others their records are read. */
async function listNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  for (const [id, identifiers] of await listIdentifiersOf(db, ids))
    names.set(id, spokesWork({ title: null, identifiers, records: [] }, digest).id);
  const nameless = ids.filter((id) => !names.has(id));
  if (nameless.length > 0)
    for (const [id, { id: name }] of await listSpokesWorks(db, nameless)) names.set(id, name);
  return names;
}
