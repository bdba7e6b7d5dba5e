import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { Author } from "@/lib/import/record";
import { type ImportReport, MOST_QUESTIONS, note, type ReportedCandidate } from "@/lib/import/report";
import type { Question } from "./match-chunk";

const SHOWN_AUTHORS = 3;

type Described = Pick<ReportedCandidate, "title" | "year" | "identifiers"> & {
  workId: number;
  authors: Author[];
  /** Set where the file itself brought the work, which has another number when it comes again. */
  otherKey: string | null;
};

/**
 * Lists in the report what nobody can tell, each key once, with the works to choose from. `numbers` gives the works that
 * are new in the chunk, by their negative numbers, the ones that they have now.
 */
export async function reportQuestions(
  db: Db,
  questions: readonly Question[],
  numbers: ReadonlyMap<number, number>,
  report: ImportReport,
): Promise<void> {
  const numberOf = (workId: number) => numbers.get(workId) ?? workId;
  const asked = new Set(report.ambiguous.flatMap(({ question }) => question?.key ?? []));
  const room = MOST_QUESTIONS - asked.size;
  const fresh = questions.filter(({ row }, at) => {
    const isFirst = questions.findIndex((other) => other.row.key === row.key) === at;
    return isFirst && !asked.has(row.key);
  });
  const works = await describeWorks(
    db,
    fresh.slice(0, room).flatMap(({ candidates }) => candidates.map(({ workId }) => numberOf(workId))),
  );
  for (const [at, { row, reason, candidates }] of fresh.entries()) {
    const { key, year, identifiers } = row;
    const choice = candidates.flatMap(({ workId, agrees, differs }) => {
      const described = works.get(numberOf(workId));
      return described ? [{ ...described, agrees, differs }] : [];
    });
    const question = at < room ? { question: { key, year, identifiers, candidates: choice } } : {};
    note(report, "ambiguous", { work: row.title ?? key, reason, ...question });
  }
}

async function describeWorks(
  db: Db,
  workIds: readonly number[],
): Promise<Map<number, Omit<ReportedCandidate, "agrees" | "differs">>> {
  if (workIds.length === 0) return new Map();
  const { rows } = await db.execute<Described & Record<string, unknown>>(sql`
    select w.id as "workId", w.title, w.authors, w.year,
      array(select scheme || ':' || value from work_identifier i where i.work_id = w.id order by scheme, value) as identifiers,
      case when exists (select from work_outcome o where o.work_id = w.id and o.outcome = 'created')
        then (select min(k.key collate "C") from key_work k where k.work_id = w.id) end as "otherKey"
    from work w where w.id = any(${sql.param(workIds)}::bigint[])`);
  return new Map(
    rows.map(({ workId, title, authors, year, identifiers, otherKey }) => [
      workId,
      {
        is: otherKey === null ? { workId } : { otherKey },
        title,
        authors: authors.slice(0, SHOWN_AUTHORS).map(({ name }) => name),
        year,
        identifiers,
      },
    ]),
  );
}
