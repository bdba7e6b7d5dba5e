import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { digestOf } from "@/db/commands/one-time-tokens";
import { oneTimeToken, type TokenPurpose, user } from "@/db/schema/user";

/** For whom a secret still works, without using it up; null when it does not. */
export async function getTokenHolder(db: Db, purpose: TokenPurpose, secret: string) {
  const [row] = await db
    .select({ handle: user.handle, email: oneTimeToken.email })
    .from(oneTimeToken)
    .leftJoin(user, eq(user.id, oneTimeToken.userId))
    .where(
      and(
        eq(oneTimeToken.digest, digestOf(secret)),
        eq(oneTimeToken.purpose, purpose),
        isNull(oneTimeToken.usedAt),
        gt(oneTimeToken.expiresAt, sql`now()`),
      ),
    );
  return row ?? null;
}
