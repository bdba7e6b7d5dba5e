import { sql } from "drizzle-orm";
import type { PoolClient } from "pg";
import { expect } from "vitest";
import { type Connection, createDb, createPool, type Db, withConnection } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { citation, doi, hub, work } from "@/db/testing/lighthouses";
import { contentOf } from "@/db/testing/snapshot";
import { takeRecords } from "@/db/testing/take-records";
import type { ImportRecord } from "@/lib/import/record";

/** So few citers in a chunk that a file has several. */
const CHUNK_SIZE = 2;

/** A hub of its own for each number, with all that a citer can bring. */
function fileOf(n: number): ImportRecord[] {
  const key = (name: string) => `${name}-${n}`;
  const citers = ["a", "b", "c"].map((name) => ({ name, key: key(name) }));
  return [
    work(key("hub"), { title: `Census ${n} of lighthouses and their keepers` }, doi(`10.5555/cut.${n}`)),
    hub(key("hub")),
    ...citers.flatMap(({ name, key: citing }): ImportRecord[] => [
      work(citing, { title: `Winters ${n} of the keeper ${name}` }, doi(`10.5555/cut.${n}.${name}`)),
      citation(key("hub"), citing),
      {
        kind: "context",
        hub: key("hub"),
        citing,
        text: `Keeper ${name} is counted in [1].`,
        source: "spokes",
      },
      { kind: "reference", citing, cited: key("hub") },
    ]),
  ];
}

/** Does some work on a connection that dies just before its n-th statement that counts; false when it had fewer. */
async function cutOffBefore(n: number, url: string, work: (connection: Connection) => Promise<unknown>) {
  const pool = createPool(url, { max: 1, applicationName: "doomed" });
  let statements = 0;
  pool.on("connect", (client: PoolClient) => {
    const { query } = client;
    client.query = ((...asked: unknown[]) => {
      const [first] = asked as [string | { text: string }];
      // Before its row in the history of imports it writes nothing that stays.
      if (statements > 0 || /"import_run"/.test(typeof first === "string" ? first : first.text))
        statements += 1;
      if (statements === n) client.connection.stream.destroy();
      return Reflect.apply(query, client, asked);
    }) as typeof query;
  });
  await withConnection(pool, work).catch((error: unknown) => {
    if (statements < n) throw error;
  });
  await pool.end();
  return statements >= n;
}

/** What no chunk leaves by itself: works of which nothing is on record, citers without what the file says of them. */
async function halves(db: Db): Promise<unknown[]> {
  const { rows } = await db.execute(sql`
    select w.id, 'work' as kind from work w where not exists (select from source_record s where s.work_id = w.id)
      or not exists (select from work_identifier i where i.work_id = w.id)
    union all select c.work_id, 'citation' from citation c
      where c.context_count <> (select count(*) from citation_context x where x.hub_id = c.hub_id and x.work_id = c.work_id)
      or c.reference_count <> (select count(*) from reference r where r.citing_work_id = c.work_id)`);
  return rows;
}

test("cut off before any of its statements, an import leaves whole chunks, and taken in again comes to the same", async ({
  freshPool,
  connection,
}) => {
  const db = createDb(freshPool);
  const files: ImportRecord[][] = [];
  for (let isCut = true; isCut; ) {
    const file = fileOf(files.length + 1);
    files.push(file);
    isCut = await cutOffBefore(files.length, String(freshPool.options.connectionString), (one) =>
      takeRecords(one, file, { chunkSize: CHUNK_SIZE }),
    );
    expect(await halves(db), `before statement ${files.length}`).toEqual([]);
  }
  expect(files.length).toBeGreaterThan(20);
  await withConnection(freshPool, (one) => takeRecords(one, files.flat()));
  await takeRecords(connection, files.flat());
  expect(await contentOf(db)).toEqual(await contentOf(connection.db));
});
