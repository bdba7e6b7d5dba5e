import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citation } from "@/db/schema/citation";
import { hub } from "@/db/schema/hub";

/** Locks a citation of a published hub that readers see, until the transaction ends; false when there is none. */
export async function lockCitation(tx: Db, hubId: number, workId: number): Promise<boolean> {
  const rows = await tx
    .select({ workId: citation.workId })
    .from(citation)
    .innerJoin(hub, and(eq(hub.id, citation.hubId), eq(hub.status, "published")))
    .where(and(eq(citation.hubId, hubId), eq(citation.workId, workId), isNull(citation.hiddenReason)))
    .for("no key update", { of: citation });
  return rows.length > 0;
}
