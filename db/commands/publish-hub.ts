import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { hub } from "@/db/schema/hub";
import { UserError } from "@/lib/errors";
import { announceChange } from "./announce-change";
import { recordAct } from "./audit";
import { type ActOnHub, lockHub } from "./lock-hub";

/** Shows a hidden hub to readers. @throws UserError when it is published already. */
export async function publishHub(db: Db, act: ActOnHub): Promise<void> {
  await setStatus(db, act, "published", {});
}

/**
 * Hides a hub: for readers there is no such hub, and nothing speaks of it. Its citations and votes are kept.
 *
 * @throws UserError when it is hidden already.
 */
export async function hideHub(db: Db, { reason, ...act }: ActOnHub & { reason: string }): Promise<void> {
  await setStatus(db, act, "hidden", { reason });
}

async function setStatus(
  db: Db,
  { hubId, byUserId, address }: ActOnHub,
  status: "published" | "hidden",
  detail: Record<string, unknown>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { status: before } = await lockHub(tx, hubId);
    if (before === status)
      throw new UserError(`The hub is ${status} already. Open this page again to see it as it is.`);
    await tx.update(hub).set({ status }).where(eq(hub.id, hubId));
    await recordAct(tx, {
      actorId: byUserId,
      action: status === "hidden" ? "hub.hide" : "hub.publish",
      subject: `hub:${hubId}`,
      detail,
      address,
    });
    // All pages: beside its own those of its citers, and of the hubs with which it is co-cited.
    await announceChange(tx);
  });
}
