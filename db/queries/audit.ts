import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { Db } from "@/db/client";
import { auditLog, user } from "@/db/schema/user";

/** One page of the audit log, the newest first, and the id of its last line (null on the last page). */
export async function listActs(
  db: Db,
  filter: {
    /** A handle. */
    actor?: string | null;
    action?: string | null;
    /** On whom or what, such as `user:7`. */
    subject?: string | null;
    after?: number | null;
    limit: number;
  },
) {
  const { actor = null, action = null, subject = null, after = null, limit } = filter;
  const rows = await db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      /** Null: the shell of the server, or nobody who was signed in. */
      actor: user.handle,
      action: auditLog.action,
      subject: auditLog.subject,
      detail: auditLog.detail,
      address: auditLog.address,
    })
    .from(auditLog)
    .leftJoin(user, eq(user.id, auditLog.actorId))
    .where(
      and(
        actor === null ? undefined : eq(user.handle, actor),
        action === null ? undefined : eq(auditLog.action, action),
        subject === null ? undefined : eq(auditLog.subject, subject),
        after === null ? undefined : lt(auditLog.id, after),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(limit + 1);
  const acts = rows.slice(0, limit);
  return { acts, next: rows.length > limit ? (acts.at(-1)?.id ?? null) : null };
}

export type ActRow = Awaited<ReturnType<typeof listActs>>["acts"][number];

/** The handles of people, by id. */
export async function listHandles(db: Db, userIds: readonly number[]): Promise<Map<number, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .select({ id: user.id, handle: user.handle })
    .from(user)
    .where(inArray(user.id, [...userIds]));
  return new Map(rows.map(({ id, handle }) => [id, handle]));
}
