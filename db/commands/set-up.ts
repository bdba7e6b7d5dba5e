import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { hasAdmin } from "@/db/queries/account";
import { user } from "@/db/schema/user";
import { UserError } from "@/lib/errors";
import { addAccount, handleTaken } from "./add-account";
import { recordAct } from "./audit";
import { issueToken, spendToken } from "./one-time-tokens";
import { recountVotesOf } from "./recount-votes";

const SETUP_LOCK = 7_305_809;

/** A new secret for becoming the first admin; null when there is an admin. Earlier ones stop working. */
export async function offerSetup(db: Db): Promise<string | null> {
  if (await hasAdmin(db)) return null;
  return issueToken(db, { purpose: "setup", userId: null });
}

/**
 * Makes the first admin, for whoever has the secret that the start of the program printed.
 *
 * @returns the id of the account.
 * @throws UserError when the secret does not work, the handle is taken, or there is an admin already.
 */
export async function setUp(
  db: Db,
  {
    token,
    address,
    ...account
  }: { token: string; handle: string; name: string; passwordHash: string; address: string },
): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SETUP_LOCK})`);
    if (await hasAdmin(tx))
      throw new UserError("This site has an admin already. Ask them for what you need.");
    if ((await spendToken(tx, "setup", token)) === null)
      throw new UserError("This link does not work any more. Start the program again: it prints a new one.");
    const id = await addAccount(tx, { ...account, role: "admin", approvedBy: "admin" });
    if (id === null) throw handleTaken(account.handle);
    await recordAct(tx, { actorId: id, action: "user.set_up", subject: `user:${id}`, address });
    return id;
  });
}

/**
 * Makes an account an approved admin, from the shell of the server.
 *
 * @throws UserError when there is no such account, or it is disabled.
 */
export async function makeAdmin(db: Db, handle: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [person] = await tx
      .select({ id: user.id, disabledAt: user.disabledAt })
      .from(user)
      .where(and(eq(user.handle, handle), isNull(user.removedAt)))
      .for("update");
    if (!person) throw new UserError(`There is no account with the handle ${handle}.`);
    if (person.disabledAt) throw new UserError(`The account ${handle} is disabled; an admin can enable it.`);
    await tx
      .update(user)
      .set({
        role: "admin",
        approvedAt: sql`coalesce(${user.approvedAt}, now())`,
        approvedBy: sql`coalesce(${user.approvedBy}, 'admin')`,
      })
      .where(eq(user.id, person.id));
    await recountVotesOf(tx, person.id);
    await recordAct(tx, { actorId: null, action: "user.make_admin", subject: `user:${person.id}` });
  });
}
