import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";
import { UserError } from "@/lib/errors";

/**
 * Makes sure that somebody besides the person can run the site. It locks all admins until the transaction ends, so
 * that two of them cannot take each other's place away at the same moment; call it before other people are locked.
 *
 * @throws UserError when the person is the only admin.
 */
export async function keepAnAdmin(tx: Db, userId: number): Promise<void> {
  const admins = await tx
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.role, "admin"), isNull(user.disabledAt), isNull(user.removedAt)))
    .orderBy(asc(user.id))
    .for("no key update");
  if (admins.length === 1 && admins[0]?.id === userId)
    throw new UserError(
      "The site needs an admin, and there is no other one. Make somebody else an admin first, then try again.",
    );
}
