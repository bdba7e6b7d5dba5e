import { z } from "zod";
import { type IdentifierScheme, normaliseIdentifier } from "@/lib/citation/identifiers";
import { isJsonObject } from "./json";
import { readJsonAnswers } from "./json-answers";
import { jsonShape } from "./json-shape";
import { type AuthorEntry, readAuthors } from "./list-authors";
import { readWork } from "./list-entry";
import { abstractText, markedText } from "./marked-text";
import { publishedOn } from "./published-on";
import { ReadingTally } from "./reading-tally";
import type { Identifier, Parsed } from "./record";
import { warning } from "./remark";
import { readEntry, type WorkReading } from "./spokes-work";
import { identifierKey, localKey } from "./work-key";

const SOURCE = "local-citation-network";
const LISTS = ["input", "incomingSuggestions", "outgoingSuggestions"];

/** Whether the beginning of a text is that of a network saved by Local Citation Network. */
export function detectLocalCitationNetwork(head: string): boolean {
  const shape = jsonShape(head);
  if (shape.has("localCitationNetworkVersion")) return true;
  return ["source", "input[]"].some(
    (path) => shape.has(`${path}.numberInSourceReferences`) || shape.has(`${path}.citationsCount`),
  );
}

const text = z.string().nullish();
const Name = z.object({ LN: text, FN: text, name: text, orcid: text });
const Work = z.compile(
  z.object({
    id: text,
    doi: text,
    title: text,
    authors: z.array(Name.nullable()).nullish(),
    year: z.union([z.number(), z.string().transform(Number)]).nullish(),
    date: text,
    journal: text,
    abstract: text,
    tldr: text,
    citationsCount: z.number().nullish(),
    references: z.array(z.unknown()).nullish(),
  }),
);

/** Which identifiers a value may be, most telling first; a network keeps those of the service it was asked from. */
const SCHEMES = ["doi", "s2", "openalex"] as const satisfies readonly IdentifierScheme[];

function identifierIn(value: unknown): Identifier | null {
  if (typeof value !== "string") return null;
  for (const scheme of SCHEMES) {
    const identifier = normaliseIdentifier(scheme, value);
    if (identifier) return identifier;
  }
  return null;
}

/**
 * Reads a saved network: its works with their reference lists. The references of the source are those of a work like
 * any other; a network without a source only lists its works.
 * @throws UnreadableFileError when the text is no JSON, or no work can be read from it.
 */
export async function* parseLocalCitationNetwork(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  const tally = new ReadingTally();
  const inputs: string[] = [];
  const references = { all: 0, named: 0 };
  let hasSource = false;
  for await (const piece of readJsonAnswers(chunks, LISTS)) {
    if ("problem" in piece) {
      yield tally.refuse(piece.where, `is no valid JSON: ${piece.problem}`);
      continue;
    }
    const isItem = piece.kind === "item";
    const value = isItem ? piece.value : isJsonObject(piece.value) ? piece.value.source : null;
    if (!isItem && !value) {
      if (piece.counts.size === 0) yield tally.refuse(piece.where, "is no saved network");
      continue;
    }
    const where = isItem ? piece.where : `${piece.where}, source`;
    const work = readNetworkWork(value, where);
    if ("refused" in work) yield tally.refuse(where, work.refused);
    else {
      tally.works += 1;
      references.all += work.references;
      references.named += work.cited.length;
      if (!isItem) hasSource = true;
      else if (piece.list === "input") inputs.push(work.key);
      yield* work.parsed;
      yield* listReferences(work.cited, work.key);
    }
  }
  if (!hasSource) for (const work of inputs) yield { kind: "listed", work };
  tally.end("works");
  if (references.named < references.all)
    yield warning(
      "references",
      `${references.all - references.named} of ${references.all} references have no identifier that is known and are left out.`,
    );
}

/** A work with its references; what names one is an identifier of the service that the network was asked from. */
function readNetworkWork(
  raw: unknown,
  where: string,
):
  | { refused: string }
  | (Extract<WorkReading, { key: string }> & { cited: Identifier[]; references: number }) {
  const entry = readEntry(Work, raw);
  if ("refused" in entry) return entry;
  const work = entry.value;
  const [, missing] = /^Missing: (\S+) \(/u.exec(work.title ?? "") ?? [];
  const own = identifierIn(work.id) ?? identifierIn(missing);
  const { authors, complete } = readAuthors(authorsIn(work.authors ?? []));
  const read = readWork({
    where,
    source: SOURCE,
    key: own ? identifierKey(own) : localKey(where),
    identifiers: [own, identifierIn(work.doi)],
    title: missing ? "" : markedText(work.title ?? ""),
    authors,
    authorsComplete: complete ? undefined : false,
    published: publishedOn(work.date, work.year),
    venue: markedText(work.journal ?? ""),
    abstract: abstractText(work.abstract ?? ""),
    summary: work.tldr,
    citedByCount: work.citationsCount,
  });
  if ("refused" in read) return read;
  const references = (work.references ?? []).filter((id) => id !== "");
  return {
    ...read,
    references: references.length,
    cited: references.flatMap((id) => identifierIn(id) ?? []),
  };
}

function* listReferences(cited: readonly Identifier[], citing: string): Generator<Parsed> {
  for (const identifier of cited) {
    const key = identifierKey(identifier);
    yield { kind: "work", key, identifiers: [identifier], fields: {}, source: SOURCE };
    yield { kind: "reference", citing, cited: key };
  }
}

const ORCID = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/u;

/**
 * Names that were cut at their last space or comma: where a particle was left with the given name they are put together
 * to be read anew, and an ORCID iD in place of the given name is a second mention of another author.
 */
function authorsIn(names: readonly (z.infer<typeof Name> | null)[]): AuthorEntry[] {
  return names.flatMap((one): AuthorEntry[] => {
    const { LN: family, FN: given, name, orcid } = one ?? {};
    if (!family) return [{ group: name || given || "" }];
    if (given && ORCID.test(given)) {
      const isOther = names.some((other) => other !== one && family === `${other?.FN} ${other?.LN}`);
      return isOther ? [] : [family];
    }
    if (/ \p{Ll}+$/u.test(given ?? "")) return [`${given} ${family}`];
    return [{ family, given: given ?? undefined, orcid: orcid ?? undefined }];
  });
}
