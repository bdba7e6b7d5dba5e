import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { oneTimeToken, type TokenPurpose } from "@/db/schema/user";

const BYTES = 32;

/** How long each kind of link works. */
const TOKEN_LIFETIME = {
  setup: "7 days",
  verify_email: "24 hours",
  reset_password: "10 minutes",
  sign_in: "10 minutes",
} as const satisfies Record<TokenPurpose, string>;

/** What is kept of a secret: nobody who reads the table can use it. */
export const digestOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/**
 * Makes a secret that works once, and only until its time is over. Earlier ones for the same purpose and person stop
 * working.
 *
 * @returns the secret, which is not kept.
 */
export async function issueToken(
  db: Db,
  { purpose, userId, email = null }: { purpose: TokenPurpose; userId: number | null; email?: string | null },
): Promise<string> {
  await db
    .delete(oneTimeToken)
    .where(
      and(
        eq(oneTimeToken.purpose, purpose),
        userId === null ? isNull(oneTimeToken.userId) : eq(oneTimeToken.userId, userId),
      ),
    );
  await db.delete(oneTimeToken).where(lt(oneTimeToken.expiresAt, sql`now() - interval '7 days'`));
  const secret = randomBytes(BYTES).toString("base64url");
  const expiresAt = sql`now() + ${TOKEN_LIFETIME[purpose]}::interval`;
  await db.insert(oneTimeToken).values({ digest: digestOf(secret), purpose, userId, email, expiresAt });
  return secret;
}

/** Uses a secret up; null when it was used before, has run out, or is for something else. */
export async function spendToken(
  tx: Db,
  purpose: TokenPurpose,
  secret: string,
): Promise<{ userId: number | null; email: string | null } | null> {
  const [spent] = await tx
    .update(oneTimeToken)
    .set({ usedAt: sql`now()` })
    .where(
      and(
        eq(oneTimeToken.digest, digestOf(secret)),
        eq(oneTimeToken.purpose, purpose),
        isNull(oneTimeToken.usedAt),
        gt(oneTimeToken.expiresAt, sql`now()`),
      ),
    )
    .returning({ userId: oneTimeToken.userId, email: oneTimeToken.email });
  return spent ?? null;
}
