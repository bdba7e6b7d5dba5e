import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { writeMadeHub } from "@/bench/made-hub";
import { createDatabase } from "@/bench/world";
import { createDb, createPool } from "@/db/client";
import { migrate } from "@/db/migrate";
import { contentOf } from "@/db/testing/snapshot";
import { preview, run as runIt, sendFile, shown } from "@/db/testing/uploads";
import { seededRandom } from "@/lib/citation/seeded-random";
import { awaitImport } from "./await-import";
import { KillWindow } from "./kill-window";
import { type Command, startCommand } from "./processes";
import { type Site, withSite } from "./site";
import type { Trial } from "./trial";

const CITERS = 600;
const KILLS_OF_IMPORTS = 25;
const KILLS_OF_WORKERS = 25;
/** So many kills hit one import before it may end. */
const KILLS_OF_ONE = 5;
const SEED = 2;

type Pool = Site["pool"];

export const killedImports: Trial = {
  name: "P2",
  promise: "An import is atomic per chunk and resumes",
  run: (folder) =>
    withSite(
      folder,
      async (site) => {
        const file = path.join(folder, "hub.jsonl");
        await writeMadeHub(file, { slug: "made", citers: CITERS, references: true });
        const random = seededRandom(SEED);
        let wanted: string[] = [];
        let longest = 0;
        await inDatabase(site, async (url, pool) => {
          const started = performance.now();
          await end(startImport(site, file, url));
          longest = performance.now() - started;
          wanted = await contentOf(createDb(pool));
        });
        assert.ok(wanted.length > CITERS);
        const imports = new KillWindow(longest, random);
        for (; imports.hits < KILLS_OF_IMPORTS; )
          await inDatabase(site, async (url, pool) => {
            for (let n = 0; n < KILLS_OF_ONE; n += 1)
              imports.note(await killAfter(startImport(site, file, url), imports.pause()));
            await end(startImport(site, file, url));
            assert.deepEqual(
              await contentOf(createDb(pool)),
              wanted,
              "import: another content than uninterrupted",
            );
          });
        const workers = new KillWindow(longest, random);
        for (; workers.hits < KILLS_OF_WORKERS; )
          await inDatabase(site, async (url, pool) => {
            await killWorkers({ site, url, pool, file, window: workers });
            assert.deepEqual(
              await contentOf(createDb(pool)),
              wanted,
              "worker: another content than uninterrupted",
            );
          });
        return {
          done: `kill -9 at random moments (seed ${SEED}) of bin/import.ts ${imports.hits} times and of bin/worker.ts ${workers.hits} times, ${KILLS_OF_ONE} on each import, then let end`,
          figures: `the same ${wanted.length.toLocaleString("en")} lines of content as uninterrupted each time (${imports.misses + workers.misses} more kills came after the end of the work)`,
        };
      },
      { environment: { ROLE: "web" } },
    ),
};

/** A new database for one piece of work. */
async function inDatabase(site: Site, work: (url: string, pool: Pool) => Promise<void>): Promise<void> {
  const url = await createDatabase(site, "killed");
  await migrate(url);
  const pool = createPool(url, { max: 2, applicationName: "spokes chaos" });
  try {
    await work(url, pool);
  } finally {
    await pool.end();
  }
}

const startImport = (site: Site, file: string, url: string) =>
  startCommand("import", [file], { ...site.environment, DATABASE_URL: url });

async function end(command: Command): Promise<void> {
  assert.equal(await command.ended, 0, command.output());
}

/** Kills a command after a while; false when it had ended by then. */
async function killAfter({ process, ended, output }: Command, afterMs: number): Promise<boolean> {
  const code = await Promise.race([ended, delay(afterMs, "late" as const)]);
  process.kill("SIGKILL");
  await ended;
  if (code === "late") return true;
  assert.equal(code, 0, output());
  return false;
}

/** Sends a file to a worker that is killed again and again while it works on it. */
async function killWorkers({
  site,
  url,
  pool,
  file,
  window,
}: {
  site: Site;
  url: string;
  pool: Pool;
  file: string;
  window: KillWindow;
}): Promise<void> {
  const id = await sendFile(pool, await readFile(file, "latin1"));
  const startWorker = () => startCommand("worker", [], { ...site.environment, DATABASE_URL: url });
  await preview(pool, id);
  let worker = startWorker();
  await awaitImport({ pool }, id, "previewed");
  await stopWorker(worker);
  await runIt(pool, id);
  for (let n = 0; n < KILLS_OF_ONE; n += 1) {
    worker = startWorker();
    await delay(window.pause());
    const { status } = await shown(pool, id);
    worker.process.kill("SIGKILL");
    await worker.ended;
    window.note(status !== "done");
    // In place of waiting for the lease of the dead one to run out.
    await pool.query("update import_run set lease_until = now(), attempts = 0 where status = 'running'");
  }
  worker = startWorker();
  await awaitImport({ pool }, id, "done");
  await stopWorker(worker);
}

/** Stops a worker in order, which it can once it has said that it is there. */
async function stopWorker({ process, ended, output }: Command): Promise<void> {
  while (!output().includes("The worker waits for imports") && process.exitCode === null) await delay(20);
  process.kill("SIGTERM");
  assert.equal(await ended, 0, output());
}
