import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { recordAct } from "@/db/commands/audit";
import { session, user } from "@/db/schema/user";
import { test } from "@/db/testing/fixtures";
import { addPerson, addSession } from "@/db/testing/people";
import { addVotableHubs, vote } from "@/db/testing/votable";
import { listActs, listHandles } from "./audit";
import { getPersonForAdmin, listPeople, type PeopleShown } from "./people";
import { getWaiting } from "./waiting";

const search = (words: string, shown: PeopleShown = "all") => ({ words, shown, after: null, limit: 100 });

const handlesOf = ({ people }: Awaited<ReturnType<typeof listPeople>>) => people.map(({ handle }) => handle);

test("people are found by a part of handle, name or e-mail address, newest first", async ({ db }) => {
  await addPerson(db, { handle: "ada", name: "Augusta King" });
  await addPerson(db, { handle: "king-of-tides" });
  await addPerson(db, { handle: "bob", email: "bob@KING.example".toLowerCase() });
  await addPerson(db, { handle: "noise", name: "Somebody Else", email: "noise@example.org" });
  expect(handlesOf(await listPeople(db, search("KING")))).toEqual(["bob", "king-of-tides", "ada"]);
  expect(handlesOf(await listPeople(db, search("")))).toHaveLength(4);
  expect(handlesOf(await listPeople(db, search("%")))).toEqual([]);
  expect(handlesOf(await listPeople(db, search("a_a")))).toEqual([]);
});

test("the list can show those without approval, the disabled and the admins; removed accounts are in none", async ({
  db,
}) => {
  await addPerson(db, { handle: "admin-one", role: "admin" });
  await addPerson(db, { handle: "waiting", approved: false });
  await addPerson(db, { handle: "disabled", disabled: true, approved: false });
  const gone = await addPerson(db, { handle: "gone", approved: false });
  await db.update(user).set({ removedAt: new Date() }).where(eq(user.id, gone));
  expect(handlesOf(await listPeople(db, search("", "not_approved")))).toEqual(["waiting"]);
  expect(handlesOf(await listPeople(db, search("", "disabled")))).toEqual(["disabled"]);
  expect(handlesOf(await listPeople(db, search("", "admins")))).toEqual(["admin-one"]);
  expect(handlesOf(await listPeople(db, search("")))).not.toContain("gone");
  expect(await getPersonForAdmin(db, "gone")).toMatchObject({ id: gone });
  expect(await getPersonForAdmin(db, "nobody")).toBeNull();
});

test("pages of people follow one another without a gap", async ({ db }) => {
  for (let i = 0; i < 5; i += 1) await addPerson(db, { handle: `p-${i}` });
  const first = await listPeople(db, { ...search(""), limit: 3 });
  const second = await listPeople(db, { ...search(""), after: first.next, limit: 3 });
  expect([handlesOf(first), handlesOf(second), second.next]).toEqual([
    ["p-4", "p-3", "p-2"],
    ["p-1", "p-0"],
    null,
  ]);
});

test("each person has their own votes and their own latest visit", async ({ connection }) => {
  const { db } = connection;
  const targets = await addVotableHubs(connection, { lighthouses: 2 });
  const [ada, bob] = [await addPerson(db, { handle: "ada" }), await addPerson(db, { handle: "bob" })];
  for (const target of targets) await vote(db, ada, target);
  if (targets[0]) await vote(db, bob, targets[0]);
  await addSession(db, ada);
  const seenAt = new Date("2026-05-03T10:00:00Z");
  await db.update(session).set({ seenAt });
  const { people } = await listPeople(db, search(""));
  expect(people.map(({ handle, votes, seenAt }) => [handle, votes, seenAt])).toEqual([
    ["bob", 1, null],
    ["ada", 3, seenAt],
  ]);
});

test("the log is read newest first, by who did it, by what and by on whom", async ({ db }) => {
  const [ada, bob] = [await addPerson(db, { handle: "ada" }), await addPerson(db, { handle: "bob" })];
  const act = (actorId: number | null, action: string, subject: string) =>
    recordAct(db, { actorId, action, subject });
  await act(ada, "user.disable", `user:${bob}`);
  await act(null, "user.approve", `user:${ada}`);
  await act(ada, "user.approve", `user:${bob}`);
  const said = async (filter: Omit<Parameters<typeof listActs>[1], "limit">) =>
    (await listActs(db, { ...filter, limit: 10 })).acts.map(({ actor, action }) => `${actor} ${action}`);
  expect(await said({})).toEqual(["ada user.approve", "null user.approve", "ada user.disable"]);
  expect(await said({ actor: "ada" })).toEqual(["ada user.approve", "ada user.disable"]);
  expect(await said({ action: "user.disable" })).toEqual(["ada user.disable"]);
  expect(await said({ subject: `user:${ada}` })).toEqual(["null user.approve"]);
  expect(await said({ actor: "nobody" })).toEqual([]);
  expect(await listHandles(db, [bob])).toEqual(new Map([[bob, "bob"]]));
});

test("pages of the log follow one another without a gap", async ({ db }) => {
  for (let i = 0; i < 5; i += 1) await recordAct(db, { actorId: null, action: "x", subject: `user:${i}` });
  const first = await listActs(db, { limit: 3 });
  const second = await listActs(db, { after: first.next, limit: 3 });
  expect([...first.acts, ...second.acts].map(({ subject }) => subject)).toEqual(
    [4, 3, 2, 1, 0].map((i) => `user:${i}`),
  );
  expect(second.next).toBeNull();
});

test("what waits counts contested targets and people without approval, not what is settled", async ({
  connection,
}) => {
  const { db } = connection;
  expect(await getWaiting(db)).toEqual({ contested: 0, flags: 0, contexts: 0, people: 0 });
  const targets = await addVotableHubs(connection, { lighthouses: 2 });
  const [ada, bob] = [await addPerson(db), await addPerson(db)];
  await addPerson(db, { approved: false });
  await addPerson(db, { approved: false, disabled: true });
  for (const target of targets) {
    await vote(db, ada, target, { polarity: "supporting" });
    await vote(db, bob, target, { polarity: target === targets[0] ? "contrasting" : "supporting" });
  }
  expect(await getWaiting(db)).toEqual({ contested: 1, flags: 0, contexts: 0, people: 1 });
});
