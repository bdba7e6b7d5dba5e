import "server-only";
import type { Db } from "@/db/client";
import { findTarget } from "@/db/queries/label-target";
import type { Target, TargetKey } from "@/lib/citation/target-key";
import { UserError } from "@/lib/errors";

/**
 * The target that a form is about.
 *
 * @throws UserError when there is none, or the person has not done the warm-up, without which nobody votes.
 */
export async function getTargetOf(db: Db, user: { warmedUp: boolean }, key: TargetKey): Promise<Target> {
  if (!user.warmedUp)
    throw new UserError(
      "Five practice items come before the first vote. Open Annotate in the head of the page.",
    );
  const target = await findTarget(db, key);
  if (target === null) throw new UserError("This is no longer here. Open Annotate for the next one.");
  return target;
}
