import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";

/** Notes that a person has passed the warm-up, so that a first vote is possible; the first time stays. */
export async function passWarmUp(db: Db, userId: number): Promise<void> {
  await db
    .update(user)
    .set({ warmedUpAt: sql`now()` })
    .where(and(eq(user.id, userId), isNull(user.warmedUpAt)));
}
