import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { getPerson } from "@/db/queries/person";
import { identity, notification, oneTimeToken, session, user } from "@/db/schema/user";
import { lastAct } from "@/db/testing/acts";
import { test } from "@/db/testing/fixtures";
import { addPerson, addSession } from "@/db/testing/people";
import { addVotableHubs, vote } from "@/db/testing/votable";
import { removeAccount } from "./remove-account";

const address = "192.0.2.1";
const detail = { outcome: "", reason: "", path: "/", title: "" };

/** An account with everything personal that one can have. */
async function addFullPerson(db: Db, handle: string): Promise<number> {
  const email = `${handle}@example.org`;
  const id = await addPerson(db, { handle, name: `Secret ${handle}`, email });
  await db
    .update(user)
    .set({ passwordHash: `hash of ${handle}` })
    .where(eq(user.id, id));
  await addSession(db, id);
  await db.insert(identity).values({ provider: "orcid", subject: handle, userId: id });
  await db.insert(notification).values({ userId: id, kind: "flag_settled", detail });
  const expiresAt = new Date();
  await db.insert(oneTimeToken).values({ digest: `1 ${handle}`, purpose: "sign_in", email, expiresAt });
  await db
    .insert(oneTimeToken)
    .values({ digest: `2 ${handle}`, purpose: "verify_email", userId: id, expiresAt });
  return id;
}

/** Every row of the tables of accounts, as text. */
async function everythingKnown(db: Db): Promise<string> {
  const tables = ['"user"', "identity", "session", "one_time_token", "notification", "turn", "audit_log"];
  const parts = tables.map((table) => `select t::text as row from ${table} t`);
  const { rows } = await db.execute<{ row: string }>(sql.raw(parts.join(" union all ")));
  return rows.map(({ row }) => row).join("\n");
}

test("nothing personal is left of a removed account, and all of another one", async ({ db }) => {
  const ada = await addFullPerson(db, "ada-to-go");
  const noise = await addFullPerson(db, "noise-to-stay");
  await removeAccount(db, { userId: ada, handle: "ada-to-go", address });
  const known = await everythingKnown(db);
  expect(known).not.toContain("ada-to-go");
  expect(known.split("noise-to-stay").length).toBeGreaterThan(8);
  expect(await db.select({ userId: session.userId }).from(session)).toEqual([{ userId: noise }]);
  expect(
    await db.select({ handle: user.handle, role: user.role }).from(user).where(eq(user.id, ada)),
  ).toEqual([{ handle: `removed-${ada}`, role: "reader" }]);
  expect(await getPerson(db, `removed-${ada}`)).toBeNull();
  expect(await lastAct(db)).toEqual({
    actorId: ada,
    action: "user.remove",
    subject: `user:${ada}`,
    detail: {},
    address,
  });
});

test("its votes stay and count", async ({ connection }) => {
  const { db } = connection;
  const [target] = await addVotableHubs(connection, { lighthouses: 1 });
  const ada = await addPerson(db, { handle: "ada" });
  if (target) await vote(db, ada, target, { polarity: "supporting" });
  await removeAccount(db, { userId: ada, handle: "ada", address });
  const { rows } = await db.execute(sql`
    select polarity, votes from target where work_id = ${target?.workId ?? 0}`);
  expect(rows).toEqual([{ polarity: "supporting", votes: 1 }]);
});

test("it is not removed when another handle was typed, not even that of somebody else", async ({ db }) => {
  const ada = await addPerson(db, { handle: "ada" });
  await addPerson(db, { handle: "bob" });
  for (const handle of ["bob", "ADA", ""])
    await expect(removeAccount(db, { userId: ada, handle, address })).rejects.toThrow("not your handle");
  expect(await getPerson(db, "ada")).toMatchObject({ id: ada });
});

test("the only admin stays until there is another one", async ({ db }) => {
  const only = await addPerson(db, { handle: "only", role: "admin" });
  await expect(removeAccount(db, { userId: only, handle: "only", address })).rejects.toThrow(
    "needs an admin",
  );
  await addPerson(db, { role: "admin" });
  await removeAccount(db, { userId: only, handle: "only", address });
  expect(await getPerson(db, "only")).toBeNull();
});
