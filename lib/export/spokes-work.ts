import type { Identifier } from "@/lib/citation/identifiers";
import { checkSummary } from "@/lib/citation/summary-check";
import { ADMIN_SOURCE, type SaidOfWork, sourceElsewhere } from "@/lib/import/derive";
import { encodeEntities } from "@/lib/import/entities";
import { exportedName, isLocalName } from "@/lib/import/match";
import { present } from "@/lib/import/present";
import type { WorkFields } from "@/lib/import/record";

/** A work with all that is on record of it. */
export interface RecordedWork {
  title: string | null;
  /** In the order of trust. */
  identifiers: readonly Identifier[];
  records: readonly (SaidOfWork & { identifiers: readonly string[]; titleKey: string | null })[];
}

/** A work as lines of the interchange format, which all call it by its `id`. */
export interface SpokesWork {
  id: string;
  lines: readonly object[];
}

/** What a source says, as it may leave the site. */
interface Statement {
  source: string;
  identifiers: readonly string[];
  fields: WorkFields;
}

/** An `id` holds no more. */
const LONGEST_ID = 200;

/**
 * The work as lines, one for each thing that a source said of it, the latest last. What readers are not shown stays here:
 * summaries that are not fit, and what an admin took back. `digest` names works that have no identifier by their content.
 */
export function spokesWork(work: RecordedWork, digest: (text: string) => string): SpokesWork {
  const names = work.identifiers.map(({ scheme, value }) => `${scheme}:${value}`);
  const statements = withAllNames(statementsOf(work, names), names);
  const id = idOf(work, names, () => digest(JSON.stringify(statements)));
  const line = { type: "work", id };
  if (statements.length === 0) return { id, lines: [{ ...line, ...present({ identifiers: names }) }] };
  return {
    id,
    lines: statements.map(({ source, identifiers, fields }, index) => ({
      ...line,
      ...present({ identifiers }),
      ...inOrder(fields),
      source,
      ...(statements.length > 1 ? { sequence: index + 1 } : {}),
    })),
  };
}

function statementsOf({ title, records }: RecordedWork, names: readonly string[]): Statement[] {
  const isAdmin = ({ source }: SaidOfWork) => source === ADMIN_SOURCE;
  const byTime = [...records].sort((a, b) => Number(isAdmin(a)) - Number(isAdmin(b)) || a.id - b.id);
  const lastWord = byTime.findLast((record) => isAdmin(record) && record.fields.summary !== undefined);
  const statements = byTime.map((record): Statement => {
    const { summary, ...others } = record.fields;
    const isStale = isAdmin(record) && record !== lastWord;
    const isFit = summary !== undefined && !isStale && checkSummary(summary, title ?? "") === null;
    return {
      source: sourceElsewhere(record.source),
      identifiers: record.identifiers.filter((name) => names.includes(name)).sort(byText),
      fields: isFit ? { ...others, summary } : others,
    };
  });
  const says = ({ fields }: Statement) => Object.keys(fields).length > 0;
  const telling =
    names.length === 0 && !statements.some(says) ? statements.slice(0, 1) : statements.filter(says);
  return telling.filter((one, index) => telling.findLastIndex((other) => isSame(one, other)) === index);
}

const isSame = (a: Statement, b: Statement) => JSON.stringify(asTold(a)) === JSON.stringify(asTold(b));
const asTold = ({ source, identifiers, fields }: Statement) => [source, identifiers, inOrder(fields)];

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Identifiers that no statement gives any more go to the first one. */
function withAllNames(statements: readonly Statement[], names: readonly string[]): Statement[] {
  const missing = names.filter((name) => !statements.some(({ identifiers }) => identifiers.includes(name)));
  return statements.map((one, index) =>
    index > 0 || missing.length === 0
      ? one
      : { ...one, identifiers: [...one.identifiers, ...missing].sort(byText) },
  );
}

/** The best identifier; what an import called a work of which nothing is known; else a digest of what is said. */
function idOf({ records, title }: RecordedWork, names: readonly string[], digest: () => string): string {
  const [name] = names;
  const readable = name?.replace(":", "/");
  if (readable !== undefined && readable.length <= LONGEST_ID) return readable;
  const local = records
    .flatMap(({ titleKey }) => (titleKey !== null && isLocalName(titleKey) ? [titleKey] : []))
    .sort(byText)[0];
  return title === null && local !== undefined ? exportedName(local) : `work/${digest()}`;
}

const written = <Text extends string | null | undefined>(text: Text) => text && encodeEntities(text);

/** Fields in one order, whatever the order in which they were stored. */
function inOrder(fields: WorkFields): object {
  const {
    title,
    authors,
    authorsComplete,
    published,
    venue,
    abstract,
    summary,
    citedByCount,
    notices,
    note,
  } = fields;
  return present({
    title: written(title),
    authors: authors?.map(({ name, family, given, orcid }) =>
      present({ name: written(name), family: written(family), given: written(given), orcid }),
    ),
    authorsComplete,
    published,
    venue: written(venue),
    fields: fields.fields?.map(encodeEntities),
    abstract: written(abstract),
    summary: written(summary),
    citedByCount,
    notices: notices?.map(({ kind, note: words, url }) => present({ kind, note: written(words), url })),
    note: written(note),
  });
}
