import { createHash } from "node:crypto";
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import { describe, expect } from "vitest";
import { createDb, withConnection } from "@/db/client";
import { castVote } from "@/db/commands/cast-vote";
import { migrate } from "@/db/migrate";
import { factsOf } from "@/db/testing/facts";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { copyName, dropDatabase, urlOf, withClient } from "@/db/testing/test-databases";
import { addVotableHubs, newSubmission, vote } from "@/db/testing/votable";
import type { Target } from "@/lib/citation/target-key";
import { dumpDatabase } from "./dump-database";
import { writeManifest } from "./manifest";
import { restoreDatabase } from "./restore-database";
import { listTables } from "./tables";

let made = 0;

/** A filled database, an empty one, and a place for a backup. */
const test = base.extend<{ filled: Pool; emptyUrl: string; folder: string }>({
  filled: async ({ freshPool }, use) => {
    const targets = await withConnection(freshPool, (one) => addVotableHubs(one, { keepers: 4, tides: 2 }));
    const db = createDb(freshPool);
    const ada = await addPerson(db, { handle: "ada", role: "admin" });
    await vote(db, ada, targets[2] as Target, { claims: [{ number: 1, verdict: "mixed" }] });
    // What a text format may trip over.
    const note = "tab\tline\nbackslash\\ quote' dot\u2028 \\. \\N";
    const submission = newSubmission();
    const ballot = { role: "method", furtherRoles: [], polarity: "mixed", basis: null, claims: [] } as const;
    const target = targets[1] as Target;
    await castVote(db, {
      userId: ada,
      target,
      ballot,
      note,
      ownPaper: false,
      guidelines: "1",
      revision: 0,
      submission,
    });
    await use(freshPool);
  },
  emptyUrl: async ({ testServer }, use) => {
    made += 1;
    const name = copyName(testServer.run, `empty${process.pid}_${made}`);
    await withClient(testServer.url, (client) => client.query(`create database ${name}`));
    await use(urlOf(testServer.url, name));
    await withClient(testServer.url, (client) => dropDatabase(client, name));
  },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs.
  folder: async ({}, use) => {
    const parent = await mkdtemp(path.join(tmpdir(), "spokes-backup-"));
    await use(path.join(parent, "backup"));
    await rm(parent, { recursive: true });
  },
});

const urlOfPool = (pool: Pool) => String(pool.options.connectionString);

const tablesIn = (url: string) => withClient(url, async (client) => (await listTables(client)).length);

describe("a backup", () => {
  test("restores into an empty database to the same rows, numbers and rules", async ({
    filled,
    emptyUrl,
    folder,
  }) => {
    const manifest = await dumpDatabase(urlOfPool(filled), folder);
    expect(manifest.tables.find(({ name }) => name === "public.vote")?.rows).toBe(2);
    await restoreDatabase(emptyUrl, folder);
    expect(await factsOf(emptyUrl)).toEqual(await factsOf(urlOfPool(filled)));
    await withClient(emptyUrl, async (client) => {
      await expect(client.query("update vote_revision set note = 'forged'")).rejects.toThrow();
    });
  });

  test("is of one moment while others write", async ({ filled, emptyUrl, folder }) => {
    const db = createDb(filled);
    await db.execute(sql`create table pair_a (n int); create table pair_z (n int)`);
    let writing = true;
    const writer = (async () => {
      for (let n = 0; writing; n += 1)
        await db.transaction(async (tx) => {
          await tx.execute(sql`insert into pair_a values (${n})`);
          await tx.execute(sql`insert into pair_z values (${n})`);
        });
    })();
    const manifest = await dumpDatabase(urlOfPool(filled), folder);
    writing = false;
    await writer;
    const rowsOf = (name: string) => manifest.tables.find((table) => table.name === name)?.rows;
    expect(rowsOf("public.pair_a")).toBe(rowsOf("public.pair_z"));
    // Tables that no version has.
    await expect(restoreDatabase(emptyUrl, folder)).rejects.toThrow("not those of its version");
    expect(await tablesIn(emptyUrl)).toBe(0);
  });

  test("is refused in one line when anything of it is damaged or missing, and nothing is written", async ({
    filled,
    emptyUrl,
    folder,
  }) => {
    const spoil: Record<string, (file: string) => Promise<void>> = {
      "public.work.copy.gz": (file) => truncate(file, 20),
      "public.vote.copy.gz": (file) => rm(file),
      "public.user.copy.gz": (file) => appendFile(file, "x"),
      "manifest.json": (file) => truncate(file, 200),
    };
    for (const [name, how] of Object.entries(spoil)) {
      await rm(folder, { recursive: true, force: true });
      await dumpDatabase(urlOfPool(filled), folder);
      await how(path.join(folder, name));
      await expect(restoreDatabase(emptyUrl, folder), name).rejects.toMatchObject({
        name: "UserError",
        message: expect.stringMatching(new RegExp(`^[^\\n]*${name}[^\\n]*Nothing was written\\.$`)),
      });
      expect(await tablesIn(emptyUrl)).toBe(0);
    }
    await rm(path.join(folder, "manifest.json"));
    await expect(restoreDatabase(emptyUrl, folder)).rejects.toThrow("no complete backup");
  });

  test("whose rows are not those that were saved is refused, though its files are as its manifest says", async ({
    filled,
    emptyUrl,
    folder,
  }) => {
    const manifest = await dumpDatabase(urlOfPool(filled), folder);
    const file = path.join(folder, "public.vote.copy.gz");
    const rows = gunzipSync(await readFile(file)).toString("utf8");
    const forged = gzipSync(rows.replace("quote'", "quota'"));
    await writeFile(file, forged);
    const sha256 = createHash("sha256").update(forged).digest("hex");
    const tables = manifest.tables.map((one) => (one.name === "public.vote" ? { ...one, sha256 } : one));
    await writeManifest(folder, { ...manifest, tables });
    await expect(restoreDatabase(emptyUrl, folder)).rejects.toThrow("public.vote does not come back");
    expect(await tablesIn(emptyUrl)).toBe(0);
  });

  test("is not restored over anything", async ({ filled, folder }) => {
    await dumpDatabase(urlOfPool(filled), folder);
    const before = await factsOf(urlOfPool(filled));
    await expect(restoreDatabase(urlOfPool(filled), folder)).rejects.toThrow(/^The database is not empty/);
    expect(await factsOf(urlOfPool(filled))).toEqual(before);
  });

  test("that fails leaves nothing behind", async ({ filled, folder }) => {
    await filled.query("create view in_the_way as select 1; drop table drizzle.__drizzle_migrations cascade");
    await expect(dumpDatabase(urlOfPool(filled), folder)).rejects.toThrow("__drizzle_migrations");
    expect(await readdir(path.dirname(folder))).toEqual([]);
  });
});

test("a database that was restored can be brought to the newest schema again and again", async ({
  filled,
  emptyUrl,
  folder,
}) => {
  await dumpDatabase(urlOfPool(filled), folder);
  await restoreDatabase(emptyUrl, folder);
  const before = await factsOf(emptyUrl);
  await migrate(emptyUrl);
  expect(await factsOf(emptyUrl)).toEqual(before);
});
