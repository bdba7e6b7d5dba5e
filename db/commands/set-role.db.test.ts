import { asc, eq } from "drizzle-orm";
import { expect } from "vitest";
import { createDb, type Db } from "@/db/client";
import { user } from "@/db/schema/user";
import { lastAct } from "@/db/testing/acts";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { setRole } from "./set-role";

const roleOf = async (db: Db, id: number) =>
  (await db.select({ role: user.role }).from(user).where(eq(user.id, id)))[0]?.role;

const listRoles = async (db: Db) =>
  (await db.select({ role: user.role }).from(user).orderBy(asc(user.id))).map(({ role }) => role);

const address = "192.0.2.1";

test("a person gets another role, the log says from which to which, and nobody else changes", async ({
  db,
}) => {
  const admin = await addPerson(db, { role: "admin" });
  const ada = await addPerson(db);
  await addPerson(db);
  await setRole(db, { userId: ada, role: "reader", byUserId: admin, address });
  expect(await listRoles(db)).toEqual(["admin", "reader", "annotator"]);
  expect(await lastAct(db)).toEqual({
    actorId: admin,
    action: "user.set_role",
    subject: `user:${ada}`,
    detail: { from: "annotator", to: "reader" },
    address,
  });
});

test("an admin can make another person an admin, and take it back", async ({ db }) => {
  const admin = await addPerson(db, { role: "admin" });
  const ada = await addPerson(db);
  await setRole(db, { userId: ada, role: "admin", byUserId: admin, address });
  expect(await roleOf(db, ada)).toBe("admin");
  await setRole(db, { userId: ada, role: "annotator", byUserId: admin, address });
  expect(await roleOf(db, ada)).toBe("annotator");
});

test("nobody changes their own role", async ({ db }) => {
  const admin = await addPerson(db, { role: "admin" });
  await addPerson(db, { role: "admin" });
  await expect(setRole(db, { userId: admin, role: "reader", byUserId: admin, address })).rejects.toThrow(
    "You cannot change your own role",
  );
  expect(await lastAct(db)).toBeNull();
});

test("the only admin stays one; a disabled admin does not stand in", async ({ db }) => {
  const only = await addPerson(db, { role: "admin" });
  const disabled = await addPerson(db, { role: "admin", disabled: true });
  await expect(setRole(db, { userId: only, role: "reader", byUserId: disabled, address })).rejects.toThrow(
    "The site needs an admin",
  );
  expect(await roleOf(db, only)).toBe("admin");
});

test("two admins who demote each other at the same moment leave one", async ({ freshPool }) => {
  const db = createDb(freshPool);
  for (let round = 0; round < 10; round += 1) {
    await db.update(user).set({ role: "reader" });
    const [a, b] = [await addPerson(db, { role: "admin" }), await addPerson(db, { role: "admin" })];
    const outcomes = await Promise.allSettled([
      setRole(db, { userId: a, role: "reader", byUserId: b, address }),
      setRole(db, { userId: b, role: "reader", byUserId: a, address }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.select({ id: user.id }).from(user).where(eq(user.role, "admin"))).toHaveLength(1);
  }
});
