import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createDatabase } from "@/bench/world";
import { startProgram } from "@/bin/program";
import { createDb, createPool } from "@/db/client";
import { freePort } from "@/db/embedded-port";
import { migrate } from "@/db/migrate";
import { fillOlder, tableFactsOf } from "@/db/testing/facts";
import { listMigrations, migrationsUntil } from "@/db/testing/migrations-until";
import { contentOf } from "@/db/testing/snapshot";
import { seededRandom } from "@/lib/citation/seeded-random";
import { killTree, startCommand } from "./processes";
import { type Site, withSite } from "./site";
import type { Trial } from "./trial";
import { startWriters } from "./votes";

const KILLS = 8;
const SEED = 9;
const VOTE_FOR_MS = 4000;
const WITHIN_MS = 5000;

export const migrations: Trial = {
  name: "P9",
  promise: "Migrations lose nothing",
  run: (folder) =>
    withSite(
      folder,
      async (site) => {
        const content = await contentOf(site.db);
        const writers = await startWriters(site, "demonstration", 4);
        await delay(VOTE_FOR_MS);
        await writers.stop();
        const schemas = await migrateOlder(site);
        await startTwo(site, folder, content);
        const cut = await killStarting(site, folder, content);
        return {
          done: `the demonstration data with ${writers.acknowledged.length} votes brought from each of ${schemas.length} older schemas to the newest; two sites started at once on one empty database; kill -9 of a starting site ${KILLS} times (seed ${SEED}), then start`,
          figures: `rows and checksums of all tables equal from every schema (${schemas.reduce((sum, rows) => sum + rows, 0).toLocaleString("en")} rows in all); both sites answer and the ${content.length.toLocaleString("en")} lines of content are there once; after the kills (of which ${cut} before the schema was there) the same content`,
        };
      },
      { environment: { DEMO_DATA: "on" } },
    ),
};

/** Gives the number of rows that came through from each schema. */
async function migrateOlder(site: Site): Promise<number[]> {
  const rows: number[] = [];
  for (const migration of await listMigrations()) {
    const url = await createDatabase(site, "older");
    const folder = await migrationsUntil(migration);
    await migrate(url, folder);
    await rm(folder, { recursive: true });
    await fillOlder(site.databaseUrl, url);
    const before = (await tableFactsOf(url)).filter(({ name }) => name.startsWith("public."));
    await migrate(url);
    const columns = before.map(({ name, columns }) => ({ name, columns }));
    assert.deepEqual(await tableFactsOf(url, columns), before, `rows of the schema of ${migration} changed`);
    rows.push(before.reduce((sum, table) => sum + table.rows, 0));
  }
  return rows;
}

async function contentIn(url: string): Promise<string[]> {
  const pool = createPool(url, { max: 1 });
  try {
    return await contentOf(createDb(pool));
  } finally {
    await pool.end();
  }
}

const settingsFor = (site: Site, folder: string, url: string) => ({
  ...site.environment,
  DATA_DIR: path.join(folder, "started"),
  DATABASE_URL: url,
});

async function startTwo(site: Site, folder: string, content: readonly string[]): Promise<void> {
  const url = await createDatabase(site, "started");
  const programs = await Promise.all([1, 2].map(() => startProgram(settingsFor(site, folder, url))));
  for (const { url: address } of programs) assert.equal((await fetch(`${address}/readyz`)).status, 200);
  for (const { process, ended } of programs) {
    process.kill("SIGTERM");
    assert.equal(await ended, 0);
  }
  assert.deepEqual(await contentIn(url), content, "two at once left another content");
}

/** Kills a site again and again while it migrates and fills an empty database; gives how often no table was there yet. */
async function killStarting(site: Site, folder: string, content: readonly string[]): Promise<number> {
  const url = await createDatabase(site, "started");
  const random = seededRandom(SEED);
  let cut = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const PORT = String(await freePort());
    const command = startCommand("start", [], { ...settingsFor(site, folder, url), HOST: "127.0.0.1", PORT });
    await delay(WITHIN_MS * random());
    await killTree(command.process.pid ?? 0);
    await command.ended;
    if ((await tableFactsOf(url)).length === 0) cut += 1;
  }
  const program = await startProgram(settingsFor(site, folder, url));
  assert.equal((await fetch(`${program.url}/readyz`)).status, 200);
  program.process.kill("SIGTERM");
  assert.equal(await program.ended, 0);
  assert.deepEqual(await contentIn(url), content, "kill -9 while it started left another content");
  return cut;
}
