import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { quoteDigest } from "@/db/quote-digest";
import { citationContext } from "@/db/schema/citation";
import { findMarkers } from "@/lib/citation/find-markers";
import { UserError } from "@/lib/errors";
import { recordAct } from "./audit";
import { lockSuggestedSummary, summariseHubs } from "./import/summarise-hubs";
import { lockCitation } from "./lock-citation";
import { relabel } from "./relabel";
import { lockWork } from "./set-hidden";

/** Who added a sentence by hand, as its source is called. */
const ADDED_BY_HAND = "by_hand";

interface AddedContext {
  userId: number;
  hubId: number;
  workId: number;
  text: string;
  /** The neighbouring sentences and the section, empty where they are not known. */
  before: string;
  after: string;
  section: string;
  /** The citation marker as it stands in the text, such as "[12]"; may be empty. */
  marker: string;
  /** Where the person read it: an address or a few words. */
  readIn: string;
  address: string;
}

/**
 * Adds a sentence that somebody read in the citing paper. It can be labelled at once, and says that nobody has
 * confirmed it yet.
 *
 * @throws UserError when there is no such citation, the sentence is held already, or the marker is not in it.
 */
export async function addContext(db: Db, given: AddedContext): Promise<{ contextId: number }> {
  const { userId, hubId, workId, text, readIn, address } = given;
  const markers = findMarkers(text, given.marker);
  if (given.marker.trim() !== "" && markers.length === 0)
    throw new UserError("The marker does not stand in the sentence as you typed it.");
  return db.transaction(async (tx) => {
    await lockWork(tx, workId);
    await lockSuggestedSummary(tx, hubId);
    if (!(await lockCitation(tx, hubId, workId)))
      throw new UserError("This paper is not known to cite that hub, so no sentence can be added.");
    const [added] = await tx
      .insert(citationContext)
      .values({
        hubId,
        workId,
        text,
        before: given.before || null,
        after: given.after || null,
        section: given.section || null,
        markers,
        source: ADDED_BY_HAND,
        quoteDigest: quoteDigest(text),
        addedBy: userId,
        readIn,
      })
      .onConflictDoNothing()
      .returning({ id: citationContext.id });
    if (!added) throw new UserError("This sentence is held already; you can label it on the paper's page.");
    await tx.execute(sql`select refresh_citations(array[${workId}::bigint])`);
    await relabel(tx, [{ hubId, workId }]);
    await summariseHubs(tx, [hubId]);
    await recordAct(tx, { actorId: userId, action: "context.add", subject: `context:${added.id}`, address });
    return { contextId: added.id };
  });
}

/**
 * Says that a sentence added by hand stands in the paper: a second person's word, or an admin's.
 *
 * @throws UserError when it cannot be confirmed by this person, or any more.
 */
export async function confirmContext(
  db: Db,
  {
    userId,
    isAdmin,
    contextId,
    address,
  }: { userId: number; isAdmin: boolean; contextId: number; address: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const [held] = await tx
      .select({ hubId: citationContext.hubId, workId: citationContext.workId })
      .from(citationContext)
      .where(eq(citationContext.id, contextId));
    const isThere = held !== undefined && (await lockCitation(tx, held.hubId, held.workId));
    if (!isThere || !(await setConfirmed(tx, { userId, isAdmin, contextId })))
      throw new UserError(
        "This sentence needs no confirmation from you: it was confirmed already, taken away, or added by yourself.",
      );
    await relabel(tx, [held]);
    await recordAct(tx, {
      actorId: userId,
      action: "context.confirm",
      subject: `context:${contextId}`,
      address,
    });
  });
}

async function setConfirmed(
  tx: Db,
  { userId, isAdmin, contextId }: { userId: number; isAdmin: boolean; contextId: number },
): Promise<boolean> {
  const rows = await tx
    .update(citationContext)
    .set({ confirmedBy: userId })
    .where(
      and(
        eq(citationContext.id, contextId),
        isNull(citationContext.confirmedBy),
        isNull(citationContext.hiddenReason),
        isAdmin ? isNotNull(citationContext.addedBy) : ne(citationContext.addedBy, userId),
      ),
    )
    .returning({ id: citationContext.id });
  return rows.length > 0;
}
