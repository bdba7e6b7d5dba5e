import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { count } from "@/lib/citation/count";
import { type ImportReport, note } from "@/lib/import/report";

const SAMPLES = 3;

/**
 * Adds to the report, while the file's temporary tables stand, what is odd about its citations and references as a
 * whole: works that cite themselves, works that cite what appeared in a later year (how many, and a few of them), and
 * that a file which tells what works cite has nothing of any hub.
 */
export async function reportOddities(db: Db, report: ImportReport): Promise<void> {
  await reportLoops(db, report);
  await reportLaterYears(db, report);
  await reportNoHub(db, report);
}

async function reportNoHub(db: Db, report: ImportReport): Promise<void> {
  const { rows } = await db.execute<{ works: number; cites_hub: boolean }>(sql`
    select count(distinct citing_key)::int as works, exists (select from found_citation) as cites_hub
    from staged_citation where if_hub`);
  const { works = 0, cites_hub = false } = rows[0] ?? {};
  if (works === 0 || cites_hub) return;
  note(report, "warnings", {
    where: `${count(works, "work cites", "works cite")} no hub that is known here`,
    message:
      "what is cited goes in as a reference, without a sentence. Import the hub, then this file again.",
  });
}

async function reportLoops(db: Db, report: ImportReport): Promise<void> {
  const { rows } = await db.execute<{ works: number; samples: string[] }>(sql`
    with loop as (
      select distinct citing.work_id
      from (
        select citing_key, hub_key as cited_key from staged_citation where not if_hub
        union all select citing_key, cited_key from staged_reference
      ) as tie
      join key_work citing on citing.key = tie.citing_key
      join key_work cited on cited.key = tie.cited_key and cited.work_id = citing.work_id
    )
    select count(*)::int as works, (
      select array_agg(name) from (
        select ${NAME} as name from loop l join work w on w.id = l.work_id order by w.title, w.id limit ${SAMPLES}
      ) as sampled
    ) as samples from loop`);
  const { works = 0, samples } = rows[0] ?? {};
  if (works === 0) return;
  note(report, "warnings", {
    where: `${count(works, "work cites itself", "works cite themselves")}`,
    message: `these citations and references are left out, such as those of ${listed(samples ?? [])}.`,
  });
}

/** Between works whose years are both known; within one year all is in order. */
async function reportLaterYears(db: Db, report: ImportReport): Promise<void> {
  const { rows } = await db.execute<{ pairs: number; samples: string[] }>(sql`
    with tie as (
      select f.work_id as citing, h.work_id as cited from found_citation f join hub h on h.id = f.hub_id
      union all select work_id, cited_work_id from found_reference
    ), later as (
      select distinct tie.*, w.year, other.year - w.year as gap
      from tie join work w on w.id = tie.citing join work other on other.id = tie.cited and other.year > w.year
    )
    select count(*)::int as pairs, (
      select array_agg(name) from (
        select ${NAME} || ' by ' || (
          select ${NAME} from work w where w.id = l.citing) as name
        from later l join work w on w.id = l.cited order by l.gap desc, l.citing, l.cited limit ${SAMPLES}
      ) as sampled
    ) as samples from later`);
  const { pairs = 0, samples } = rows[0] ?? {};
  if (pairs === 0) return;
  note(report, "warnings", {
    where: count(pairs, "work is cited before its year", "works are cited before their year"),
    message: `the citing work is of an earlier year; all go in, but a year may be wrong: ${listed(samples ?? [])}.`,
  });
}

/** A work's title with its year. */
const NAME = sql`format('“%s” (%s)', coalesce(w.title, 'title not known'), coalesce(w.year::text, 'year not known'))`;

const listed = (samples: readonly string[]) => samples.join("; ");
