import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { ImportReport, Tally } from "@/lib/import/report";
import { reportOddities } from "./report-oddities";

const SAMPLE_SIZE = 5;

/** Adds to the report, while the file's temporary tables stand, what is odd, why contexts are missing, and a few works of each outcome. */
export async function describeOutcome(db: Db, report: ImportReport): Promise<void> {
  await reportOddities(db, report);
  const { rows: missing } = await db.execute<{ reason: string; citations: number }>(sql`
    select coalesce(c.context_gap, 'not_supplied') as reason, count(*)::int as citations
    from found_citation f join citation c using (hub_id, work_id)
    where c.context_count = 0 group by 1 order by 2 desc, 1`);
  if (missing.length > 0) report.missingContexts = missing;
  const { rows: samples } = await db.execute<{ outcome: keyof Tally; titles: string[] }>(sql`
    select outcome, array_agg(title order by title) as titles from (
      select outcome, title, row_number() over (partition by outcome order by title) as n
      from (
        select work_id, case when bool_or(outcome = 'created') then 'created'
          when bool_or(outcome = 'updated') then 'updated' else 'unchanged' end as outcome
        from work_outcome group by work_id
      ) as one
      join work w on w.id = one.work_id where w.title is not null
    ) as numbered where n <= ${SAMPLE_SIZE} group by outcome`);
  if (samples.length > 0)
    report.samples = Object.fromEntries(samples.map(({ outcome, titles }) => [outcome, titles]));
}
