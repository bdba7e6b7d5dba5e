import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { listClaims } from "@/db/queries/hub";
import { lastAct } from "@/db/testing/acts";
import { claimRows, test } from "@/db/testing/administered";
import { takeRecords } from "@/db/testing/take-records";
import { votableHub } from "@/db/testing/votable";
import { addClaim, editClaim, moveClaim } from "./edit-claims";
import { retireClaim } from "./retire-claim";

const words = { text: "Keepers sing at night.", quote: "sing at night" };
const numbersOf = async (db: Db, hubId: number) => (await listClaims(db, hubId)).map(({ number }) => number);

async function versionsOf(db: Db, hubId: number, number: number) {
  const { rows } = await db.execute(sql`
    select version, text, quote, retired, changed_by as "by" from claim_version
    where hub_id = ${hubId} and number = ${number} order by version`);
  return rows;
}

test("a claim is added at the end with a number of its own, and the other hub has none more", async ({
  db,
  world: { act, hubId, noiseId },
}) => {
  expect(await addClaim(db, { ...act, words })).toBe(3);
  expect((await listClaims(db, hubId)).at(-1)).toEqual({ number: 3, ...words });
  expect(await numbersOf(db, noiseId)).toEqual([1, 2]);
  expect(await lastAct(db)).toEqual({
    actorId: act.byUserId,
    action: "claim.add",
    subject: `claim:${hubId}-3`,
    detail: words,
    address: "192.0.2.1",
  });
});

test("the number of a retired claim is never given again", async ({ db, world: { act, hubId } }) => {
  await addClaim(db, { ...act, words });
  await retireClaim(db, { ...act, number: 3 });
  expect(await addClaim(db, { ...act, words })).toBe(4);
  expect(await numbersOf(db, hubId)).toEqual([1, 2, 4]);
});

test("a changed claim keeps every version with who wrote it", async ({ db, world: { act, hubId } }) => {
  await editClaim(db, { ...act, number: 2, version: 1, words });
  await retireClaim(db, { ...act, number: 2 });
  const by = act.byUserId;
  expect(await versionsOf(db, hubId, 2)).toEqual([
    { version: 1, text: "Keepers sleep by day.", quote: null, retired: false, by: null },
    { version: 2, ...words, retired: false, by },
    { version: 3, ...words, retired: true, by },
  ]);
  await expect(
    db.transaction((tx) => tx.execute(sql`update claim_version set text = 'x' where hub_id = ${hubId}`)),
  ).rejects.toMatchObject({ cause: { message: expect.stringContaining("append-only") } });
});

test("two admins do not overwrite each other's words, and the same words are no change", async ({
  db,
  world: { act },
}) => {
  await editClaim(db, { ...act, number: 2, version: 1, words });
  const other = { ...words, text: "Keepers hum." };
  await expect(editClaim(db, { ...act, number: 2, version: 1, words: other })).rejects.toThrow(
    "Somebody changed this claim meanwhile.",
  );
  await expect(editClaim(db, { ...act, number: 2, version: 2, words })).rejects.toThrow("says that already");
  await expect(editClaim(db, { ...act, number: 9, version: 1, words })).rejects.toThrow("no claim C9");
});

test("a claim moves past its neighbour on the list, also past retired ones, and keeps its number", async ({
  db,
  world: { act, hubId, noiseId },
}) => {
  await addClaim(db, { ...act, words });
  await retireClaim(db, { ...act, number: 2 });
  await moveClaim(db, { ...act, number: 3, to: "up" });
  expect(await numbersOf(db, hubId)).toEqual([3, 1]);
  await moveClaim(db, { ...act, number: 3, to: "down" });
  expect(await numbersOf(db, hubId)).toEqual([1, 3]);
  await expect(moveClaim(db, { ...act, number: 3, to: "down" })).rejects.toThrow("cannot move down");
  await expect(moveClaim(db, { ...act, number: 2, to: "up" })).rejects.toThrow("cannot move up");
  expect(await numbersOf(db, noiseId)).toEqual([1, 2]);
});

test("an import leaves alone what an admin wrote, says so, and still brings what nobody touched", async ({
  connection,
  world: { act, hubId },
}) => {
  const { db } = connection;
  await editClaim(db, { ...act, number: 1, version: 1, words });
  const records = votableHub("keepers", 4).map((record) =>
    record.kind === "claim" && record.number === 2 ? { ...record, text: "Keepers nap by day." } : record,
  );
  const { warnings } = await takeRecords(connection, records);
  expect((await claimRows(db, hubId)).map(({ text }) => text)).toEqual([words.text, "Keepers nap by day."]);
  expect(JSON.stringify(warnings)).toContain("claim C1 of /hubs/keepers");
  expect(await versionsOf(db, hubId, 2)).toHaveLength(2);
});
