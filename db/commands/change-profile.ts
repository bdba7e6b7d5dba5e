import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";

/**
 * Changes what a person decides about themselves: the name that readers see, and whether single keys label. What is left
 * out stays as it is.
 */
export async function changeProfile(
  db: Db,
  { userId, name, shortcuts }: { userId: number; name?: string; shortcuts: boolean },
): Promise<void> {
  await db.update(user).set({ name, shortcuts }).where(eq(user.id, userId));
}
