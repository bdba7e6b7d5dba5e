import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "@/db/client";
import { citationContext } from "@/db/schema/citation";
import { flag } from "@/db/schema/flag";
import { hub } from "@/db/schema/hub";
import { user } from "@/db/schema/user";
import { work } from "@/db/schema/work";

const hubWork = alias(work, "hub_work");

/** Flags that nobody has settled, oldest first; `after` is the number of the last one of the page before. */
export async function listOpenFlags(db: Db, { after, limit }: { after: number; limit: number }) {
  return db
    .select({
      hubId: flag.hubId,
      id: flag.id,
      workId: flag.workId,
      contextId: flag.contextId,
      kind: flag.kind,
      note: flag.note,
      createdAt: flag.createdAt,
      handle: user.handle,
      slug: hub.slug,
      hubTitle: hubWork.title,
      citerTitle: work.title,
      text: citationContext.text,
    })
    .from(flag)
    .innerJoin(hub, eq(hub.id, flag.hubId))
    .innerJoin(hubWork, eq(hubWork.id, hub.workId))
    .leftJoin(work, eq(work.id, flag.workId))
    .leftJoin(
      citationContext,
      and(eq(citationContext.hubId, flag.hubId), eq(citationContext.id, flag.contextId)),
    )
    .leftJoin(user, eq(user.id, flag.userId))
    .where(and(isNull(flag.settledAt), gt(flag.id, after)))
    .orderBy(asc(flag.id))
    .limit(limit);
}

export type FlagRow = Awaited<ReturnType<typeof listOpenFlags>>[number];

/** Sentences added by hand that no second person has confirmed, oldest first. */
export async function listUnconfirmed(db: Db, limit: number) {
  return db
    .select({
      hubId: citationContext.hubId,
      workId: citationContext.workId,
      contextId: citationContext.id,
      section: citationContext.section,
      before: citationContext.before,
      text: citationContext.text,
      after: citationContext.after,
      markers: citationContext.markers,
      readIn: citationContext.readIn,
      handle: user.handle,
      slug: hub.slug,
      hubTitle: hubWork.title,
      citerTitle: work.title,
    })
    .from(citationContext)
    .innerJoin(user, eq(user.id, citationContext.addedBy))
    .innerJoin(hub, eq(hub.id, citationContext.hubId))
    .innerJoin(hubWork, eq(hubWork.id, hub.workId))
    .innerJoin(work, eq(work.id, citationContext.workId))
    .where(and(isNull(citationContext.confirmedBy), isNull(citationContext.hiddenReason)))
    .orderBy(asc(citationContext.id))
    .limit(limit);
}

export type UnconfirmedRow = Awaited<ReturnType<typeof listUnconfirmed>>[number];
