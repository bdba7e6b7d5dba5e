import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";
import { UserError } from "@/lib/errors";

/**
 * What decides about a person's account, locked until the transaction ends. The lock lets others write rows that name
 * the person, such as votes.
 *
 * @throws UserError when the account is gone.
 */
export async function lockPerson(tx: Db, userId: number) {
  const [person] = await tx
    .select({
      role: user.role,
      approvedAt: user.approvedAt,
      disabledAt: user.disabledAt,
      removedAt: user.removedAt,
    })
    .from(user)
    .where(eq(user.id, userId))
    .for("no key update");
  if (!person || person.removedAt !== null) throw new UserError("That account was removed.");
  return person;
}

/** Who acts on whose account, and from where. */
export interface ActOnPerson {
  userId: number;
  /** The admin. */
  byUserId: number;
  /** The network address. */
  address: string;
}
