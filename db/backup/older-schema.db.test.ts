import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Client, Pool } from "pg";
import { expect } from "vitest";
import { createDb, withConnection } from "@/db/client";
import { issueToken } from "@/db/commands/one-time-tokens";
import { raiseFlag } from "@/db/commands/raise-flag";
import { startSession } from "@/db/commands/sessions";
import { takeTurn } from "@/db/commands/turns";
import { migrate } from "@/db/migrate";
import { fillOlder, tableFactsOf } from "@/db/testing/facts";
import { test as base } from "@/db/testing/fixtures";
import { listMigrations, migrationsUntil } from "@/db/testing/migrations-until";
import { addPerson } from "@/db/testing/people";
import { copyName, dropDatabase, urlOf, withClient } from "@/db/testing/test-databases";
import { addVotableHubs, vote } from "@/db/testing/votable";
import type { Target } from "@/lib/citation/target-key";
import { dumpDatabase } from "./dump-database";
import { restoreDatabase } from "./restore-database";

let made = 0;

/** A filled database of the newest schema, and databases that are made empty and dropped after the test. */
const test = base.extend<{ filled: Pool; empty: () => Promise<string> }>({
  filled: async ({ freshPool }, use) => {
    const targets = await withConnection(freshPool, (one) => addVotableHubs(one, { keepers: 4, tides: 2 }));
    const db = createDb(freshPool);
    const claims = [{ number: 1, verdict: "mixed" as const }];
    for (const target of targets.slice(2, 5)) {
      const userId = await addPerson(db);
      await vote(db, userId, target as Target, { claims });
      await startSession(db, { userId, userAgent: "a browser" });
      await issueToken(db, { purpose: "reset_password", userId });
      await takeTurn(db, { userId, hubId: (target as Target).hubId });
      await raiseFlag(db, {
        ...(target as Target),
        contextId: null,
        kind: "mistake_in_data",
        note: "The year is wrong.",
        userId,
      });
    }
    await use(freshPool);
  },
  empty: async ({ testServer }, use) => {
    const names: string[] = [];
    await use(async () => {
      made += 1;
      const name = copyName(testServer.run, `older${process.pid}_${made}`);
      names.push(name);
      await withClient(testServer.url, (client) => client.query(`create database ${name}`));
      return urlOf(testServer.url, name);
    });
    for (const name of names) await withClient(testServer.url, (client) => dropDatabase(client, name));
  },
});

const ofPublic = <T extends { name: string }>(tables: readonly T[]) =>
  tables.filter(({ name }) => name.startsWith("public."));

/** A database of an older schema with rows in it, and what it holds. */
async function olderDatabase(url: string, filled: Pool, migration: string) {
  const folder = await migrationsUntil(migration);
  await migrate(url, folder);
  await rm(folder, { recursive: true });
  await fillOlder(String(filled.options.connectionString), url);
  return ofPublic(await tableFactsOf(url));
}

const columnsOf = (tables: Awaited<ReturnType<typeof tableFactsOf>>) =>
  tables.map(({ name, columns }) => ({ name, columns }));

const MIGRATIONS = await listMigrations();

test.for(MIGRATIONS)(
  "rows of the schema of %s come through the migrations, and back from a backup made with it",
  async (migration, { filled, empty }) => {
    const [url, restored] = [await empty(), await empty()];
    const before = await olderDatabase(url, filled, migration);
    expect(before.filter(({ rows }) => rows > 0).length).toBeGreaterThan(8);
    const parent = await mkdtemp(path.join(tmpdir(), "spokes-backup-"));
    try {
      await dumpDatabase(url, path.join(parent, "backup"));
      await restoreDatabase(restored, path.join(parent, "backup"));
    } finally {
      await rm(parent, { recursive: true });
    }
    await migrate(url);
    expect(await tableFactsOf(url, columnsOf(before))).toEqual(before);
    expect(await tableFactsOf(restored, columnsOf(before))).toEqual(before);
    const rowsOf = async (of: string) => (await tableFactsOf(of)).map(({ name, rows }) => [name, rows]);
    expect(await rowsOf(restored)).toEqual(await rowsOf(url));
  },
);

test("migrations that are cut off in the middle leave the database as it was, and can be done again", async ({
  filled,
  empty,
}) => {
  const url = await empty();
  const before = await olderDatabase(url, filled, MIGRATIONS[0] ?? "");
  await withClient(url, async (reader) => {
    // The migrations come to a halt at the first change of this table.
    await reader.query("begin; select count(*) from citation");
    const killed = migrate(url).then(
      () => "done",
      () => "cut off",
    );
    await expect.poll(() => withClient(url, isWaiting), { timeout: 60_000 }).toBe(true);
    await reader.query(`select pg_terminate_backend(pid, 60000) from pg_stat_activity
      where datname = current_database() and application_name = 'spokes migrate'`);
    expect(await killed).toBe("cut off");
    await reader.query("rollback");
  });
  expect(ofPublic(await tableFactsOf(url))).toEqual(before);
  await Promise.all([migrate(url), migrate(url)]);
  expect(await tableFactsOf(url, columnsOf(before))).toEqual(before);
});

async function isWaiting(client: Client): Promise<boolean> {
  const { rows } = await client.query(`select 1 from pg_stat_activity
    where datname = current_database() and application_name = 'spokes migrate' and wait_event_type = 'Lock'`);
  return rows.length === 1;
}
