import { yearOf } from "@/lib/citation/partial-date";
import { checkSummary, type SummaryProblem } from "@/lib/citation/summary-check";
import type { WorkFields } from "./record";

/** The source of what an admin wrote about a work on the site itself. */
export const ADMIN_SOURCE = "admin";

/** What it is called once it is on another site. */
const OTHER_ADMIN_SOURCE = "site-admin";

/** What a source is called in a file that leaves the site. */
export const sourceElsewhere = (source: string) => (source === ADMIN_SOURCE ? OTHER_ADMIN_SOURCE : source);

/**
 * Whose word is taken first, field by field. What an admin wrote comes before all. A source that is not named here ranks with `spokes`: somebody
 * wrote the file by hand or by script. `second-listing` is for what one saw printed elsewhere and keeps to compare;
 * `pith` comes last because its pages are saved texts without identifiers.
 */
const SOURCE_RANKS: Readonly<Record<string, number>> = {
  [ADMIN_SOURCE]: 0,
  [OTHER_ADMIN_SOURCE]: 0.5,
  crossref: 1,
  openalex: 2,
  arxiv: 3,
  "semantic-scholar": 4,
  spokes: 5,
  "second-listing": 8,
  pith: 9,
};

/** One source's word on a work; a higher `id` was said later. */
export interface SaidOfWork {
  id: number;
  source: string;
  fields: WorkFields;
  /** It was said of a work that was merged into this one. */
  merged?: boolean;
}

export interface DerivedWork {
  title: string | null;
  authors: NonNullable<WorkFields["authors"]>;
  authorsComplete: boolean;
  published: string | null;
  year: number | null;
  venue: string | null;
  fields: string[];
  abstract: string | null;
  summary: string | null;
  summarySource: string | null;
  summaryProblem: SummaryProblem | null;
  citedByCount: number | null;
  notices: NonNullable<WorkFields["notices"]>;
}

/** Said records, most trusted first: by rank of the source, then what is said of the work itself, then the latest word. */
function byPrecedence<Said extends SaidOfWork>(said: readonly Said[]): Said[] {
  return [...said].sort(
    (a, b) =>
      rankOf(a.source) - rankOf(b.source) ||
      Number(a.merged ?? false) - Number(b.merged ?? false) ||
      b.id - a.id,
  );
}

const rankOf = (source: string) => SOURCE_RANKS[source] ?? SOURCE_RANKS.spokes ?? 0;

/**
 * The fields of a work from all that its sources said: of each field the most trusted word, where a source that
 * is silent takes nothing away. Dates prefer the more precise of two that agree; of the citation counts the
 * highest is taken, notices add up, and of the summaries the first that is fit to show.
 * Of the admin's summaries only the latest counts, and an empty one takes it back.
 */
export function deriveWork(said: readonly SaidOfWork[]): DerivedWork {
  const records = byPrecedence(said);
  const title = firstWord(records, "title") ?? null;
  const authored = records.find((record) => record.fields.authors?.length);
  const published = preciseDate(records.flatMap((record) => record.fields.published ?? []));
  const counts = records.flatMap((record) => record.fields.citedByCount ?? []);
  return {
    title,
    authors: authored?.fields.authors ?? [],
    authorsComplete: authored?.fields.authorsComplete ?? true,
    published,
    year: published === null ? null : yearOf(published),
    venue: firstWord(records, "venue") ?? null,
    fields: firstWord(records, "fields") ?? [],
    abstract: firstWord(records, "abstract") ?? null,
    ...chooseSummary(records, title),
    citedByCount: counts.length > 0 ? Math.max(...counts) : null,
    notices: distinctNotices(records),
  };
}

const firstWord = <Field extends keyof WorkFields>(
  records: readonly SaidOfWork[],
  field: Field,
): WorkFields[Field] | undefined =>
  records.find((record) => record.fields[field] !== undefined)?.fields[field];

/** The most trusted date, or a later one that says the same more precisely. */
function preciseDate(dates: readonly string[]): string | null {
  const [trusted] = dates;
  if (trusted === undefined) return null;
  return dates.reduce((best, date) => (date.startsWith(best) ? date : best), trusted);
}

function chooseSummary(records: readonly SaidOfWork[], title: string | null) {
  const own = records.find(({ source, fields }) => source === ADMIN_SOURCE && fields.summary !== undefined);
  const candidates = records.flatMap(({ id, source, fields }) =>
    fields.summary === undefined || (source === ADMIN_SOURCE && (id !== own?.id || fields.summary === ""))
      ? []
      : [
          {
            summary: fields.summary,
            summarySource: source,
            summaryProblem: checkSummary(fields.summary, title ?? ""),
          },
        ],
  );
  const none = { summary: null, summarySource: null, summaryProblem: null };
  return candidates.find((candidate) => candidate.summaryProblem === null) ?? candidates[0] ?? none;
}

function distinctNotices(records: readonly SaidOfWork[]) {
  const seen = new Map<string, NonNullable<WorkFields["notices"]>[number]>();
  for (const notice of records.flatMap((record) => record.fields.notices ?? [])) {
    const key = JSON.stringify([notice.kind, notice.url ?? "", notice.note ?? ""]);
    if (!seen.has(key)) seen.set(key, notice);
  }
  return [...seen.values()];
}

const COMPARED_FIELDS = ["title", "authors", "published", "venue"] as const;
type ComparedField = (typeof COMPARED_FIELDS)[number];

export interface FieldConflict {
  field: ComparedField;
  /** Each differing value as text, with who says so; the one that is shown comes first. */
  values: { text: string; sources: string[] }[];
}

/** Where the sources of a work disagree: two spellings of a title, two dates, two author lists. */
export function listConflicts(said: readonly SaidOfWork[]): FieldConflict[] {
  const records = byPrecedence(said);
  return COMPARED_FIELDS.flatMap((field) => {
    const values: FieldConflict["values"] = [];
    for (const { source, fields } of records) {
      const text = asText(field, fields);
      if (text === undefined) continue;
      const same = values.find((value) =>
        field === "published" ? agreesWith(value.text, text) : value.text === text,
      );
      if (same) same.sources = [...new Set([...same.sources, source])];
      else values.push({ text, sources: [source] });
    }
    return values.length > 1 ? [{ field, values }] : [];
  });
}

function asText(field: ComparedField, fields: WorkFields): string | undefined {
  if (field === "authors") return fields.authors?.map((author) => author.name).join("; ");
  return fields[field];
}

const agreesWith = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);
