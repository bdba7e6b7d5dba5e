import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import { expect } from "vitest";
import { createDb, withConnection } from "@/db/client";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, newSubmission, vote } from "@/db/testing/votable";
import type { Target } from "@/lib/citation/target-key";
import { announceChange, PAGES_CHANNEL } from "./announce-change";
import { relabel } from "./relabel";

const test = base.extend<{ targets: Target[]; heard: () => Promise<unknown[]> }>({
  targets: async ({ freshPool }, use) => {
    await use(
      await withConnection(freshPool, (connection) => addVotableHubs(connection, { keepers: 3, noise: 2 })),
    );
  },
  /** What was announced since the hubs were there; asking lets everything arrive that was sent by then. */
  heard: async ({ freshPool, targets }, use) => {
    expect(targets).not.toEqual([]);
    await listening(freshPool, use);
  },
});

async function listening(pool: Pool, use: (heard: () => Promise<unknown[]>) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  const payloads: unknown[] = [];
  client.on("notification", ({ payload }) => payloads.push(JSON.parse(payload ?? "null")));
  await client.query(`listen ${PAGES_CHANNEL}`);
  await use(async () => {
    await client.query("select 1");
    return payloads.splice(0);
  });
  client.release(true);
}

test("a vote announces its hub, its citer and the home page, and nothing else", async ({
  freshPool,
  targets,
  heard,
}) => {
  const db = createDb(freshPool);
  const target = targets[2] as Target;
  const ada = await addPerson(db);
  const submission = newSubmission();
  await vote(db, ada, target, {}, { submission });
  expect(await heard()).toEqual([["/hubs/keepers", `/citers/${target.workId}`, "/home/current"]]);
  await vote(db, ada, target, {}, { submission });
  await vote(db, ada, target).catch(() => "a conflict");
  expect(await heard()).toEqual([]);
});

test("citations of two hubs that are counted anew announce the pages of both", async ({
  freshPool,
  targets,
  heard,
}) => {
  const [one, other] = [targets[1], targets.at(-1)] as [Target, Target];
  await createDb(freshPool).transaction((tx) => relabel(tx, [other, one]));
  expect(await heard()).toEqual([
    ["/hubs/keepers", `/citers/${one.workId}`, "/hubs/noise", `/citers/${other.workId}`, "/home/current"],
  ]);
});

test("more paths than a message holds are announced as all", async ({ freshPool, heard }) => {
  const db = createDb(freshPool);
  await announceChange(
    db,
    Array.from({ length: 1_000 }, (_, i) => `/citers/${i}`),
  );
  expect(await heard()).toEqual(["all"]);
  await db.execute(sql`select 1`);
});
