export type Tally = { created: number; updated: number; unchanged: number };

/** What one service gave of a hub. */
export interface SourceOutcome {
  source: string;
  /** `unknown`: it does not know the work; `not_asked`: it goes by identifiers of which none is known. */
  state: "answered" | "unknown" | "not_asked" | "failed";
  /** How many citing works it says there are; null where it says nothing. */
  counted: number | null;
  /** How many of them it listed; null where it was not asked for them. */
  listed: number | null;
  /** Why it failed, after its name: "did not answer within 60 seconds". */
  failure: string | null;
}

/** What became of a file, entry by entry; also what `npm run import -- --json` prints. */
export interface ImportReport {
  format: string;
  /** Where the records came from services instead of a file: what each of them gave. */
  sources?: SourceOutcome[];
  /** Slugs of the hubs that the file speaks of. */
  hubs: string[];
  works: Tally;
  citations: Tally;
  contexts: Tally;
  references: Tally;
  suggestions: Tally;
  /** Summaries that are kept and not shown. */
  withheld: { work: string; reason: string }[];
  rejected: { where: string; reason: string }[];
  /** Works that could be one of several known ones, and were left out. */
  ambiguous: AmbiguousWork[];
  /** Where sources say different things of a work that the file describes; absent in reports of earlier versions. */
  conflicts?: WorkConflict[];
  warnings: { where: string; message: string }[];
  /** Why citations of this file have no context to show, and how many each; none where all have one. */
  missingContexts?: { reason: string; citations: number }[];
  /** A few works by title, by what became of them. */
  samples?: Partial<Record<keyof Tally, string[]>>;
  /** How many entries of a list were left out of this report because it holds the first 1,000 of each. */
  omitted?: Partial<Record<ReportList, number>>;
}

/** So many ambiguous works are put as questions; those after them follow when these are decided. */
export const MOST_QUESTIONS = 50;

/** A work that the file names and nobody can tell. */
export interface AmbiguousWork {
  work: string;
  reason: string;
  /** What is to be decided, and the works to choose from; of the first ones of a report alone. */
  question?: {
    /** The work's name in the file. */
    key: string;
    year: number | null;
    identifiers: string[];
    candidates: ReportedCandidate[];
  };
}

/** A work that may be meant. */
export interface ReportedCandidate {
  /** The known work, or the name of one that the same file brings. */
  is: { workId: number } | { otherKey: string };
  title: string | null;
  /** The first of them. */
  authors: string[];
  year: number | null;
  identifiers: string[];
  agrees: string[];
  differs: string[];
}

/** Two values of one field, and who gives them; the first one is shown. */
export interface WorkConflict {
  work: string;
  field: string;
  shown: SourcedValue;
  other: SourcedValue;
}

export interface SourcedValue {
  text: string;
  sources: string[];
}

export type ReportList = "withheld" | "rejected" | "ambiguous" | "conflicts" | "warnings";

const LIST_LIMIT = 1000;

/** An empty report. */
export function emptyReport(format: string): ImportReport {
  const tally = (): Tally => ({ created: 0, updated: 0, unchanged: 0 });
  return {
    format,
    hubs: [],
    works: tally(),
    citations: tally(),
    contexts: tally(),
    references: tally(),
    suggestions: tally(),
    withheld: [],
    rejected: [],
    ambiguous: [],
    conflicts: [],
    warnings: [],
  };
}

/** Adds an entry to one of the report's lists, or counts it as omitted once the list is full. */
export function note<List extends ReportList>(
  report: ImportReport,
  list: List,
  entry: NonNullable<ImportReport[List]>[number],
) {
  const entries: NonNullable<ImportReport[List]>[number][] = report[list] ?? [];
  if (entries.length < LIST_LIMIT) entries.push(entry);
  else report.omitted = { ...report.omitted, [list]: (report.omitted?.[list] ?? 0) + 1 };
}

/** Adds the counts of `more` to `tally`. */
export function add(tally: Tally, more: Partial<Tally>) {
  tally.created += more.created ?? 0;
  tally.updated += more.updated ?? 0;
  tally.unchanged += more.unchanged ?? 0;
}
