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
    /^[^\S\n]*@\s*[a-z]+\s*[{(]\s*(?:[^\s,{}()="@]+\s*)?(?:,|$)|^[^\S\n]*@\s*string\s*[{(]/imu.test(head) &&
    !/^\s*[<[{]/u.test(head)
  );
}

/** Entries that say nothing of a work. */
const NO_WORKS: ReadonlySet<string> = new Set(["comment", "preamble", "set"]);

/** How many characters of the file may be held for entries that refer to one another; beyond that they do not. */
const HELD = 16 * 1024 * 1024;

/**
 * Reads a BibTeX or biblatex file entry by entry. An entry whose braces do not match is read by its lines, with a
 * warning; one that tells no work is a rejection. What stands between entries is no matter.
 * @throws UnreadableFileError at a line that is too long, and when the file holds no entry.
 */
export async function* parseBibtex(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  const reader = new BibtexReader();
  let seen = false;
  for await (const { line, text } of readSegments(chunks)) {
    seen = true;
    if (text === null) yield rejection(`line ${line}`, "The entry is longer than 4 Mi characters.");
    else for (const entry of readEntries(text)) yield* reader.take(entry, line + entry.line, text.length);
  }
  if (!seen) throw new UnreadableFileError("The file holds no BibTeX entry.");
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
  private readonly waiting: Waiting[] = [];
  private held = 0;

  /** `size` is how many characters are held in memory as long as something of the entry is. */
  *take(entry: BibtexEntry, line: number, size: number): Generator<Parsed> {
    const { type, key, fields } = entry;
    const where = placeOf(line, key);
    if (NO_WORKS.has(type)) return;
    if (type === "string") {
      for (const [name, pieces] of fields) this.macros.define(name, pieces);
      return;
    }
    if (fields.size === 0) return yield rejection(where, `The entry @${type} has no fields.`);
    const { values, warnings } = expandEntry(entry, this.macros, where);
    yield* warnings;
    if (PARENTS.test(type) && this.mayHold(size)) this.parents.set(key.toLowerCase(), values);
    if (type === "xdata") return;
    if (!entry.sound) yield warning(where, "The braces of the entry do not match; it was read line by line.");
    const work = { type, values, place: { where, key } };
    if (parentOf(values) !== undefined && this.mayHold(size)) this.waiting.push(work);
    else yield* this.finish(work);
  }

  /** The entries that waited for the end of the file, because what they refer to mostly stands behind them. */
  *end(): Generator<Parsed> {
    for (const work of this.waiting) yield* this.finish(work);
  }

  private mayHold(size: number): boolean {
    this.held += size;
    return this.held <= HELD;
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
