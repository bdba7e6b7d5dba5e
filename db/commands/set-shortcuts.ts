import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { user } from "@/db/schema/user";

/** Lets single keys label for a person, or leaves the keyboard alone. */
export async function setShortcuts(db: Db, userId: number, shortcuts: boolean): Promise<void> {
  await db.update(user).set({ shortcuts }).where(eq(user.id, userId));
}
