import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { getPerson } from "@/db/queries/person";
import { user } from "@/db/schema/user";
import { lastAct } from "@/db/testing/acts";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, vote } from "@/db/testing/votable";
import { approvePerson, withdrawApproval } from "./approve-person";
import { makeAdmin } from "./set-up";
import { claimEmail } from "./sign-up";
import { verifyEmail } from "./verify-email";

const address = "192.0.2.1";

async function citersLabelled(db: Db, slug: string): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from citation c join hub h on h.id = c.hub_id
    where h.slug = ${slug} and c.label_state = 'labelled'`);
  return rows[0]?.n ?? 0;
}

test("with the approval all earlier votes count, and with its withdrawal none", async ({ connection }) => {
  const { db } = connection;
  const targets = await addVotableHubs(connection, { lighthouses: 3 });
  const [other] = await addVotableHubs(connection, { noise: 1 });
  const admin = await addPerson(db, { role: "admin" });
  const ada = await addPerson(db, { approved: false });
  const waiting = await addPerson(db, { approved: false });
  for (const target of targets.filter((one) => one.contextId === null).slice(0, 2))
    await vote(db, ada, target);
  if (other) await vote(db, waiting, other);
  expect(await citersLabelled(db, "lighthouses")).toBe(0);

  await approvePerson(db, { userId: ada, byUserId: admin, address });
  expect(await citersLabelled(db, "lighthouses")).toBe(2);
  expect(await citersLabelled(db, "noise")).toBe(0);
  expect(await lastAct(db)).toEqual({
    actorId: admin,
    action: "user.approve",
    subject: `user:${ada}`,
    detail: {},
    address,
  });

  await withdrawApproval(db, { userId: ada, byUserId: admin, address });
  expect(await citersLabelled(db, "lighthouses")).toBe(0);
  expect(await lastAct(db)).toMatchObject({ action: "user.withdraw_approval", subject: `user:${ada}` });
});

test("a withdrawn approval keeps the mark of an admin, so that nothing but an admin gives it back", async ({
  db,
}) => {
  const admin = await addPerson(db, { role: "admin" });
  const ada = await addPerson(db);
  await db.update(user).set({ approvedBy: "orcid" }).where(eq(user.id, ada));
  await withdrawApproval(db, { userId: ada, byUserId: admin, address });
  expect(
    await db.select({ at: user.approvedAt, by: user.approvedBy }).from(user).where(eq(user.id, ada)),
  ).toEqual([{ at: null, by: "admin" }]);
});

const prove = async (db: Db, userId: number, email: string) => {
  const claim = await claimEmail(db, { userId, email });
  if (!("token" in claim)) throw new Error("the address is taken");
  await verifyEmail(db, { token: claim.token, address });
};

test("a verified e-mail address makes earlier votes count too", async ({ connection }) => {
  const { db } = connection;
  const [first, second] = await addVotableHubs(connection, { lighthouses: 2 });
  const [ada, waiting] = [await addPerson(db, { approved: false }), await addPerson(db, { approved: false })];
  if (first && second) {
    await vote(db, ada, first);
    await vote(db, waiting, second);
  }
  await prove(db, ada, "ada@example.org");
  expect(await citersLabelled(db, "lighthouses")).toBe(1);
});

test("a verified e-mail address does not give back an approval that an admin withdrew", async ({ db }) => {
  const admin = await addPerson(db, { role: "admin" });
  const ada = await addPerson(db, { handle: "ada" });
  await withdrawApproval(db, { userId: ada, byUserId: admin, address });
  await prove(db, ada, "ada@example.org");
  expect(await getPerson(db, "ada")).toMatchObject({ approved: false });
});

test("an account that becomes an admin from the shell is approved with its votes", async ({ connection }) => {
  const { db } = connection;
  const [first] = await addVotableHubs(connection, { lighthouses: 1 });
  const ada = await addPerson(db, { handle: "ada", approved: false });
  if (first) await vote(db, ada, first);
  await makeAdmin(db, "ada");
  expect(await citersLabelled(db, "lighthouses")).toBe(1);
});

test("what is done twice is refused", async ({ db }) => {
  const admin = await addPerson(db, { role: "admin" });
  const [approved, waiting] = [await addPerson(db), await addPerson(db, { approved: false })];
  await expect(approvePerson(db, { userId: approved, byUserId: admin, address })).rejects.toThrow(
    "approved already",
  );
  await expect(withdrawApproval(db, { userId: waiting, byUserId: admin, address })).rejects.toThrow(
    "not approved",
  );
  expect(await lastAct(db)).toBeNull();
});
