import { createHash } from "node:crypto";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { sourceRecord, work } from "@/db/schema/work";
import { checkSummary, SUMMARY_PROBLEM_LABELS } from "@/lib/citation/summary-check";
import { UserError } from "@/lib/errors";
import { ADMIN_SOURCE } from "@/lib/import/derive";
import { announceChange } from "./announce-change";
import { recordAct } from "./audit";
import { rederiveWork } from "./rederive-work";
import { lockWork } from "./set-hidden";

interface ActOnWork {
  workId: number;
  byUserId: number;
  address: string;
}

/**
 * Writes an admin's summary of a work, which readers then see instead of those that sources gave; these are kept.
 *
 * @throws UserError when there is no such work, it is the summary that stands, or it is not fit to be shown.
 */
export async function writeSummary(
  db: Db,
  { summary, ...act }: ActOnWork & { summary: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const { title, own } = await lockSummary(tx, act.workId);
    const problem = checkSummary(summary, title ?? "");
    if (problem !== null)
      throw new UserError(
        `Readers would not be shown this: it is ${SUMMARY_PROBLEM_LABELS[problem]}. Write one or two whole sentences.`,
      );
    if (summary === own) throw new UserError("That is what your summary says already.");
    await say(tx, act, summary);
  });
}

/** Takes the admin's summary back, so that the best one of a source is shown again. @throws UserError when there is none. */
export async function withdrawSummary(db: Db, act: ActOnWork): Promise<void> {
  await db.transaction(async (tx) => {
    const { own } = await lockSummary(tx, act.workId);
    if (own === "") throw new UserError("There is no summary of your own to take back.");
    await say(tx, act, "");
  });
}

/** The work's title and what its admin's summary says by now, "" where there is none. */
async function lockSummary(tx: Db, workId: number) {
  await lockWork(tx, workId);
  const [row] = await tx
    .select({ title: work.title })
    .from(work)
    .where(eq(work.id, workId))
    .for("no key update");
  if (!row) throw new UserError("There is no such work.");
  const [said] = await tx
    .select({ fields: sourceRecord.fields })
    .from(sourceRecord)
    .where(and(eq(sourceRecord.workId, workId), eq(sourceRecord.source, ADMIN_SOURCE)))
    .orderBy(asc(sourceRecord.merged), desc(sourceRecord.id))
    .limit(1);
  return { title: row.title, own: said?.fields.summary ?? "" };
}

/** Source records are only ever added: an empty summary takes the earlier one back. */
async function say(tx: Db, { workId, byUserId, address }: ActOnWork, summary: string): Promise<void> {
  const digest = createHash("md5")
    .update(JSON.stringify([[], { summary }]))
    .digest("hex");
  await tx.insert(sourceRecord).values({ workId, source: ADMIN_SOURCE, fields: { summary }, digest });
  await rederiveWork(tx, workId);
  await recordAct(tx, {
    actorId: byUserId,
    action: summary === "" ? "work.withdraw_summary" : "work.write_summary",
    subject: `work:${workId}`,
    detail: summary === "" ? {} : { summary },
    address,
  });
  const { rows } = await tx.execute<{ slug: string }>(sql`
    select slug from hub where work_id = ${workId}
    union select h.slug from citation c join hub h on h.id = c.hub_id where c.work_id = ${workId}`);
  await announceChange(tx, [`/citers/${workId}`, ...rows.map(({ slug }) => `/hubs/${slug}`)]);
}
