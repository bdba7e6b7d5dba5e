import { and, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { citation, citationContext } from "@/db/schema/citation";
import { hub } from "@/db/schema/hub";
import { work } from "@/db/schema/work";
import type { TargetKey } from "@/lib/citation/target-key";

const hubWork = alias(work, "hub_work");

/** The sentence or citation that an address names, as a report or a confirmation speaks of it; null when readers see none. */
export async function getSubject(db: Db, key: TargetKey) {
  const shown = and(eq(hub.status, "published"), isNull(citation.hiddenReason));
  const columns = {
    hubId: citation.hubId,
    workId: citation.workId,
    slug: hub.slug,
    hubTitle: hubWork.title,
    citerTitle: work.title,
  };
  if (key.kind === "paper") {
    const [row] = await db
      .select(columns)
      .from(citation)
      .innerJoin(hub, eq(hub.id, citation.hubId))
      .innerJoin(hubWork, eq(hubWork.id, hub.workId))
      .innerJoin(work, eq(work.id, citation.workId))
      .where(and(shown, eq(citation.hubId, key.hubId), eq(citation.workId, key.workId)));
    return row ? { ...row, contextId: null, text: null, addedBy: null, confirmedBy: null } : null;
  }
  const [row] = await db
    .select({
      ...columns,
      contextId: citationContext.id,
      text: citationContext.text,
      addedBy: citationContext.addedBy,
      confirmedBy: citationContext.confirmedBy,
    })
    .from(citationContext)
    .innerJoin(
      citation,
      and(eq(citation.hubId, citationContext.hubId), eq(citation.workId, citationContext.workId)),
    )
    .innerJoin(hub, eq(hub.id, citation.hubId))
    .innerJoin(hubWork, eq(hubWork.id, hub.workId))
    .innerJoin(work, eq(work.id, citation.workId))
    .where(and(shown, eq(citationContext.id, key.contextId), isNull(citationContext.hiddenReason)));
  return row ?? null;
}
