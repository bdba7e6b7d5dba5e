import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { endOtherSessions, endSession, noteVisit, startSession } from "@/db/commands/sessions";
import { getSessionUser } from "@/db/queries/session";
import { session, user } from "@/db/schema/user";
import { test } from "@/db/testing/fixtures";
import { addPerson, addSession } from "@/db/testing/people";

/** Moves the beginning and the last visit of a session into the past. */
const age = (db: Db, id: string, created: string, seen: string) =>
  db
    .update(session)
    .set({ createdAt: sql`now() - ${created}::interval`, seenAt: sql`now() - ${seen}::interval` })
    .where(eq(session.id, id));

const holds = async (db: Db, id: string, userId: number) => (await getSessionUser(db, id, userId)) !== null;

describe("a session", () => {
  test("holds for its person alone, and two of them have two names", async ({ db }) => {
    const ada = await addPerson(db);
    const bob = await addPerson(db);
    const first = await startSession(db, { userId: ada, userAgent: "a browser" });
    const second = await startSession(db, { userId: ada, userAgent: "a browser" });
    expect(first).not.toBe(second);
    expect(first).toMatch(/^[\w-]{22}$/);
    expect(await holds(db, first, ada)).toBe(true);
    expect(await holds(db, first, bob)).toBe(false);
    expect(await holds(db, "x", ada)).toBe(false);
  });

  test("runs out after 14 days without a visit, and a visit renews it", async ({ db }) => {
    const ada = await addPerson(db);
    const id = await addSession(db, ada);
    await age(db, id, "30 days", "13 days 23 hours");
    expect(await getSessionUser(db, id, ada)).toMatchObject({ stale: true });
    await noteVisit(db, id);
    expect(await getSessionUser(db, id, ada)).toMatchObject({ stale: false });
    await age(db, id, "30 days", "14 days 1 minute");
    expect(await holds(db, id, ada)).toBe(false);
  });

  test("ends after 90 days, however often it was used", async ({ db }) => {
    const ada = await addPerson(db);
    const id = await addSession(db, ada);
    await age(db, id, "89 days 23 hours", "0 days");
    expect(await holds(db, id, ada)).toBe(true);
    await age(db, id, "90 days 1 minute", "0 days");
    expect(await holds(db, id, ada)).toBe(false);
  });

  test("tells of a disabled person, and of nobody once the account is removed", async ({ db }) => {
    const ada = await addPerson(db);
    const id = await addSession(db, ada);
    await db.update(user).set({ disabledAt: new Date() }).where(eq(user.id, ada));
    expect(await getSessionUser(db, id, ada)).toMatchObject({ disabled: true });
    await db.update(user).set({ removedAt: new Date() }).where(eq(user.id, ada));
    expect(await holds(db, id, ada)).toBe(false);
  });

  test("is ended by its person alone", async ({ db }) => {
    const ada = await addPerson(db);
    const bob = await addPerson(db);
    const id = await addSession(db, ada);
    expect(await endSession(db, bob, id)).toBe(false);
    expect(await holds(db, id, ada)).toBe(true);
    expect(await endSession(db, ada, id)).toBe(true);
    expect(await holds(db, id, ada)).toBe(false);
  });

  test("stays when the others of its person are ended; those of other people stay anyway", async ({ db }) => {
    const ada = await addPerson(db);
    const bob = await addPerson(db);
    const [kept, other] = [await addSession(db, ada), await addSession(db, ada)];
    const bobs = await addSession(db, bob);
    expect(await endOtherSessions(db, ada, kept)).toBe(1);
    expect(await holds(db, kept, ada)).toBe(true);
    expect(await holds(db, other, ada)).toBe(false);
    expect(await endOtherSessions(db, ada, null)).toBe(1);
    expect(await holds(db, kept, ada)).toBe(false);
    expect(await holds(db, bobs, bob)).toBe(true);
  });

  test("sweeps those of its person that ran out when it starts", async ({ db }) => {
    const ada = await addPerson(db);
    const [old, unused, kept] = [
      await addSession(db, ada),
      await addSession(db, ada),
      await addSession(db, ada),
    ];
    await age(db, old, "91 days", "1 day");
    await age(db, unused, "15 days", "15 days");
    const started = await startSession(db, { userId: ada, userAgent: "x".repeat(1000) });
    const rows = await db
      .select({ id: session.id, agent: session.userAgent })
      .from(session)
      .where(eq(session.userId, ada));
    expect(rows.map(({ id }) => id).sort()).toEqual([kept, started].sort());
    expect(rows.find(({ id }) => id === started)?.agent).toHaveLength(200);
  });
});
