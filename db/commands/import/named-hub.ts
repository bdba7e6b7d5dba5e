import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { UserError } from "@/lib/errors";
import { type ImportReport, note } from "@/lib/import/report";

/**
 * The work of the hub that all of the file is said to be about (`--hub`); null when no hub has that address yet.
 * A title that no source ever gave this hub is remarked on: the file may be about another work.
 *
 * @throws UserError when the file does not speak of exactly one hub.
 */
export async function findNamedHub(db: Db, slug: string, report: ImportReport): Promise<number | null> {
  const { rows: keys } = await db.execute<{ key: string }>(sql`
    select work_key as key from staged_hub union select hub_key from staged_citation where not if_hub`);
  const [only, another] = keys;
  if (!only || another)
    throw new UserError(`--hub names one hub, but the file speaks of ${keys.length}; leave it out.`);
  const { rows } = await db.execute<{ workId: number }>(
    sql`select work_id as "workId" from hub where slug = ${slug}`,
  );
  const [hub] = rows;
  if (!hub) return null;
  const { rows: strange } = await db.execute<{ title: string }>(sql`
    select distinct title from staged_work
    where key = ${only.key} and title_key is not null
      and title_key not in (
        select title_key from source_record where work_id = ${hub.workId} and title_key is not null)`);
  for (const { title } of strange)
    note(report, "warnings", {
      where: title,
      message: `nobody gave the hub at /hubs/${slug} this title before; undo this if the file is about another work.`,
    });
  return hub.workId;
}
