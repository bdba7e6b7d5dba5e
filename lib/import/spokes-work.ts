import { z } from "zod";
import { compareIdentifiers, parseIdentifier } from "@/lib/citation/identifiers";
import { parsePartialDate } from "@/lib/citation/partial-date";
import { issueText } from "./issue-text";
import { present } from "./present";
import type { Identifier, Parsed, WorkFields } from "./record";
import { quote, rejection, warning } from "./remark";
import { readAuthors } from "./spokes-authors";
import { beginsWithScheme, Ref, WorkEntry } from "./spokes-schema";
import { identifierKey, localKey, workKey } from "./work-key";

/** Where an entry stands in its file, and whose word it is unless it says otherwise. */
export interface Place {
  where: string;
  source: string;
  /** Counts what is read and not taken in. */
  tally?: { votes: number };
  /** The key of the work beside which this one is named: the hub that it cites, the work that cites it. */
  near?: string;
}

/** Compiled once: a file may hold a million of them. */
const CompiledRef = z.compile(Ref);
const CompiledWork = z.compile(WorkEntry);

/** A work that was read: its key in the file and what goes in; or why it cannot be read. */
export type WorkReading = { key: string; parsed: Parsed[] } | { refused: string };

/** What a schema makes of an entry, or its faults in words. */
export function readEntry<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): { value: z.output<Schema> } | { refused: string } {
  const result = schema.safeParse(raw);
  return result.success ? { value: result.data } : { refused: issueText(result.error, raw) };
}

/** Reads what may be a reference to a work or the description of one. */
export function readWorkOrRef(raw: unknown, place: Place): WorkReading {
  return typeof raw === "string" ? readRef(raw, place) : readWork(raw, place);
}

/** A local id goes in as it is; an identifier brings a bare record, so that the work exists. */
export function readRef(raw: string, place: Place): WorkReading {
  const ref = readEntry(CompiledRef, raw);
  if ("refused" in ref) return ref;
  if (!beginsWithScheme(ref.value)) return { key: localKey(ref.value), parsed: [] };
  const identifier = parseIdentifier(ref.value);
  if (!identifier) return { refused: `${quote(ref.value)} cannot be read as an identifier` };
  const key = identifierKey(identifier);
  return {
    key,
    parsed: [{ kind: "work", key, identifiers: [identifier], fields: {}, source: place.source }],
  };
}

/** Reads the description of a work. */
function readWork(raw: unknown, place: Place): WorkReading {
  const entry = readEntry(CompiledWork, raw);
  if ("refused" in entry) return entry;
  const work = entry.value;
  const parsed: Parsed[] = [];
  const identifiers = readIdentifiers(work.identifiers ?? [], place, parsed);
  const fields = readFields(work, place, parsed);
  const key = workKey({ id: work.id, identifiers, fields, near: place.near });
  if (key === null) return { refused: "has neither a title, an identifier that can be read nor an id" };
  const source = work.source || place.source;
  parsed.push({ kind: "work", key, identifiers, fields, source, ...present({ sequence: work.sequence }) });
  return { key, parsed };
}

function readIdentifiers(texts: readonly string[], place: Place, parsed: Parsed[]): Identifier[] {
  const identifiers = new Map<string, Identifier>();
  for (const text of texts) {
    const identifier = parseIdentifier(text);
    if (identifier) identifiers.set(identifierKey(identifier), identifier);
    else parsed.push(warning(place.where, `${quote(text)} cannot be read as an identifier and is left out`));
  }
  return [...identifiers.values()].sort(compareIdentifiers);
}

function readFields(work: WorkEntry, place: Place, parsed: Parsed[]): WorkFields {
  const published = work.published ? parsePartialDate(work.published) : null;
  if (work.published && !published)
    parsed.push(warning(place.where, `${quote(work.published)} cannot be read as a date and is left out`));
  const { authors, complete } = readAuthors(work.authors ?? [], place.where, parsed);
  return present({
    title: work.title,
    authors,
    authorsComplete: complete ? work.authorsComplete : false,
    published,
    venue: work.venue,
    fields: work.fields,
    abstract: work.abstract,
    summary: work.summary,
    citedByCount: work.citedByCount,
    notices: work.notices?.map(({ kind, ...said }) => ({ kind, ...present(said) })),
    note: work.note,
  });
}

/** A work line becomes one work record. */
export function readWorkEntry(raw: unknown, place: Place): Parsed[] {
  const work = readWork(raw, place);
  return "refused" in work ? [rejection(place.where, work.refused)] : work.parsed;
}
