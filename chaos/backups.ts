import assert from "node:assert/strict";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { hash } from "@node-rs/argon2";
import { openDatabase } from "@/db/database";
import { factsOf } from "@/db/testing/facts";
import { addPerson } from "@/db/testing/people";
import { readEnv } from "@/lib/env";
import { importMade } from "./import-made";
import { readForm, sendForm } from "./plain-form";
import { runCommand } from "./processes";
import { type Site, withSite } from "./site";
import type { Trial } from "./trial";
import { assertVotesWhole, startWriters } from "./votes";

const CITERS = 100_000;
const WRITERS = 8;
const VOTES = 100;
const PASSWORD = "a wheel of words";

export const backups: Trial = {
  name: "P8",
  promise: "A backup restores to the same data",
  run: async (folder) => {
    const backup = path.join(folder, "backup");
    const [first, second] = [path.join(folder, "first"), path.join(folder, "second")];
    const made = await withSite(first, async (site) => {
      await importMade(site, folder, { slug: "made", citers: CITERS, references: true });
      await addPerson(site.db, { handle: "ada" });
      await site.pool.query(`update "user" set password_hash = $1 where handle = 'ada'`, [
        await hash(PASSWORD),
      ]);
      const writers = await startWriters(site, "made", WRITERS);
      while (writers.acknowledged.length < VOTES) await new Promise((resolve) => setTimeout(resolve, 50));
      await writers.stop();
      await site.stop();
      const seconds = await secondsOf(() => runCommand("backup", [backup], site.environment));
      const { rows } = await site.pool.query<{ bytes: number }>(
        `select pg_database_size(current_database()) as bytes`,
      );
      return { seconds, facts: await factsOf(site.databaseUrl), database: rows[0]?.bytes ?? 0 };
    });
    const environment = { DATA_DIR: path.join(second, "data"), DATABASE_URL: "", LOG_LEVEL: "error" };
    const database = await openDatabase(readEnv(environment));
    try {
      const seconds = await secondsOf(() => runCommand("restore", [backup], environment));
      const restored = await factsOf(database.url);
      assert.deepEqual(restored, made.facts, "the restored database differs");
      const { tables } = made.facts as { tables: { rows: number }[] };
      await database.release();
      await withSite(second, async (site) => {
        await assertVotesWhole(site);
        await assertSignIn(site);
      });
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      return {
        done: `a hub of ${CITERS.toLocaleString("en")} citers with references, ${VOTES} votes: npm run backup, npm run restore into a new database, a site on it`,
        figures: `${tables.length} tables, ${rows.toLocaleString("en")} rows, each checksum, sequence, constraint and trigger equal; backup ${made.seconds.toFixed(1)} s, ${megabytes(await sizeOf(backup))} MB of a database of ${megabytes(made.database)} MB; restore ${seconds.toFixed(1)} s; a person signs in with their password`,
      };
    } finally {
      await database.release();
    }
  },
};

const megabytes = (bytes: number) => Math.round(bytes / 1e6).toLocaleString("en");

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function sizeOf(folder: string): Promise<number> {
  const sizes = (await readdir(folder)).map(async (name) => (await stat(path.join(folder, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** @throws when the password of before does not lead in, or a wrong one does. */
async function assertSignIn({ url }: Site): Promise<void> {
  const form = await readForm(`${url}/sign-in`, "login", "");
  const signIn = async (password: string) => {
    const answer = await sendForm(form, { login: "ada", password }, "");
    return answer.headers
      .getSetCookie()
      .some((cookie) => /^(__Host-|__Secure-)?next-auth\.session-token=./.test(cookie));
  };
  assert.equal(await signIn("another"), false, "a wrong password leads in");
  assert.equal(await signIn(PASSWORD), true, "the password does not lead in");
}
