import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { createPool, withConnection } from "@/db/client";
import { migrate } from "@/db/migrate";
import { checkFile, importFile } from "@/lib/jobs/import-file";
import { writeMadeHub } from "./made-hub";
import { readRealGraph } from "./real-graph";
import { type Line, middle, type Rounds } from "./rounds";
import { createDatabase, type World } from "./world";

const CITERS = 10_000;

/** What an import writes, in the order of the foreign keys; its summaries are kept by triggers. */
const TABLES = [
  "import_run",
  "work",
  "source_record",
  "work_identifier",
  "hub",
  "claim",
  "citation",
  "citation_context",
  "suggestion",
  "reference",
];

type Pool = ReturnType<typeof createPool>;

/** R3: an import, the same again, and COPY of the rows that it wrote, each into a database of its own. */
export async function measureImportSpeed(world: World, how: Rounds): Promise<Line[]> {
  const file = path.join(world.folder, "import.jsonl");
  await writeMadeHub(file, { slug: "import", citers: CITERS, references: true, graph: readRealGraph() });
  const rounds: { fresh: number; again: number; copy: number; bare: number; rows: number }[] = [];
  for (let round = 0; round <= how.rounds; round += 1) {
    const imported = await withFresh(world, "bench_import", async (pool) => ({
      fresh: await timeImport(pool, file),
      again: await timeImport(pool, file),
      dump: await dump(pool),
    }));
    const { dump: written, ...times } = imported;
    const copy = await withFresh(world, "bench_copy", (pool) => timeCopy(pool, written, false));
    const bare = await withFresh(world, "bench_copy", (pool) => timeCopy(pool, written, true));
    const rows = [...written.values()].reduce((sum, one) => sum + one.rows, 0);
    if (round > 0) rounds.push({ ...times, copy, bare, rows });
  }
  const perSecond = (of: (round: (typeof rounds)[number]) => number) =>
    Math.round(middle(rounds.map((round) => round.rows / of(round)))).toLocaleString("en");
  const line = (
    name: string,
    what: string,
    target: Line["target"],
    a: "fresh" | "again",
    b: "copy" | "bare",
  ): Line => ({
    name,
    what,
    target,
    ratios: rounds.map((round) => round[b] / round[a]),
    note: `${perSecond((round) => round[a])} and ${perSecond((round) => round[b])} rows/s`,
  });
  return [
    line("R3", "import rows/s ÷ COPY into the same tables", { atLeast: 0.4 }, "fresh", "copy"),
    line("R3", "unchanged import again ÷ the same COPY", { atLeast: 0.6 }, "again", "copy"),
    line("R3b", "import rows/s ÷ COPY with all triggers off", null, "fresh", "bare"),
  ];
}

async function withFresh<Result>(world: World, name: string, work: (pool: Pool) => Promise<Result>) {
  const url = await createDatabase(world, name);
  await migrate(url);
  const pool = createPool(url, { max: 2, applicationName: "spokes bench" });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

async function timeImport(pool: Pool, file: string): Promise<number> {
  const { files } = await checkFile(file);
  const started = performance.now();
  for (const source of files) await importFile(pool, source);
  return (performance.now() - started) / 1000;
}

type Dump = Map<string, { columns: string; rows: number; chunks: Buffer[] }>;

async function dump(pool: Pool): Promise<Dump> {
  const all: Dump = new Map();
  for (const table of TABLES) {
    const { rows } = await pool.query<{ columns: string; count: number }>(
      `select (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '') as columns,
        (select count(*)::int from "${table}") as count`,
      [table],
    );
    const { columns = "", count = 0 } = rows[0] ?? {};
    const chunks: Buffer[] = [];
    await withConnection(pool, async ({ client }) => {
      for await (const chunk of client.query(copyTo(`copy "${table}" (${columns}) to stdout`)))
        chunks.push(chunk as Buffer);
    });
    all.set(table, { columns, rows: count, chunks });
  }
  return all;
}

async function timeCopy(pool: Pool, written: Dump, bare: boolean): Promise<number> {
  return withConnection(pool, async ({ client }) => {
    if (bare) await client.query("set session_replication_role = replica");
    const started = performance.now();
    for (const [table, { columns, chunks }] of written)
      await pipeline(
        Readable.from(chunks),
        client.query(copyFrom(`copy "${table}" (${columns}) from stdin`)),
      );
    return (performance.now() - started) / 1000;
  });
}
