import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { hashPassword } from "@/lib/auth/passwords";
import { provePassword } from "@/lib/auth/prove-password";
import { UserError } from "@/lib/errors";

const PASSWORD = "a wheel of words";
const free = async () => undefined;

async function addAda(db: Db): Promise<number> {
  const ada = await addPerson(db, { handle: "ada", email: "ada@example.org" });
  const bob = await addPerson(db, { handle: "bob" });
  await db
    .update(user)
    .set({ passwordHash: await hashPassword(PASSWORD) })
    .where(eq(user.id, ada));
  await db
    .update(user)
    .set({ passwordHash: await hashPassword("bob has his own") })
    .where(eq(user.id, bob));
  return ada;
}

test("the right password proves its own account, by handle or address", async ({ db }) => {
  const ada = await addAda(db);
  for (const login of ["ada", "Ada@example.org"])
    expect(await provePassword(db, { login, password: PASSWORD }, free)).toBe(ada);
  await expect(provePassword(db, { login: "bob", password: PASSWORD }, free)).rejects.toThrow(UserError);
});

test("a wrong password, an unknown account and one without a password get the same answer", async ({
  db,
}) => {
  await addAda(db);
  await addPerson(db, { handle: "orcid-only" });
  for (const login of ["ada", "ada@example.org", "unknown", "unknown@example.org", "orcid-only"])
    await expect(provePassword(db, { login, password: "not this one" }, free)).rejects.toThrow(
      new UserError("The name or the password is wrong."),
    );
});

test("an unknown account takes as much work as a wrong password", async ({ db }) => {
  await addAda(db);
  // Time of this process on the processors, hashing threads included, so that what else the machine does weighs nothing.
  const times: Record<"ada" | "unknown", number[]> = { ada: [], unknown: [] };
  for (let i = 0; i < 25; i += 1)
    for (const login of ["ada", "unknown"] as const) {
      const before = process.cpuUsage();
      await provePassword(db, { login, password: "not this one" }, free).catch(() => undefined);
      const { user: inProgram, system } = process.cpuUsage(before);
      times[login].push(inProgram + system);
    }
  const [known = 0, unknown = 0] = [times.ada, times.unknown].map((all) => all.sort((a, b) => a - b)[12]);
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});

test("a disabled person learns so only with the right password", async ({ db }) => {
  const ada = await addAda(db);
  await db.update(user).set({ disabledAt: new Date() }).where(eq(user.id, ada));
  await expect(provePassword(db, { login: "ada", password: "wrong" }, free)).rejects.toThrow(/is wrong/);
  await expect(provePassword(db, { login: "ada", password: PASSWORD }, free)).rejects.toThrow(/disabled/);
});

test("attempts by handle and by address count against one account, before the password is looked at", async ({
  db,
}) => {
  const ada = await addAda(db);
  const spent: string[] = [];
  const spend = async (account: string) => {
    spent.push(account);
    throw new UserError("too often");
  };
  for (const login of ["ada", "ADA@example.org", "Unknown"])
    await expect(provePassword(db, { login, password: PASSWORD }, spend)).rejects.toThrow("too often");
  expect(spent).toEqual([String(ada), String(ada), "unknown"]);
});
