import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { cutText } from "@/lib/import/clean-text";
import { listConflicts, type SaidOfWork } from "@/lib/import/derive";
import { type ImportReport, note, type WorkConflict } from "@/lib/import/report";

/** Works of which the records are read at once. */
const AT_ONCE = 2000;
const LONGEST = 300;

type Recorded = { workId: number; title: string | null; said: SaidOfWork[] };

/**
 * Lists where the sources of works that the file describes say different things: field by field the value that is
 * shown, by the precedence of sources, and each other one.
 */
export async function reportConflicts(db: Db, report: ImportReport): Promise<void> {
  await db.execute(sql`
    create temporary table often_said as
    select work_id from source_record where work_id in (select work_id from work_outcome)
    group by work_id having count(*) > 1`);
  await db.execute(sql.raw("create unique index on often_said (work_id); analyze often_said"));
  for (let after = 0; ; ) {
    const works = await listSaid(db, after);
    for (const { title, said } of works)
      for (const conflict of conflictsOf(title, said)) note(report, "conflicts", conflict);
    const last = works.at(-1);
    if (!last) return;
    after = last.workId;
  }
}

async function listSaid(db: Db, after: number): Promise<Recorded[]> {
  const { rows } = await db.execute<Recorded & Record<string, unknown>>(sql`
    select w.id as "workId", w.title, jsonb_agg(jsonb_build_object('id', s.id, 'source', s.source, 'fields',
      jsonb_strip_nulls(jsonb_build_object('title', s.fields -> 'title', 'authors', s.fields -> 'authors',
        'published', s.fields -> 'published', 'venue', s.fields -> 'venue')))) as said
    from (select work_id from often_said where work_id > ${after} order by work_id limit ${AT_ONCE}) as one
    join work w on w.id = one.work_id join source_record s on s.work_id = w.id
    group by w.id order by w.id`);
  return rows;
}

function conflictsOf(title: string | null, said: readonly SaidOfWork[]): WorkConflict[] {
  const work = title ?? "a work without a title";
  return listConflicts(said).flatMap(({ field, values }) => {
    const [shown, ...others] = values.map(({ text, sources }) => ({ text: cutText(text, LONGEST), sources }));
    return shown ? others.map((other) => ({ work, field, shown, other })) : [];
  });
}
