import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation, citationContext } from "@/db/schema/citation";
import { flag } from "@/db/schema/flag";
import { hub } from "@/db/schema/hub";
import type { FlagKind } from "@/lib/citation/flag-kind";
import { UserError } from "@/lib/errors";

interface Raised {
  hubId: number;
  /** Null: the hub's page as a whole. */
  workId: number | null;
  /** Null: the citation as a whole. */
  contextId: number | null;
  kind: FlagKind;
  note: string;
  /** Null: a reader who is not signed in. */
  userId: number | null;
}

/** Tells the admins that something is wrong. @throws UserError when what is meant is not there (any more). */
export async function raiseFlag(db: Db, raised: Raised): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await isShown(tx, raised))) throw new UserError("What you report is not here any more.");
    await tx.insert(flag).values(raised);
  });
}

async function isShown(tx: Db, { hubId, workId, contextId }: Raised): Promise<boolean> {
  const published = and(eq(hub.id, hubId), eq(hub.status, "published"));
  if (workId === null) return (await tx.select({ id: hub.id }).from(hub).where(published)).length > 0;
  const cited = and(eq(citation.hubId, hub.id), eq(citation.workId, workId), isNull(citation.hiddenReason));
  const query = tx.select({ id: hub.id }).from(hub).innerJoin(citation, cited);
  if (contextId === null) return (await query.where(published)).length > 0;
  const said = and(
    eq(citationContext.hubId, hub.id),
    eq(citationContext.workId, workId),
    eq(citationContext.id, contextId),
    isNull(citationContext.hiddenReason),
  );
  return (await query.innerJoin(citationContext, said).where(published)).length > 0;
}
