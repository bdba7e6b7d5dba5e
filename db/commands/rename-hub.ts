import { and, eq, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { hub, hubSlugHistory } from "@/db/schema/hub";
import { UserError } from "@/lib/errors";
import { announceChange } from "./announce-change";
import { recordAct } from "./audit";
import { type ActOnHub, lockCitationsOf, lockHub } from "./lock-hub";

/**
 * Gives a hub another address; the old one leads to it from now on.
 *
 * @param slug the last part of the new address.
 * @throws UserError when the hub has it already, or another hub has it or had it.
 */
export async function renameHub(
  db: Db,
  { hubId, slug, byUserId, address }: ActOnHub & { slug: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    // A vote under way announces the page at the address that it has read.
    await lockCitationsOf(tx, hubId);
    const { slug: from } = await lockHub(tx, hubId);
    if (slug === from) throw new UserError("That is the address it has already.");
    await keepFree(tx, hubId, slug);
    await tx
      .delete(hubSlugHistory)
      .where(and(eq(hubSlugHistory.slug, slug), eq(hubSlugHistory.hubId, hubId)));
    await tx.insert(hubSlugHistory).values({ slug: from, hubId });
    await tx.update(hub).set({ slug }).where(eq(hub.id, hubId));
    await recordAct(tx, {
      actorId: byUserId,
      action: "hub.rename",
      subject: `hub:${hubId}`,
      detail: { from, to: slug },
      address,
    });
    // All pages: every page that links to the hub names its address.
    await announceChange(tx);
  });
}

async function keepFree(tx: Db, hubId: number, slug: string): Promise<void> {
  const [other] = await tx.select({ id: hub.id }).from(hub).where(eq(hub.slug, slug));
  if (other) throw new UserError(`Another hub is at /hubs/${slug}. Choose another address.`);
  const [earlier] = await tx
    .select({ hubId: hubSlugHistory.hubId })
    .from(hubSlugHistory)
    .where(and(eq(hubSlugHistory.slug, slug), ne(hubSlugHistory.hubId, hubId)));
  if (earlier)
    throw new UserError(`/hubs/${slug} leads to a hub that had it before. Choose another address.`);
}
