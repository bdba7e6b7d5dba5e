import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** Tables of what is known of works and what people made of it, with columns that tell when and not what. */
const TABLES: Readonly<Record<string, { but?: string; where?: string }>> = {
  work: {},
  work_identifier: {},
  source_record: {},
  hub: {},
  claim: {},
  claim_version: {},
  citation: {},
  citation_context: {},
  suggestion: {},
  reference: {},
  merged_reference: {},
  target: { but: "settled_at" },
  vote: {},
  vote_claim: {},
  vote_revision: {},
  ruling: {},
  flag: {},
  citation_claim: {},
  hub_summary: { where: "citers <> 0" },
  voted_summary: { where: "count <> 0" },
  suggested_summary: {},
  co_citation: { where: "citers <> 0" },
  representative: {},
};

/** Every row of these tables with its numbers, as sorted lines: the same lines, the same database. */
export async function allRows(db: Db): Promise<string[]> {
  const queries = Object.entries(TABLES).map(
    ([table, { but = "", where = "true" }]) =>
      `select '${table} ' || (to_jsonb(one) - '${but}')::text as line from ${table} one where ${where}`,
  );
  const { rows } = await db.execute<{ line: string }>(
    sql.raw(`select line from (${queries.join(" union all ")}) as lines order by line collate "C"`),
  );
  return rows.map(({ line }) => line);
}
