import { desc } from "drizzle-orm";
import type { Db } from "@/db/client";
import { auditLog } from "@/db/schema/user";

/** The latest line of the audit log without its number and time; null when the log is empty. */
export async function lastAct(db: Db) {
  const [row] = await db
    .select({
      actorId: auditLog.actorId,
      action: auditLog.action,
      subject: auditLog.subject,
      detail: auditLog.detail,
      address: auditLog.address,
    })
    .from(auditLog)
    .orderBy(desc(auditLog.id))
    .limit(1);
  return row ?? null;
}
