import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { citationContext, suggestion } from "@/db/schema/citation";
import { reportedCount } from "@/db/schema/hub";
import { sourceRecord } from "@/db/schema/work";

/** What a source can have supplied. */
const SUPPLIES = ["bibliographic data", "sentences", "suggested labels", "reported counts"] as const;
export type Supply = (typeof SUPPLIES)[number];

/** Every source that the data name, by its name, with what it supplied. */
export async function listSources(db: Db): Promise<{ source: string; supplies: Supply[] }[]> {
  const { rows } = await db.execute<{ source: string; supplies: Supply[] }>(sql`
    select source, array_agg(supply) as supplies from (
      select distinct source, 'bibliographic data' as supply from ${sourceRecord}
      union all select distinct source, 'sentences' from ${citationContext}
      union all select distinct source, 'suggested labels' from ${suggestion}
      union all select distinct source, 'reported counts' from ${reportedCount}
    ) supplied group by source order by source`);
  return rows.map(({ source, supplies }) => ({
    source,
    supplies: SUPPLIES.filter((supply) => supplies.includes(supply)),
  }));
}
