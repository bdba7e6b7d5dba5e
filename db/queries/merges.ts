import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";

/** A merge in the list of merges. */
export interface MergeRow extends Record<string, unknown> {
  id: number;
  into: number;
  from: number;
  intoTitle: string | null;
  fromTitle: string | null;
  mergedAt: Date;
  mergedBy: string;
  takenApartAt: Date | null;
  takenApartBy: string | null;
  /** Whether a later merge of the remaining work stands, which comes apart first. */
  covered: boolean;
}

/** Merges, the latest first, from the one before `before` on; those of one work where it is given. */
export async function listMerges(
  db: Db,
  { workId = null, before = null, limit }: { workId?: number | null; before?: number | null; limit: number },
): Promise<{ merges: MergeRow[]; next: number | null }> {
  const { rows } = await db.execute<MergeRow & { mergedAt: string; takenApartAt: string | null }>(sql`
    select m.id, m.into_work_id as into, m.from_work_id as from, i.title as "intoTitle",
      f.title as "fromTitle", m.merged_at as "mergedAt", by.handle as "mergedBy", m.taken_apart_at as "takenApartAt",
      apart.handle as "takenApartBy",
      exists (select from work_merge later where later.id > m.id and later.taken_apart_at is null
        and m.into_work_id in (later.from_work_id, later.into_work_id)) as covered
    from work_merge m join work i on i.id = m.into_work_id join work f on f.id = m.from_work_id
    join "user" by on by.id = m.merged_by left join "user" apart on apart.id = m.taken_apart_by
    where (${before}::bigint is null or m.id < ${before})
      and (${workId}::bigint is null or m.into_work_id = ${workId} or m.from_work_id = ${workId})
    order by m.id desc limit ${limit + 1}`);
  const merges = rows.slice(0, limit).map((row) => ({
    ...row,
    mergedAt: new Date(row.mergedAt),
    takenApartAt: row.takenApartAt === null ? null : new Date(row.takenApartAt),
  }));
  return { merges, next: rows.length > limit ? (merges.at(-1)?.id ?? null) : null };
}
