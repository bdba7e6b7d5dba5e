import { cutText } from "./clean-text";
import type { FullText, FullTextReference } from "./full-text";
import { listContexts } from "./full-text-contexts";
import type { Parsed } from "./record";
import { type ListedReference, ReferenceList } from "./reference-list";
import { quote, rejection, warning } from "./remark";
import { workKey } from "./work-key";

/**
 * A full text as records: the citing work, the works of its reference list, and for each of them a citation with every
 * sentence around a mark that means it. All of these count for hubs alone, so the citations are made `ifHub`. An entry
 * that names no work is refused; a mark that cannot be tied to exactly one entry is remarked on.
 */
export function* listFullTextRecords(paper: FullText): Generator<Parsed> {
  const { where, source, work } = paper;
  const citing = workKey(work);
  if (citing === null) {
    yield rejection(
      where,
      "has neither a title nor an identifier that can be read, so nobody could tell what it is",
    );
    return;
  }
  yield { kind: "work", key: citing, identifiers: [...work.identifiers], fields: work.fields, source };
  const { references, parsed } = listReferences(paper, citing);
  yield* parsed;
  if (references.length === 0)
    yield warning(where, "has no reference list, so its citation marks mean nothing");
  else if (paper.passages.length === 0) yield warning(where, "has no text beside its reference list");
  const marked = new Set<string>();
  for (const record of listContexts(paper, citing, new ReferenceList(references))) {
    if (record.kind === "context" && !marked.has(record.hub)) {
      marked.add(record.hub);
      yield { kind: "citation", hub: record.hub, citing, ifHub: true };
    }
    yield record;
  }
  const contextGap = paper.passages.length === 0 ? "no_full_text" : "not_parsed";
  for (const hub of new Set(references.flatMap(({ works }) => works)))
    if (!marked.has(hub)) yield { kind: "citation", hub, citing, contextGap, ifHub: true };
}

/** The entries that marks can name, and their works and references as records. */
function listReferences(paper: FullText, citing: string) {
  const parsed: Parsed[] = [];
  const known = new Set([citing]);
  const hasNumbers = paper.references.some(({ number }) => number !== null);
  const references = paper.references.map((reference, index): ListedReference => {
    const number = hasNumbers ? reference.number : index + 1;
    const keys = readWorks(reference, { paper, citing, number: index + 1 }, known, parsed);
    return listedOf(reference, number, keys);
  });
  return { references, parsed };
}

interface Entry {
  paper: FullText;
  citing: string;
  number: number;
}

/** The keys of the works of one entry, a new one with its records. */
function readWorks(
  { works, printed }: FullTextReference,
  { paper, citing, number }: Entry,
  known: Set<string>,
  parsed: Parsed[],
): string[] {
  const where = `${paper.where}, reference ${number}`;
  const keys = works.flatMap((work) => {
    const key = workKey({ ...work, near: citing });
    if (key === null || key === citing) return [];
    if (!known.has(key)) {
      const { identifiers, fields } = work;
      parsed.push({ kind: "work", key, identifiers: [...identifiers], fields, source: paper.source });
      parsed.push({ kind: "reference", citing, cited: key });
    }
    known.add(key);
    return [key];
  });
  if (keys.length > 0) return keys;
  const isItself = works.some((work) => workKey({ ...work, near: citing }) === citing);
  const reason = isItself
    ? "is the citing work itself"
    : "has neither a title nor an identifier that can be read";
  parsed.push(rejection(where, `${reason}: ${quote(cutText(printed, 200))}`));
  return [];
}

function listedOf(
  reference: FullTextReference,
  number: number | null,
  keys: readonly string[],
): ListedReference {
  const { id, letter } = reference;
  const { authors = [], authorsComplete = true, published = null } = reference.works[0]?.fields ?? {};
  return { id, works: keys, number, authors, authorsComplete, published, letter };
}
