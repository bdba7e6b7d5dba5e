import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type APPROVALS, identity, user } from "@/db/schema/user";
import { UserError } from "@/lib/errors";
import { addAccount } from "./add-account";
import { recordAct } from "./audit";
import { spendToken } from "./one-time-tokens";
import { linkOver } from "./verify-email";

/** What a disabled person is told who proves to be that person. */
export const accountDisabled = () =>
  new UserError("Your account has been disabled. Ask the people who run the site.");

/** The account that a link from an e-mail belongs to; uses the link up. */
export async function signInByLink(db: Db, token: string): Promise<number> {
  return db.transaction(async (tx) => {
    const spent = await spendToken(tx, "sign_in", token);
    if (!spent?.userId) throw linkOver();
    const [person] = await tx
      .select({ id: user.id, disabledAt: user.disabledAt })
      .from(user)
      .where(and(eq(user.id, spent.userId), isNull(user.removedAt)));
    if (!person) throw linkOver();
    if (person.disabledAt) throw accountDisabled();
    return person.id;
  });
}

/** Somebody whom another site vouches for. */
export interface VouchedPerson {
  provider: string;
  /** What the provider calls the person, for ever. */
  subject: string;
  name: string;
  /** A handle to begin with; a number goes behind it when it is taken. */
  handle: string;
  /** Whether the provider's word makes votes count. */
  approvedBy: (typeof APPROVALS)[number] | null;
}

/**
 * The account of somebody whom another site vouches for, found by provider and subject and by nothing else; made when
 * there is none.
 *
 * @returns its id, or what keeps the person out: the account is disabled, or there is none and sign-up is closed.
 */
export async function signInVouched(
  db: Db,
  person: VouchedPerson,
  { signUpOpen, address }: { signUpOpen: boolean; address: string },
): Promise<number | "disabled" | "closed"> {
  return db.transaction(async (tx) => {
    const { provider, subject } = person;
    // Two sign-ins of a new person at once make one account.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${provider} ${subject}`}, 0))`);
    const [known] = await tx
      .select({ id: user.id, disabledAt: user.disabledAt })
      .from(identity)
      .innerJoin(user, eq(user.id, identity.userId))
      .where(and(eq(identity.provider, provider), eq(identity.subject, subject)));
    if (known) return known.disabledAt ? "disabled" : known.id;
    if (!signUpOpen) return "closed";
    const id = await addWithFreeHandle(tx, person);
    await tx.insert(identity).values({ provider, subject, userId: id });
    await recordAct(tx, {
      actorId: id,
      action: "user.sign_up",
      subject: `user:${id}`,
      detail: { provider },
      address,
    });
    return id;
  });
}

async function addWithFreeHandle(tx: Db, { handle, name, approvedBy }: VouchedPerson): Promise<number> {
  for (let n = 1; n < 10_000; n += 1) {
    const wanted = n === 1 ? handle : `${handle}-${n}`;
    const id = await addAccount(tx, { handle: wanted, name, passwordHash: null, approvedBy });
    if (id !== null) return id;
  }
  throw new Error(`no handle like ${handle} is free`);
}
