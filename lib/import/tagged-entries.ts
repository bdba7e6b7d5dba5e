import { readLines } from "./lines";

/** An entry of a format that names every field at the start of its line. */
export interface TaggedEntry {
  line: number;
  /** Tags and values in the order of the file; lines that go on are joined by newlines. */
  fields: [tag: string, value: string][];
  /** True when it goes on beyond what is read of one entry. */
  tooLong: boolean;
}

/** How the lines of such a format look, and which of them stand between entries. */
export interface TaggedForm {
  /** A line that begins a field; its groups are the tag and the value. */
  field: RegExp;
  /** The tag that begins an entry even where the one before it was not closed. */
  opens: ReadonlySet<string>;
  /** The tag that closes an entry, or "" where an empty line does. */
  closes: string;
}

const LONGEST_ENTRY = 4 * 1024 * 1024;
const MOST_FIELDS = 50_000;

/**
 * The entries of a file of tagged lines, one at a time. Lines outside entries are left out.
 * @throws UnreadableFileError at a line that is too long.
 */
export async function* readTaggedEntries(
  chunks: AsyncIterable<string>,
  form: TaggedForm,
): AsyncGenerator<TaggedEntry> {
  let entry: TaggedEntry | null = null;
  let length = 0;
  for await (const { number, text } of readLines(chunks)) {
    const [, tag, value = ""] = form.field.exec(text) ?? [];
    const isEnd = tag === undefined ? form.closes === "" && text.trim() === "" : tag === form.closes;
    if (entry && (isEnd || form.opens.has(tag ?? ""))) {
      yield entry;
      entry = null;
    }
    if (isEnd) continue;
    if (tag !== undefined && (form.opens.has(tag) || (form.closes === "" && !entry))) {
      entry = { line: number, fields: [], tooLong: false };
      length = 0;
    }
    if (!entry) continue;
    length += text.length;
    entry.tooLong ||= length > LONGEST_ENTRY || entry.fields.length >= MOST_FIELDS;
    if (entry.tooLong) entry.fields = [];
    else if (tag !== undefined) entry.fields.push([tag, value.trim()]);
    else goOn(entry, text);
  }
  if (entry) yield entry;
}

function goOn(entry: TaggedEntry, text: string): void {
  const last = entry.fields.at(-1);
  if (last) last[1] = `${last[1]}\n${text.trim()}`;
}

/** The values of an entry by their tags. */
export class TaggedValues {
  constructor(private readonly fields: readonly [tag: string, value: string][]) {}

  /** All values of these tags, in the order of the file. */
  all(...tags: string[]): string[] {
    return this.fields.filter(([tag, value]) => tags.includes(tag) && value !== "").map(([, value]) => value);
  }

  /** The first value of the first of these tags that has one. */
  first(...tags: string[]): string | undefined {
    return tags.map((tag) => this.all(tag)[0]).find((value) => value !== undefined);
  }
}
