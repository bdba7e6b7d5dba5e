import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { slugify } from "@/lib/citation/title";
import { type ImportReport, note } from "@/lib/import/report";
import { announceChange } from "../announce-change";
import { keepBefore } from "./import-changes";

type HubRow = {
  workId: number;
  title: string | null;
  /** An identifier, for the address of a hub without a title. */
  name: string | null;
  slug: string | null;
  demonstration: boolean;
};

/**
 * Makes hubs of the works that the file calls hubs, with the claims and reported counts that come with them, and
 * keeps their keys in `staged_hub_id`. A hub that exists keeps its address.
 */
export async function attachHubs(db: Db, importRunId: number, slug: string | null, report: ImportReport) {
  await db.transaction(async (tx) => {
    const { rows: hubs } = await tx.execute<HubRow>(sql`
      select k.work_id as "workId", w.title, max(s.slug) as slug, bool_or(s.demonstration) as demonstration,
        (select min(i.scheme || ' ' || i.value) from work_identifier i where i.work_id = k.work_id) as name
      from staged_hub s join key_work k on k.key = s.work_key join work w on w.id = k.work_id
      group by k.work_id, w.title order by k.work_id`);
    let changed = false;
    for (const hub of hubs) changed = (await makeHub(tx, hub, slug, importRunId, report)) || changed;
    await tx.execute(sql`
      create temporary table staged_hub_id as
      select distinct k.key, h.id as hub_id, h.slug from staged_hub s
      join key_work k on k.key = s.work_key join hub h on h.work_id = k.work_id`);
    changed = (await saveClaims(tx, importRunId, report)) || changed;
    changed = (await saveReportedCounts(tx, importRunId)) || changed;
    if (changed) await announceChange(tx);
  });
  const { rows } = await db.execute<{ slug: string }>(
    sql`select distinct slug from staged_hub_id order by slug`,
  );
  report.hubs = rows.map((row) => row.slug);
}

/** Returns whether the hub is new. `slug` is the address that whoever imports asks for. */
async function makeHub(
  tx: Db,
  hub: HubRow,
  slug: string | null,
  importRunId: number,
  report: ImportReport,
): Promise<boolean> {
  const { rows: existing } = await tx.execute<{ slug: string }>(
    sql`select slug from hub where work_id = ${hub.workId}`,
  );
  const [known] = existing;
  if (known && slug !== null && slug !== known.slug)
    note(report, "warnings", {
      where: hub.title ?? known.slug,
      message: `this hub is already at /hubs/${known.slug} and stays there; --hub ${slug} was not used.`,
    });
  if (known) return false;
  const wanted = slug ?? hub.slug ?? slugify(hub.title ?? hub.name ?? "");
  const { rows: taken } = await tx.execute<{ slug: string }>(sql`
    select slug from (select slug from hub union all select slug from hub_slug_history) as used
    where slug = ${wanted} or slug ~ ${`^${wanted}-[0-9]+$`}`);
  const slugs = new Set(taken.map((row) => row.slug));
  let free = wanted;
  for (let n = 2; slugs.has(free); n += 1) free = `${wanted}-${n}`;
  await tx.execute(sql`
    insert into hub (work_id, slug, demonstration, import_run_id)
    values (${hub.workId}, ${free}, ${hub.demonstration}, ${importRunId})`);
  return true;
}

/** Claims that an admin wrote or changed here stay as they are; the report names those of the file that say something else. */
async function saveClaims(tx: Db, importRunId: number, report: ImportReport): Promise<boolean> {
  const { rows: kept } = await tx.execute<{ slug: string; number: number }>(sql`
    select distinct h.slug, c.number from staged_claim c join staged_hub_id h on h.key = c.hub_key
    join claim known on known.hub_id = h.hub_id and known.number = c.number and known.changed_by is not null
    where (known.text, known.quote) is distinct from (c.text, c.quote) order by 1, 2`);
  for (const { slug, number } of kept)
    note(report, "warnings", {
      where: `claim C${number} of /hubs/${slug}`,
      message: "an admin wrote this claim here, so that of the file was not used.",
    });
  const { rows } = await tx.execute(sql`
    with written as (insert into claim as known (hub_id, number, text, quote, place, import_run_id)
    select distinct on (h.hub_id, c.number) h.hub_id, c.number, c.text, c.quote, coalesce(c.place, c.number), ${importRunId}::bigint
    from staged_claim c join staged_hub_id h on h.key = c.hub_key
    order by h.hub_id, c.number, c.text, c.quote, c.place
    on conflict (hub_id, number) do update set text = excluded.text, quote = excluded.quote
    where known.changed_by is null and (known.text, known.quote) is distinct from (excluded.text, excluded.quote)
    returning hub_id, number, xmax = 0 as created),
    kept as (${keepBefore("claim", importRunId)})
    select 1 from written`);
  return rows.length > 0;
}

async function saveReportedCounts(tx: Db, importRunId: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    with written as (insert into reported_count as known (hub_id, source, axis, value, count, total, import_run_id)
    select distinct on (h.hub_id, r.source, r.axis, r.value)
      h.hub_id, r.source, r.axis, r.value, r.count, r.total, ${importRunId}::bigint
    from staged_reported r join staged_hub_id h on h.key = r.hub_key
    order by h.hub_id, r.source, r.axis, r.value, r.count desc, r.total desc nulls last
    on conflict (hub_id, source, axis, value) do update set count = excluded.count, total = excluded.total
    where (known.count, known.total) is distinct from (excluded.count, excluded.total)
    returning hub_id, source, axis, value, xmax = 0 as created),
    kept as (${keepBefore("reported_count", importRunId)})
    select 1 from written`);
  return rows.length > 0;
}
