import { sql } from "drizzle-orm";
import type { Connection, Db } from "@/db/client";
import type { Target } from "@/lib/citation/target-key";
import type { ImportRecord } from "@/lib/import/record";
import { takeRecords } from "./take-records";

/**
 * Makes a hub whose citing papers have so many sentences each, and another hub of the same shape. Gives the hub's number.
 */
export async function makeQueueHub(connection: Connection, sentences: readonly number[]): Promise<number> {
  const work = (key: string, title: string): ImportRecord => ({
    kind: "work",
    key,
    fields: { title },
    identifiers: [{ scheme: "doi", value: `10.5555/${key}` }],
    source: "spokes",
  });
  const records = ["queue", "noise"].flatMap((hub): ImportRecord[] => [
    work(hub, `All there is to know about the ${hub}`),
    { kind: "hub", work: hub, slug: hub },
    ...sentences.flatMap((howMany, i): ImportRecord[] => [
      work(`${hub}.${i}`, `Citing paper number ${i} of the ${hub}`),
      { kind: "citation", hub, citing: `${hub}.${i}` },
      ...Array.from(
        { length: howMany },
        (_, position): ImportRecord => ({
          kind: "context",
          hub,
          citing: `${hub}.${i}`,
          text: `Sentence ${position} of paper ${i}.`,
          position,
          source: "spokes",
        }),
      ),
    ]),
  ]);
  await takeRecords(connection, records);
  const { rows } = await connection.db.execute<{ id: number }>(sql`select id from hub where slug = 'queue'`);
  return rows[0]?.id ?? 0;
}

/** All targets of a hub's queue. */
export async function queueTargets(db: Db, hubId: number): Promise<Target[]> {
  const { rows } = await db.execute<Target & Record<string, unknown>>(sql`
    select hub_id as "hubId", work_id as "workId", id as "contextId" from citation_context where hub_id = ${hubId}
    union all
    select hub_id, work_id, null from citation where hub_id = ${hubId} and context_count = 0`);
  return rows;
}

/** Writes the rows of a vote that counts, and nothing that follows from it but the number of votes. */
export async function writeVote(db: Db, userId: number, { hubId, workId, contextId }: Target): Promise<void> {
  const { rows } = await db.execute<{ id: number }>(sql`
    insert into target as t (hub_id, work_id, context_id, votes) values (${hubId}, ${workId}, ${contextId}, 1)
    on conflict on constraint target_unique do update set votes = t.votes + 1 returning id`);
  await db.execute(sql`
    insert into vote (hub_id, target_id, user_id, role, polarity, guidelines, revision)
    values (${hubId}, ${rows[0]?.id}, ${userId}, 'background', 'neutral', 'test', 1)`);
}
