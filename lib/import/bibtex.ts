import { type BibtexEntry, readEntries } from "./bibtex-entry";
import { BibtexMacros } from "./bibtex-macros";
import { readSegments } from "./bibtex-segments";
import { type BibtexValues, expandEntry, readBibtexWork } from "./bibtex-work";
import { placeOf } from "./list-entry";
import { type Parsed, UnreadableFileError } from "./record";
import { rejection, warning } from "./remark";

/** Whether the beginning of a text is that of a BibTeX or biblatex file. */
export function detectBibtex(head: string): boolean {
  return (
    /^\s*@\s*[a-z]+\s*[{(]\s*[^\s,{}()="@]*\s*(?:,|$)|^\s*@\s*string\s*[{(]/imu.test(head) &&
    !/^\s*[<[{]/u.test(head)
  );
}

/** Entries that are no works. */
const NO_WORKS: ReadonlySet<string> = new Set(["string", "comment", "preamble", "set", "xdata"]);

/** Entries that wait for the one they refer to; beyond that they go in without it. */
const MOST_WAITING = 5000;

/**
 * Reads a BibTeX or biblatex file entry by entry. An entry whose braces do not match is read by its lines, with a
 * warning; one that tells no work is a rejection. What stands between entries is no matter.
 * @throws UnreadableFileError at a line that is too long, and when the file holds no entry.
 */
export async function* parseBibtex(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  const reader = new BibtexReader();
  for await (const { line, text } of readSegments(chunks)) {
    if (text === null) yield rejection(`line ${line}`, "The entry is longer than 4 Mi characters.");
    else for (const entry of readEntries(text)) yield* reader.take(entry, line + entry.line);
  }
  yield* reader.end();
}

interface Waiting {
  type: string;
  values: BibtexValues;
  place: { where: string; key: string };
}

class BibtexReader {
  private readonly macros = new BibtexMacros();
  /** What those that may be referred to say, by key. */
  private readonly parents = new Map<string, BibtexValues>();
  private waiting: Waiting[] = [];
  private seen = false;

  *take(entry: BibtexEntry, line: number): Generator<Parsed> {
    this.seen = true;
    const where = placeOf(line, entry.key);
    if (entry.type === "string") for (const [name, pieces] of entry.fields) this.macros.define(name, pieces);
    if (entry.type === "xdata" || entry.fields.size === 0 || NO_WORKS.has(entry.type)) {
      if (!NO_WORKS.has(entry.type)) yield rejection(where, `The entry @${entry.type} has no fields.`);
      if (entry.type !== "xdata") return;
    }
    const { values, warnings } = expandEntry(entry, this.macros, where);
    yield* warnings;
    if (this.parents.size < MOST_WAITING && PARENTS.test(entry.type))
      this.parents.set(entry.key.toLowerCase(), values);
    if (entry.type === "xdata") return;
    if (!entry.sound) yield warning(where, "The braces of the entry do not match; it was read line by line.");
    const work = { type: entry.type, values, place: { where, key: entry.key } };
    if (parentOf(values) === undefined || this.waiting.length >= MOST_WAITING) yield* this.finish(work);
    else this.waiting.push(work);
  }

  *end(): Generator<Parsed> {
    if (!this.seen) throw new UnreadableFileError("The file holds no BibTeX entry.");
    for (const work of this.waiting) yield* this.finish(work);
    this.waiting = [];
  }

  private finish({ type, values, place }: Waiting): Parsed[] {
    const parent = this.parents.get(parentOf(values) ?? "");
    return readBibtexWork(type, parent ? inherit(values, parent) : values, place);
  }
}

const PARENTS = /^(?:mv)?(?:book|proceedings|collection|reference|periodical|xdata|conference)$/u;

const parentOf = (values: BibtexValues) =>
  (values.get("crossref") ?? values.get("xdata"))?.trim().toLowerCase();

/** What an entry takes over from the one that it refers to: where and when, and the title as that of its book. */
function inherit(values: BibtexValues, parent: BibtexValues): BibtexValues {
  const inherited = new Map(values);
  const take = (name: string, from: string) => {
    const value = parent.get(from);
    if (value !== undefined && !inherited.has(name)) inherited.set(name, value);
  };
  take("booktitle", "booktitle");
  take("booktitle", "title");
  if (!values.has("year") && !values.has("date"))
    for (const name of ["year", "month", "date"]) take(name, name);
  for (const name of ["journal", "journaltitle", "publisher", "organization"]) take(name, name);
  return inherited;
}
