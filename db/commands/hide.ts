import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { getRemainingWork } from "@/db/queries/remaining-work";
import { citation, citationContext } from "@/db/schema/citation";
import { UserError } from "@/lib/errors";
import { recordAct } from "./audit";
import { lockWork, setHidden } from "./set-hidden";

/** What is hidden: one sentence, or (context null) the whole citation. */
interface Hideable {
  hubId: number;
  workId: number;
  contextId: number | null;
}

interface Act extends Hideable {
  byUserId: number;
  address: string;
}

/**
 * Keeps a sentence or a citation from readers and out of all figures. Its votes stay and count again once it is
 * restored.
 *
 * @throws UserError when there is no such thing, or it is hidden already.
 */
export async function hide(db: Db, { reason, ...act }: Act & { reason: string }): Promise<void> {
  await change(db, act, reason);
}

/** Shows again what was hidden. @throws UserError when it is not hidden, or its paper was merged. */
export async function restore(db: Db, act: Act): Promise<void> {
  await change(db, act, null);
}

async function change(db: Db, act: Act, reason: string | null): Promise<void> {
  const { hubId, workId, contextId, byUserId, address } = act;
  await db.transaction(async (tx) => {
    const isHidden = await readHidden(tx, act);
    if (isHidden !== (reason === null))
      throw new UserError(reason === null ? "It is not hidden." : "It is hidden already, or it is gone.");
    if (reason === null && (await getRemainingWork(tx, workId)) !== null)
      throw new UserError(
        "The paper was merged with another one, which is shown. Take the merge apart first.",
      );
    await setHidden(tx, act, reason);
    await recordAct(tx, {
      actorId: byUserId,
      action: `${contextId === null ? "citation" : "context"}.${reason === null ? "restore" : "hide"}`,
      subject: contextId === null ? `citation:${hubId}-${workId}` : `context:${contextId}`,
      detail: reason === null ? {} : { reason },
      address,
    });
  });
}

/** Whether it is hidden; null when there is no such thing. Its citation stays locked until the transaction ends. */
async function readHidden(tx: Db, { hubId, workId, contextId }: Hideable): Promise<boolean | null> {
  await lockWork(tx, workId);
  const [row] =
    contextId === null
      ? await tx
          .select({ hidden: sql<boolean>`${citation.hiddenReason} is not null` })
          .from(citation)
          .where(and(eq(citation.hubId, hubId), eq(citation.workId, workId)))
      : await tx
          .select({ hidden: sql<boolean>`${citationContext.hiddenReason} is not null` })
          .from(citationContext)
          .where(
            and(
              eq(citationContext.hubId, hubId),
              eq(citationContext.workId, workId),
              eq(citationContext.id, contextId),
            ),
          );
  return row?.hidden ?? null;
}
