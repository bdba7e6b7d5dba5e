import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type APPROVALS, type UserRole, user } from "@/db/schema/user";
import { UserError } from "@/lib/errors";

interface NewAccount {
  handle: string;
  name: string;
  passwordHash: string | null;
  role?: UserRole;
  /** What makes its votes count from the beginning; null: nothing yet. */
  approvedBy?: (typeof APPROVALS)[number] | null;
}

/** Adds an account unless its handle is taken; null when it is. */
export async function addAccount(
  db: Db,
  { handle, name, passwordHash, role = "annotator", approvedBy = null }: NewAccount,
): Promise<number | null> {
  const approvedAt = approvedBy === null ? null : sql`now()`;
  const [added] = await db
    .insert(user)
    .values({ handle, name, passwordHash, role, approvedBy, approvedAt })
    .onConflictDoNothing({ target: user.handle })
    .returning({ id: user.id });
  return added?.id ?? null;
}

/** The complaint about a handle that somebody else has. */
export const handleTaken = (handle: string) =>
  new UserError(`The handle ${handle} is taken. Please choose another one.`);
