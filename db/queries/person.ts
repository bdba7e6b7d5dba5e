import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";

/**
 * A person as readers see them; null where the account is gone or never was. What a disabled person called
 * themselves is not given: it may be why they were disabled.
 */
export async function getPerson(db: Db, handle: string) {
  const [row] = await db
    .select({
      id: user.id,
      handle: user.handle,
      name: sql<string>`case when ${user.disabledAt} is null then ${user.name} else '' end`,
      since: user.createdAt,
      approved: sql<boolean>`${user.approvedAt} is not null`,
      disabled: sql<boolean>`${user.disabledAt} is not null`,
    })
    .from(user)
    .where(and(eq(user.handle, handle), isNull(user.removedAt)));
  return row ?? null;
}
