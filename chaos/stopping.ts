import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { writeMadeHub } from "@/bench/made-hub";
import { getBackupState } from "@/db/queries/backups";
import { preview, run as runIt, sendFile, shown } from "@/db/testing/uploads";
import { awaitImport } from "./await-import";
import { isAlive, listChildren, runCommand, startCommand } from "./processes";
import { type Site, withSite } from "./site";
import type { Trial } from "./trial";
import { assertAllThere, assertVotesWhole, startWriters } from "./votes";

const CITERS = 15_000;
const BROUGHT = 4000;
const WRITERS = 8;
const WRITTEN_BEFORE = 20;
const LEAVES_WITHIN_MS = 10_000;
/** Far less than the 30 seconds after which the lease of a worker that died runs out. */
const TAKEN_UP_WITHIN_MS = 15_000;
const UNDER_WAY_WITHIN_MS = 60_000;

export const stopping: Trial = {
  name: "P10",
  promise: "SIGTERM: finish what is under way, leave within 10 s, exit 0; nothing orphaned",
  run: (folder) =>
    withSite(folder, async (site) => {
      const file = path.join(folder, "hub.jsonl");
      await writeMadeHub(file, { slug: "made", citers: CITERS, references: true });
      await runCommand("import", [file], site.environment);
      await writeMadeHub(file, { slug: "brought", citers: BROUGHT, references: true, seed: 5 });
      const text = await readFile(file, "latin1");
      const bySite = await stopSite(site, await queueImport(site, text), path.join(folder, "backups-1"));
      await writeMadeHub(file, { slug: "later", citers: BROUGHT, references: true, seed: 6 });
      const later = await readFile(file, "latin1");
      const byWorker = await stopWorker(site, later, path.join(folder, "backups-2"));
      await assertVotesWhole(site);
      return {
        done: `SIGTERM to npm start while ${WRITERS} people vote and an import and a backup are under way, then start again; the same with npm run worker`,
        figures: `the site left in ${bySite.left} s, the worker in ${byWorker.left} s, both with 0 and no process left; all ${bySite.votes} acknowledged votes there; the imports were taken up ${bySite.takenUp} and ${byWorker.takenUp} s after the next start and came to their end, the backups were made then`,
      };
    }),
};

/** Sends a file and has it previewed by the site. */
async function queueImport(site: Site, text: string): Promise<number> {
  const id = await sendFile(site.pool, text);
  await preview(site.pool, id);
  await awaitImport(site, id, "previewed");
  return id;
}

const seconds = (ms: number) => (ms / 1000).toFixed(1);

async function stopSite(site: Site, id: number, BACKUP_DIR: string) {
  assert.equal(await site.stop(), 0);
  await runIt(site.pool, id);
  await site.start({ BACKUP_DIR });
  const writers = await startWriters(site, "made", WRITERS);
  await untilUnderWay(site, id);
  while (writers.acknowledged.length < WRITTEN_BEFORE) await delay(20);
  const { process: child, output } = site.program();
  const left = await leave(child, site.stop, output);
  await writers.stop();
  await assertAllThere(site, writers.acknowledged);
  const takenUp = await timeUntilTakenUp(site, id, () => site.start({ BACKUP_DIR }));
  await awaitImport(site, id, "done");
  await assertBackupMade(site, BACKUP_DIR);
  return { left: seconds(left), takenUp: seconds(takenUp), votes: writers.acknowledged.length };
}

async function stopWorker(site: Site, text: string, BACKUP_DIR: string) {
  const id = await queueImport(site, text);
  assert.equal(await site.stop(), 0);
  await site.start({ ROLE: "web" });
  await site.pool.query("delete from backup_run");
  await runIt(site.pool, id);
  const start = () => startCommand("worker", [], { ...site.environment, BACKUP_DIR });
  const first = start();
  await untilUnderWay(site, id);
  const end = () => {
    first.process.kill("SIGTERM");
    return first.ended;
  };
  const left = await leave(first.process, end, first.output);
  let second = first;
  const takenUp = await timeUntilTakenUp(site, id, async () => {
    second = start();
  });
  await awaitImport(site, id, "done");
  await assertBackupMade(site, BACKUP_DIR);
  second.process.kill("SIGTERM");
  assert.equal(await second.ended, 0, second.output());
  return { left: seconds(left), takenUp: seconds(takenUp) };
}

/** Waits until a worker is at the import and at a backup. */
async function untilUnderWay(site: Site, id: number): Promise<void> {
  for (
    const started = performance.now();
    performance.now() - started < UNDER_WAY_WITHIN_MS;
    await delay(20)
  ) {
    const { rows } = await site.pool.query("select 1 from backup_run where ended_at is null");
    const run = await shown(site.pool, id);
    if (run.status === "done") throw new Error("the import ended too early to be met");
    if (rows.length > 0 && run.status === "running") return;
  }
  throw new Error("import and backup were never under way at once");
}

/** Asks a program to end; gives the milliseconds that it took. @throws when it ends badly, late or not wholly. */
async function leave({ pid = 0 }: ChildProcess, end: () => Promise<number | null>, output: () => string) {
  const tree = [pid, ...(await listChildren(pid))];
  const asked = performance.now();
  assert.equal(await end(), 0, output());
  const left = performance.now() - asked;
  assert.ok(left < LEAVES_WITHIN_MS, `it took ${seconds(left)} s to leave`);
  // What compiles our sources ends when it hears that its program has.
  while (tree.some(isAlive) && performance.now() - asked < LEAVES_WITHIN_MS) await delay(50);
  assert.deepEqual(tree.filter(isAlive), [], "processes were left behind");
  return left;
}

/** How long it takes from a start until a worker is at the import again. */
async function timeUntilTakenUp(site: Site, id: number, start: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await start();
  const isTaken = async () => {
    const { status, leaseUntil } = await shown(site.pool, id);
    return status === "done" || (leaseUntil !== null && leaseUntil > new Date());
  };
  while (!(await isTaken()))
    if (performance.now() - started > TAKEN_UP_WITHIN_MS)
      throw new Error(`the import was not taken up within ${TAKEN_UP_WITHIN_MS / 1000} s`);
    else await delay(20);
  return performance.now() - started;
}

/** Waits for the backup that is due, and for it to be all that lies there. */
async function assertBackupMade(site: Site, folder: string): Promise<void> {
  for (const started = performance.now(); (await getBackupState(site.db)).lastAt === null; await delay(100))
    if (performance.now() - started > UNDER_WAY_WITHIN_MS) throw new Error("the backup was not made");
  const names = await readdir(folder);
  assert.equal(names.length, 1, `beside the backup lies ${names}`);
}
