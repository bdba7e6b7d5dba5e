import { eq, sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { createDb } from "@/db/client";
import { issueToken, spendToken } from "@/db/commands/one-time-tokens";
import { resetPassword } from "@/db/commands/reset-password";
import { makeAdmin, offerSetup, setUp } from "@/db/commands/set-up";
import { signInByLink, signInVouched } from "@/db/commands/sign-in";
import { claimEmail, signUp } from "@/db/commands/sign-up";
import { verifyEmail } from "@/db/commands/verify-email";
import { countUnreadNotices, getSignInAccount, hasAdmin, listAccounts } from "@/db/queries/account";
import { getTokenHolder } from "@/db/queries/one-time-token";
import { getSessionUser } from "@/db/queries/session";
import { auditLog, notification, oneTimeToken, user } from "@/db/schema/user";
import { test } from "@/db/testing/fixtures";
import { addPerson, addSession } from "@/db/testing/people";
import { UserError } from "@/lib/errors";

const address = "192.0.2.7";
const ADA = { handle: "ada", name: "Ada", passwordHash: "a hash" };

async function accountOf(db: Db, id: number) {
  const [row] = await db
    .select({
      email: user.email,
      verified: sql<boolean>`${user.emailVerifiedAt} is not null`,
      approvedBy: user.approvedBy,
      approved: sql<boolean>`${user.approvedAt} is not null`,
      role: user.role,
      passwordHash: user.passwordHash,
    })
    .from(user)
    .where(eq(user.id, id));
  return row;
}

const acts = async (db: Db) =>
  (await db.select({ action: auditLog.action, subject: auditLog.subject }).from(auditLog)).map(
    ({ action, subject }) => `${action} ${subject}`,
  );

describe("a one-time token", () => {
  test("works once, for its purpose alone, and only its digest is kept", async ({ db }) => {
    const ada = await addPerson(db, { handle: "ada" });
    const secret = await issueToken(db, { purpose: "sign_in", userId: ada });
    expect(JSON.stringify(await db.select({ digest: oneTimeToken.digest }).from(oneTimeToken))).not.toContain(
      secret,
    );
    expect(await spendToken(db, "reset_password", secret)).toBeNull();
    expect(await spendToken(db, "sign_in", `${secret}x`)).toBeNull();
    expect(await spendToken(db, "sign_in", secret)).toEqual({ userId: ada, email: null });
    expect(await spendToken(db, "sign_in", secret)).toBeNull();
  });

  test.for([
    ["reset_password", "10 minutes"],
    ["sign_in", "10 minutes"],
    ["verify_email", "24 hours"],
  ] as const)("for %s works for %s", async ([purpose, lifetime], { db }) => {
    const ada = await addPerson(db);
    const secret = await issueToken(db, { purpose, userId: ada, email: "ada@example.org" });
    const age = (by: string) =>
      db.update(oneTimeToken).set({ expiresAt: sql`${oneTimeToken.expiresAt} - ${by}::interval` });
    await age(lifetime);
    await age("-1 minute");
    expect(await getTokenHolder(db, purpose, secret)).not.toBeNull();
    await age("1 minute");
    expect(await getTokenHolder(db, purpose, secret)).toBeNull();
    expect(await spendToken(db, purpose, secret)).toBeNull();
  });

  test("stops working when another one is asked for, and nobody else's does", async ({ db }) => {
    const [ada, bob] = [await addPerson(db), await addPerson(db)];
    const bobs = await issueToken(db, { purpose: "reset_password", userId: bob });
    const first = await issueToken(db, { purpose: "reset_password", userId: ada });
    const second = await issueToken(db, { purpose: "reset_password", userId: ada });
    expect(await spendToken(db, "reset_password", first)).toBeNull();
    expect(await spendToken(db, "reset_password", second)).not.toBeNull();
    expect(await spendToken(db, "reset_password", bobs)).not.toBeNull();
  });

  test("is used by one of many who send it at once", async ({ freshPool }) => {
    const db = createDb(freshPool);
    const secret = await issueToken(db, { purpose: "setup", userId: null });
    const all = await Promise.all(Array.from({ length: 8 }, () => spendToken(db, "setup", secret)));
    expect(all.filter((one) => one !== null)).toHaveLength(1);
  });

  test("is not used up by looking at it", async ({ db }) => {
    const ada = await addPerson(db, { handle: "ada" });
    const secret = await issueToken(db, { purpose: "verify_email", userId: ada, email: "ada@example.org" });
    for (let i = 0; i < 2; i += 1)
      expect(await getTokenHolder(db, "verify_email", secret)).toEqual({
        handle: "ada",
        email: "ada@example.org",
      });
  });
});

describe("signing up", () => {
  test("makes an annotator whose votes do not count and who holds no address yet", async ({ db }) => {
    const id = await signUp(db, ADA);
    expect(await accountOf(db, id)).toEqual({
      email: null,
      verified: false,
      approved: false,
      approvedBy: null,
      role: "annotator",
      passwordHash: "a hash",
    });
  });

  test("with a handle that is taken is refused", async ({ db }) => {
    await addPerson(db, { handle: "ada" });
    await expect(signUp(db, ADA)).rejects.toThrow(UserError);
  });

  test("with an address that is taken makes an account all the same and tells the address alone", async ({
    db,
  }) => {
    await addPerson(db, { handle: "first", email: "ada@example.org" });
    const id = await signUp(db, ADA);
    expect(await claimEmail(db, { userId: id, email: "ada@example.org" })).toEqual({ takenBy: "first" });
    expect((await accountOf(db, id))?.email).toBeNull();
  });

  test("ends with the verified address, which approves the account", async ({ db }) => {
    const noise = await addPerson(db, { approved: false });
    const id = await signUp(db, ADA);
    const claim = await claimEmail(db, { userId: id, email: "ada@example.org" });
    if (!("token" in claim)) throw new Error("the address is free");
    expect(await verifyEmail(db, { token: claim.token, address })).toBe("ada");
    expect(await accountOf(db, id)).toMatchObject({
      email: "ada@example.org",
      verified: true,
      approvedBy: "email",
      approved: true,
    });
    expect(await accountOf(db, noise)).toMatchObject({ approved: false, email: null });
    expect(await acts(db)).toEqual([`user.verify_email user:${id}`]);
    await expect(verifyEmail(db, { token: claim.token, address })).rejects.toThrow(UserError);
  });

  test("of two accounts that claim one address, the first to prove it has it", async ({ db }) => {
    const [first, second] = [await signUp(db, ADA), await signUp(db, { ...ADA, handle: "bob" })];
    const email = "shared@example.org";
    const [one, other] = [
      await claimEmail(db, { userId: first, email }),
      await claimEmail(db, { userId: second, email }),
    ];
    if (!("token" in one && "token" in other)) throw new Error("the address is free");
    await verifyEmail(db, { token: other.token, address });
    await expect(verifyEmail(db, { token: one.token, address })).rejects.toThrow(/another account/);
    expect((await accountOf(db, first))?.approved).toBe(false);
  });
});

describe("signing in", () => {
  test("finds the account by handle or verified address, in any letters, and no removed one", async ({
    db,
  }) => {
    const ada = await addPerson(db, { handle: "ada", email: "ada@example.org" });
    await addPerson(db, { handle: "bob", email: "bob@example.org" });
    for (const login of ["ada", " ADA ", "Ada@Example.org"])
      expect(await getSignInAccount(db, login)).toMatchObject({ id: ada, handle: "ada" });
    expect(await getSignInAccount(db, "ad")).toBeNull();
    await db.update(user).set({ removedAt: new Date() }).where(eq(user.id, ada));
    expect(await getSignInAccount(db, "ada")).toBeNull();
  });

  test("by a link works once, and not for a disabled or removed person", async ({ db }) => {
    const ada = await addPerson(db);
    const link = () => issueToken(db, { purpose: "sign_in", userId: ada });
    const token = await link();
    expect(await signInByLink(db, token)).toBe(ada);
    await expect(signInByLink(db, token)).rejects.toThrow(UserError);
    await db.update(user).set({ disabledAt: new Date() }).where(eq(user.id, ada));
    await expect(signInByLink(db, await link())).rejects.toThrow(/disabled/);
    await db.update(user).set({ removedAt: new Date() }).where(eq(user.id, ada));
    await expect(signInByLink(db, await link())).rejects.toThrow(UserError);
  });
});

describe("somebody whom another site vouches for", () => {
  const person = {
    provider: "orcid",
    subject: "0000-0002-1825-0097",
    name: "Ada Lovelace",
    handle: "ada-lovelace",
    approvedBy: "orcid",
  } as const;
  const open = { signUpOpen: true, address };

  test("gets one account, found again by provider and subject", async ({ db }) => {
    const id = Number(await signInVouched(db, person, open));
    expect(await accountOf(db, id)).toMatchObject({
      approvedBy: "orcid",
      approved: true,
      passwordHash: null,
    });
    expect(await signInVouched(db, { ...person, name: "A. L." }, { ...open, signUpOpen: false })).toBe(id);
    expect(await signInVouched(db, { ...person, provider: "google", approvedBy: null }, open)).not.toBe(id);
    expect(await acts(db)).toHaveLength(2);
  });

  test("gets a handle of their own when the name is taken", async ({ db }) => {
    await addPerson(db, { handle: "ada-lovelace" });
    await addPerson(db, { handle: "ada-lovelace-2" });
    const id = Number(await signInVouched(db, person, open));
    expect((await listAccounts(db)).map(({ handle }) => handle)).toContain("ada-lovelace-3");
    expect(await accountOf(db, id)).toMatchObject({ role: "annotator" });
  });

  test("without an approving provider has votes that do not count yet", async ({ db }) => {
    const id = Number(await signInVouched(db, { ...person, provider: "google", approvedBy: null }, open));
    expect((await accountOf(db, id))?.approved).toBe(false);
  });

  test("is refused when disabled, and when new while sign-up is closed", async ({ db }) => {
    const id = Number(await signInVouched(db, person, open));
    await db.update(user).set({ disabledAt: new Date() }).where(eq(user.id, id));
    expect(await signInVouched(db, person, open)).toBe("disabled");
    expect(await signInVouched(db, { ...person, subject: "new" }, { ...open, signUpOpen: false })).toBe(
      "closed",
    );
    expect(await listAccounts(db)).toHaveLength(1);
  });

  test("gets one account when two sign-ins come at once", async ({ freshPool }) => {
    const db = createDb(freshPool);
    const ids = await Promise.all(Array.from({ length: 6 }, () => signInVouched(db, person, open)));
    expect(new Set(ids).size).toBe(1);
    expect(await listAccounts(db)).toHaveLength(1);
  });
});

describe("a reset", () => {
  test("changes the password, once, and ends every session of the account and no other", async ({ db }) => {
    const [ada, bob] = [await addPerson(db), await addPerson(db)];
    const [adas, bobs] = [await addSession(db, ada), await addSession(db, bob)];
    const token = await issueToken(db, { purpose: "reset_password", userId: ada });
    await resetPassword(db, { token, passwordHash: "a new hash", address });
    expect((await accountOf(db, ada))?.passwordHash).toBe("a new hash");
    expect((await accountOf(db, bob))?.passwordHash).toBeNull();
    expect(await getSessionUser(db, adas, ada)).toBeNull();
    expect(await getSessionUser(db, bobs, bob)).not.toBeNull();
    await expect(resetPassword(db, { token, passwordHash: "again", address })).rejects.toThrow(UserError);
    expect((await accountOf(db, ada))?.passwordHash).toBe("a new hash");
    expect(await acts(db)).toEqual([`user.reset_password user:${ada}`]);
  });
});

describe("setting up", () => {
  test("makes an approved admin with the newest secret, once", async ({ db }) => {
    await addPerson(db);
    const older = await offerSetup(db);
    const token = await offerSetup(db);
    if (older === null || token === null) throw new Error("there is no admin yet");
    await expect(setUp(db, { ...ADA, token: older, address })).rejects.toThrow(/prints a new one/);
    const id = await setUp(db, { ...ADA, token, address });
    expect(await accountOf(db, id)).toMatchObject({ role: "admin", approvedBy: "admin", approved: true });
    expect(await hasAdmin(db)).toBe(true);
    expect(await offerSetup(db)).toBeNull();
    await expect(setUp(db, { ...ADA, handle: "eve", token, address })).rejects.toThrow(/admin already/);
    expect(await acts(db)).toEqual([`user.set_up user:${id}`]);
  });

  test("with a handle that is taken leaves the secret usable", async ({ db }) => {
    await addPerson(db, { handle: "ada" });
    const token = (await offerSetup(db)) ?? "";
    const attempt = db.transaction((tx) => setUp(tx, { ...ADA, token, address }));
    await expect(attempt).rejects.toThrow(/taken/);
    await setUp(db, { ...ADA, handle: "ada-2", token, address });
  });

  test("makes one admin when two use the secret at once", async ({ freshPool }) => {
    const db = createDb(freshPool);
    const token = (await offerSetup(db)) ?? "";
    const attempts = ["ada", "bob", "eve"].map((handle) => setUp(db, { ...ADA, handle, token, address }));
    const done = (await Promise.allSettled(attempts)).filter(({ status }) => status === "fulfilled");
    expect(done).toHaveLength(1);
    expect(await listAccounts(db)).toHaveLength(1);
  });

  test("is offered again when the only admin is disabled", async ({ db }) => {
    await addPerson(db, { role: "admin", disabled: true });
    expect(await offerSetup(db)).not.toBeNull();
  });

  test("from the shell makes an admin of an account that is there and enabled", async ({ db }) => {
    const ada = await addPerson(db, { handle: "ada", approved: false });
    const bob = await addPerson(db, { handle: "bob" });
    await addPerson(db, { handle: "eve", disabled: true });
    await makeAdmin(db, "ada");
    expect(await accountOf(db, ada)).toMatchObject({ role: "admin", approvedBy: "admin" });
    expect(await accountOf(db, bob)).toMatchObject({ role: "annotator" });
    await expect(makeAdmin(db, "nobody-here")).rejects.toThrow(/no account/);
    await expect(makeAdmin(db, "eve")).rejects.toThrow(/disabled/);
  });
});

test("the notices that count are one's own and unread", async ({ db }) => {
  const [ada, bob] = [await addPerson(db), await addPerson(db)];
  const detail = { outcome: "kept", reason: "", path: "/", title: "A hub" };
  const kind = "flag_settled";
  await db.insert(notification).values([
    { userId: ada, kind, detail },
    { userId: ada, kind, detail, readAt: new Date() },
    { userId: bob, kind, detail },
    { userId: bob, kind, detail },
  ]);
  expect(await countUnreadNotices(db, ada)).toBe(1);
});
