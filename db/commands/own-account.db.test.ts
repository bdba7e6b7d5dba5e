import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { getAccount, getPasswordHash, listNotices, listSessions } from "@/db/queries/own-account";
import { notification, session, user } from "@/db/schema/user";
import { lastAct } from "@/db/testing/acts";
import { test } from "@/db/testing/fixtures";
import { addPerson, addSession } from "@/db/testing/people";
import { changePassword } from "./change-password";
import { changeProfile } from "./change-profile";
import { endShownSession } from "./end-shown-session";
import { markNoticesRead } from "./mark-notices-read";

const address = "192.0.2.1";

test("a profile changes for its owner alone", async ({ db }) => {
  const [ada, noise] = [await addPerson(db), await addPerson(db, { name: "Noise" })];
  await changeProfile(db, { userId: ada, name: "Ada L.", shortcuts: false });
  expect(await getAccount(db, ada)).toMatchObject({ name: "Ada L.", shortcuts: false });
  expect(await getAccount(db, noise)).toMatchObject({ name: "Noise", shortcuts: true });
});

test("another password ends all other sessions of the person and no session of anybody else", async ({
  db,
}) => {
  const [ada, noise] = [await addPerson(db), await addPerson(db)];
  const here = await addSession(db, ada);
  await addSession(db, ada);
  await addSession(db, ada);
  const elsewhere = await addSession(db, noise);
  const change = { userId: ada, oldHash: null, newHash: "new", sessionId: here, address };
  expect(await changePassword(db, change)).toBe(2);
  const left = await db.select({ id: session.id }).from(session).orderBy(asc(session.userId));
  expect(left.map(({ id }) => id)).toEqual([here, elsewhere]);
  expect([await getPasswordHash(db, ada), await getPasswordHash(db, noise)]).toEqual(["new", null]);
  expect(await lastAct(db)).toEqual({
    actorId: ada,
    action: "user.change_password",
    subject: `user:${ada}`,
    detail: {},
    address,
  });
});

test("a password that was changed meanwhile is not overwritten", async ({ db }) => {
  const ada = await addPerson(db);
  await db.update(user).set({ passwordHash: "newer" }).where(eq(user.id, ada));
  const change = { userId: ada, oldHash: "old", newHash: "mine", sessionId: "here", address };
  await expect(changePassword(db, change)).rejects.toThrow("in another window");
  await expect(changePassword(db, { ...change, oldHash: null })).rejects.toThrow("in another window");
  expect(await getPasswordHash(db, ada)).toBe("newer");
});

test("a shown session is ended by its owner, and by nobody else", async ({ db }) => {
  const [ada, noise] = [await addPerson(db), await addPerson(db)];
  const here = await addSession(db, ada);
  await addSession(db, ada);
  const [current, other] = await listSessions(db, ada, here);
  expect([current?.isCurrent, other?.isCurrent]).toEqual([true, false]);
  await expect(endShownSession(db, noise, other?.key ?? "")).rejects.toThrow("already signed out");
  await endShownSession(db, ada, other?.key ?? "");
  expect(await listSessions(db, ada, here)).toEqual([current]);
  await expect(endShownSession(db, ada, other?.key ?? "")).rejects.toThrow("already signed out");
});

test("a session is shown under another name than its own", async ({ db }) => {
  const ada = await addPerson(db);
  const id = await addSession(db, ada);
  const [shown] = await listSessions(db, ada, id);
  expect(shown?.key).toMatch(/^[\da-f]{24}$/);
  expect(JSON.stringify(shown)).not.toContain(id);
});

test("notices stand with the unread first, and are marked up to the one that was seen", async ({ db }) => {
  const [ada, noise] = [await addPerson(db), await addPerson(db)];
  const detail = { outcome: "dismissed", reason: "", path: "/citers/1", title: "A paper" };
  for (const userId of [ada, ada, noise, ada])
    await db.insert(notification).values({ userId, kind: "flag_settled", detail });
  const [third, second, first] = await listNotices(db, ada);
  await markNoticesRead(db, ada, second?.id ?? 0);
  const after = await listNotices(db, ada);
  expect(after.map(({ id, readAt }) => [id, readAt !== null])).toEqual([
    [third?.id, false],
    [second?.id, true],
    [first?.id, true],
  ]);
  expect((await listNotices(db, noise)).map(({ readAt }) => readAt)).toEqual([null]);
});
