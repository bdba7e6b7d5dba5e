import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { citation, citationContext } from "@/db/schema/citation";
import { hub } from "@/db/schema/hub";
import { work } from "@/db/schema/work";
import { formatTargetKey, type Target, type TargetKey } from "@/lib/citation/target-key";

const hubWork = alias(work, "hub_work");

/**
 * What a person needs to see of a target in order to label it, and nothing of what others made of it: votes, consensus
 * and suggestions are not read here. Null where readers see no such target.
 */
export async function getLabelTarget(db: Db, key: TargetKey) {
  const named =
    key.kind === "context"
      ? and(eq(citationContext.id, key.contextId), isNull(citationContext.hiddenReason))
      : and(eq(citation.hubId, key.hubId), eq(citation.workId, key.workId));
  const [row] = await db
    .select({
      hub: {
        id: hub.id,
        slug: hub.slug,
        demonstration: hub.demonstration,
        title: hubWork.title,
        year: hubWork.year,
      },
      citer: {
        id: work.id,
        title: work.title,
        year: work.year,
        abstract: work.abstract,
        summary: sql<string | null>`case when ${work.summaryProblem} is null then ${work.summary} end`,
      },
      contextGap: citation.contextGap,
      contextCount: citation.contextCount,
      context: {
        id: citationContext.id,
        section: citationContext.section,
        before: citationContext.before,
        text: citationContext.text,
        after: citationContext.after,
        markers: citationContext.markers,
        implicit: citationContext.implicit,
      },
    })
    .from(citation)
    .innerJoin(hub, and(eq(hub.id, citation.hubId), eq(hub.status, "published")))
    .innerJoin(hubWork, eq(hubWork.id, hub.workId))
    .innerJoin(work, eq(work.id, citation.workId))
    .leftJoin(
      citationContext,
      and(
        eq(citationContext.hubId, citation.hubId),
        eq(citationContext.workId, citation.workId),
        key.kind === "context" ? undefined : sql`false`,
      ),
    )
    .where(and(named, isNull(citation.hiddenReason)))
    .prepare(`label_target_${key.kind}`)
    .execute();
  if (!row) return null;
  const target: Target = { hubId: row.hub.id, workId: row.citer.id, contextId: row.context?.id ?? null };
  return { ...row, target, key: formatTargetKey(target) };
}

export type LabelTarget = NonNullable<Awaited<ReturnType<typeof getLabelTarget>>>;

/** The rows that an address names, whether readers see them or not; null where there are none. */
export async function findTarget(db: Db, key: TargetKey): Promise<Target | null> {
  if (key.kind === "paper") {
    const [row] = await db
      .select({ hubId: citation.hubId, workId: citation.workId })
      .from(citation)
      .where(and(eq(citation.hubId, key.hubId), eq(citation.workId, key.workId)))
      .prepare("find_paper")
      .execute();
    return row ? { ...row, contextId: null } : null;
  }
  const [row] = await db
    .select({
      hubId: citationContext.hubId,
      workId: citationContext.workId,
      contextId: citationContext.id,
    })
    .from(citationContext)
    .where(eq(citationContext.id, key.contextId))
    .prepare("find_sentence")
    .execute();
  return row ?? null;
}
