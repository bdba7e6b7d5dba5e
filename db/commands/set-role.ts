import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type UserRole, user } from "@/db/schema/user";
import { UserError } from "@/lib/errors";
import { recordAct } from "./audit";
import { keepAnAdmin } from "./keep-an-admin";
import { type ActOnPerson, lockPerson } from "./lock-person";

/**
 * Gives a person another role.
 *
 * @throws UserError when it is the admin's own, that of the only admin, or no other one.
 */
export async function setRole(
  db: Db,
  { userId, byUserId, address, role }: ActOnPerson & { role: UserRole },
): Promise<void> {
  if (userId === byUserId) throw new UserError("You cannot change your own role. Another admin can.");
  await db.transaction(async (tx) => {
    if (role !== "admin") await keepAnAdmin(tx, userId);
    const person = await lockPerson(tx, userId);
    if (person.role === role) throw new UserError(`That is the role they have already: ${role}.`);
    await tx.update(user).set({ role }).where(eq(user.id, userId));
    const detail = { from: person.role, to: role };
    await recordAct(tx, {
      actorId: byUserId,
      action: "user.set_role",
      subject: `user:${userId}`,
      detail,
      address,
    });
  });
}
