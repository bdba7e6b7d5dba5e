import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { Identifier } from "@/lib/import/record";

/** A work as far as it can be named to an import. */
interface NamedWork {
  title: string | null;
  year: number | null;
  identifiers: Identifier[];
}

const NAMED = sql`w.title, w.year, coalesce((
  select json_agg(json_build_object('scheme', scheme, 'value', value) order by scheme, value)
  from work_identifier where work_id = w.id), '[]') as identifiers`;

/** The work of the hub at an address, or null. */
export async function getHubWork(db: Db, slug: string): Promise<NamedWork | null> {
  const { rows } = await db.execute<NamedWork & Record<string, unknown>>(sql`
    select ${NAMED} from hub h join work w on w.id = h.work_id where h.slug = ${slug}`);
  return rows[0] ?? null;
}

/** Up to `limit` works to which a source gave this title, in its normalised form. */
export async function listWorksByTitle(db: Db, titleKey: string, limit: number): Promise<NamedWork[]> {
  const { rows } = await db.execute<NamedWork & Record<string, unknown>>(sql`
    select ${NAMED} from work w
    where w.id in (select work_id from source_record where title_key = ${titleKey})
    order by w.year, w.id limit ${limit}`);
  return rows;
}
