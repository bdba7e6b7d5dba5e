import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { executePrepared } from "@/db/execute-prepared";
import { citationLabel } from "@/lib/citation/citation-label";
import { targetLabel } from "@/lib/citation/consensus";
import { announceChange } from "./announce-change";
import { type CountedCitation, listCountedCitations } from "./counted-votes";
import { type LabelledCitation, writeLabels } from "./write-labels";

interface CitationKey {
  hubId: number;
  workId: number;
}

const byKey = (a: CitationKey, b: CitationKey) => a.hubId - b.hubId || a.workId - b.workId;

/**
 * Counts the votes on citations and all their targets anew, writes what they say now, and announces the pages that
 * show it. Whatever changes what counts (an approval, a decision, something hidden or shown again) ends with this, in
 * the same transaction.
 */
export async function relabel(tx: Db, citations: readonly CitationKey[]): Promise<void> {
  await lockCitations(tx, citations);
  await relabelLocked(tx, citations);
}

/** Locks citations in the order in which every command locks them. */
export async function lockCitations(tx: Db, citations: readonly CitationKey[]): Promise<void> {
  await executePrepared(
    tx,
    sql`
    select 1 from citation c
    join jsonb_to_recordset(${JSON.stringify(citations)}::jsonb) as one ("hubId" bigint, "workId" bigint)
      on one."hubId" = c.hub_id and one."workId" = c.work_id
    order by c.hub_id, c.work_id for no key update of c`,
  );
}

/** `relabel` of citations that the transaction has locked. */
export async function relabelLocked(tx: Db, citations: readonly CitationKey[]): Promise<void> {
  if (citations.length === 0) return;
  const counted = (await listCountedCitations(tx, citations)).sort(byKey);
  // One hub after the other, each at once: the summaries' rows are locked in this order.
  await announceChange(tx, [
    ...new Set(counted.flatMap(({ slug, workId }) => [`/hubs/${slug}`, `/citers/${workId}`])),
    "/home/current",
  ]);
  // Last, because all who vote on a hub wait for its summaries; hub after hub, because everybody locks in this order.
  for (const hubId of new Set(counted.map((one) => one.hubId)))
    await writeLabels(tx, hubId, counted.filter((one) => one.hubId === hubId).map(labelled));
}

function labelled({ workId, hasVerdicts, targets }: CountedCitation): LabelledCitation {
  const labels = targets.map(({ id, hidden, ballots, ruling }) => ({
    id,
    hidden,
    label: targetLabel(ballots, ruling),
  }));
  const shown = labels.filter(({ hidden }) => !hidden);
  return { workId, hasVerdicts, label: citationLabel(shown.map(({ label }) => label)), targets: labels };
}
