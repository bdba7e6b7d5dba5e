import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { selfCitationsOf } from "@/lib/citation/self-citation";
import type { Author } from "@/lib/import/record";

/** Citing works looked at in one go, because some have thousands of authors. */
const BATCH = 500;

interface Chunk {
  after: number;
  last: number;
}

/**
 * Tells self-citations by the authors of both works, for the citations in `found_citation` of which the file does not
 * say it, with citing works numbered above `after` up to and including `last`.
 */
export async function markSelfCitations(tx: Db, { after, last }: Chunk): Promise<void> {
  const { rows: hubs } = await tx.execute<{ id: number; authors: Author[] }>(sql`
    select h.id, w.authors from hub h join work w on w.id = h.work_id
    where h.id in (select f.hub_id from found_citation f where ${unsaid({ after, last })})`);
  const tellers = new Map(hubs.map(({ id, authors }) => [id, selfCitationsOf(authors)]));
  let next: number | null = after;
  while (next !== null) next = await markBatch(tx, tellers, { after: next, last });
}

const unsaid = ({ after, last }: Chunk) =>
  sql`f.is_self is null and f.work_id > ${after} and f.work_id <= ${last}`;

/** The number of the last citing work that was looked at; null after the last of all. */
async function markBatch(
  tx: Db,
  tellers: ReadonlyMap<number, (authors: Author[]) => boolean>,
  chunk: Chunk,
): Promise<number | null> {
  const { rows } = await tx.execute<{ workId: number; hubs: number[]; authors: Author[] }>(sql`
    select f.work_id as "workId", json_agg(f.hub_id) as hubs, w.authors
    from found_citation f join work w on w.id = f.work_id
    where ${unsaid(chunk)} group by f.work_id, w.authors order by f.work_id limit ${BATCH}`);
  const found = rows.flatMap(({ workId, hubs, authors }) =>
    hubs.filter((hub) => tellers.get(hub)?.(authors)).map((hub) => ({ hub, work: workId })),
  );
  if (found.length > 0)
    await tx.execute(sql`
      update found_citation f set is_self = true
      from json_to_recordset(${JSON.stringify(found)}) as self(hub bigint, work bigint)
      where f.hub_id = self.hub and f.work_id = self.work`);
  return rows.length < BATCH ? null : (rows.at(-1)?.workId ?? null);
}
