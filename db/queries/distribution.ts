import type { Db } from "@/db/client";
import { target } from "@/db/schema/vote";
import type { Target } from "@/lib/citation/target-key";
import { isTarget, listTargetVotes } from "./target-votes";

/**
 * What people made of a target: its consensus and every current vote, oldest first; null while nobody has voted.
 * Whoever has not voted on the target is not shown this on the annotation page.
 */
export async function getDistribution(db: Db, of: Target) {
  const [label] = await db
    .select({
      polarityState: target.polarityState,
      polarity: target.polarity,
      roleState: target.roleState,
      role: target.role,
    })
    .from(target)
    .where(isTarget(of))
    .prepare("target_label")
    .execute();
  return label ? { label, votes: await listTargetVotes(db, of) } : null;
}

export type Distribution = NonNullable<Awaited<ReturnType<typeof getDistribution>>>;
