import { and, eq, isNull, lte, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { notification } from "@/db/schema/user";

/** Marks a person's notices as read, up to the latest that was on their page: a later one they have not seen. */
export async function markNoticesRead(db: Db, userId: number, upTo: number): Promise<void> {
  await db
    .update(notification)
    .set({ readAt: sql`now()` })
    .where(and(eq(notification.userId, userId), lte(notification.id, upTo), isNull(notification.readAt)));
}
