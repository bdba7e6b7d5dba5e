import type { Db } from "@/db/client";
import { notification } from "@/db/schema/user";

type Notice = Pick<typeof notification.$inferInsert, "userId" | "kind" | "detail">;

/** Leaves each person a notice, in the transaction of what it tells. */
export async function notify(tx: Db, notices: readonly Notice[]): Promise<void> {
  if (notices.length > 0) await tx.insert(notification).values([...notices]);
}
