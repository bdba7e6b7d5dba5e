import { and, count, eq, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { notification, user } from "@/db/schema/user";

/** What signing in needs to know of the account with a handle or an e-mail address; null when there is none. */
export async function getSignInAccount(db: Db, login: string) {
  const name = login.trim().toLowerCase();
  const [row] = await db
    .select({
      id: user.id,
      handle: user.handle,
      email: user.email,
      passwordHash: user.passwordHash,
      disabled: sql<boolean>`${user.disabledAt} is not null`,
    })
    .from(user)
    .where(and(or(eq(user.handle, name), eq(user.email, name)), isNull(user.removedAt)));
  return row ?? null;
}

/** Whether anybody runs the site. */
export async function hasAdmin(db: Db): Promise<boolean> {
  const [row] = await db
    .select({ n: count() })
    .from(user)
    .where(and(eq(user.role, "admin"), isNull(user.disabledAt), isNull(user.removedAt)));
  return (row?.n ?? 0) > 0;
}

/** How many notices a person has not read. */
export async function countUnreadNotices(db: Db, userId: number): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(notification)
    .where(and(eq(notification.userId, userId), isNull(notification.readAt)));
  return row?.n ?? 0;
}

/** Everybody with an account, by handle; for the shell of the server. */
export async function listAccounts(db: Db) {
  return db
    .select({
      handle: user.handle,
      name: user.name,
      role: user.role,
      approved: sql<boolean>`${user.approvedAt} is not null`,
      disabled: sql<boolean>`${user.disabledAt} is not null`,
    })
    .from(user)
    .where(isNull(user.removedAt))
    .orderBy(user.handle);
}

/** The verified e-mail address of a person; null when there is none. */
export async function getEmail(db: Db, userId: number): Promise<string | null> {
  const [row] = await db.select({ email: user.email }).from(user).where(eq(user.id, userId));
  return row?.email ?? null;
}
