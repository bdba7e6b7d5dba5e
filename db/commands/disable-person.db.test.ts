import { eq, isNotNull } from "drizzle-orm";
import { expect } from "vitest";
import { getSessionUser } from "@/db/queries/session";
import { user } from "@/db/schema/user";
import { lastAct } from "@/db/testing/acts";
import { test } from "@/db/testing/fixtures";
import { addPerson, addSession } from "@/db/testing/people";
import { disablePerson, enablePerson } from "./disable-person";

const address = "192.0.2.1";

test("a disabled person is known as disabled at the next request, and nobody else is", async ({ db }) => {
  const admin = await addPerson(db, { role: "admin" });
  const bob = await addPerson(db);
  await addPerson(db);
  const session = await addSession(db, bob);
  await disablePerson(db, { userId: bob, byUserId: admin, address });
  expect(await getSessionUser(db, session, bob)).toMatchObject({ disabled: true });
  expect(await db.select({ id: user.id }).from(user).where(isNotNull(user.disabledAt))).toEqual([
    { id: bob },
  ]);
  expect(await lastAct(db)).toEqual({
    actorId: admin,
    action: "user.disable",
    subject: `user:${bob}`,
    detail: {},
    address,
  });
});

test("an enabled person is in again, with the same role", async ({ db }) => {
  const admin = await addPerson(db, { role: "admin" });
  const bob = await addPerson(db, { disabled: true });
  const noise = await addPerson(db, { disabled: true });
  const session = await addSession(db, bob);
  await enablePerson(db, { userId: bob, byUserId: admin, address });
  expect(await getSessionUser(db, session, bob)).toMatchObject({ disabled: false, role: "annotator" });
  expect(await db.select({ id: user.id }).from(user).where(isNotNull(user.disabledAt))).toEqual([
    { id: noise },
  ]);
  expect(await lastAct(db)).toMatchObject({ action: "user.enable", subject: `user:${bob}` });
});

test("nobody disables themselves, and the only admin cannot be disabled", async ({ db }) => {
  const only = await addPerson(db, { role: "admin" });
  const former = await addPerson(db);
  await expect(disablePerson(db, { userId: only, byUserId: only, address })).rejects.toThrow(
    "your own account",
  );
  await expect(disablePerson(db, { userId: only, byUserId: former, address })).rejects.toThrow(
    "The site needs an admin",
  );
  expect(await db.select({ id: user.id }).from(user).where(isNotNull(user.disabledAt))).toEqual([]);
  expect(await lastAct(db)).toBeNull();
});

test("what is done twice, or to an account that is gone, is refused", async ({ db }) => {
  const admin = await addPerson(db, { role: "admin" });
  const bob = await addPerson(db, { disabled: true });
  await expect(disablePerson(db, { userId: bob, byUserId: admin, address })).rejects.toThrow(
    "disabled already",
  );
  await db.update(user).set({ removedAt: new Date() }).where(eq(user.id, bob));
  await expect(enablePerson(db, { userId: bob, byUserId: admin, address })).rejects.toThrow("was removed");
});
