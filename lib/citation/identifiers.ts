import { normaliseArxivId } from "@/lib/citation/arxiv-id";
import { normaliseDoi } from "@/lib/citation/doi";

/** Schemes in the order in which they are trusted and shown. */
export const IDENTIFIER_SCHEMES = ["doi", "arxiv", "openalex", "s2", "pmid", "pmcid", "acl", "pith"] as const;

export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number];

/** The name of a work in one scheme, its value in the one form that is stored and compared. */
export interface Identifier {
  scheme: IdentifierScheme;
  value: string;
}

/** In UTF-16 units; what is pasted may be a long address, what is stored is short. */
const LONGEST_INPUT = 2000;
const LONGEST_VALUE = 300;

/** What stands before the value where people read it, and where the record is found. */
const PRESENTATION: Readonly<Record<IdentifierScheme, { label: string; address: string }>> = {
  doi: { label: "doi:", address: "https://doi.org/" },
  arxiv: { label: "arXiv:", address: "https://arxiv.org/abs/" },
  openalex: { label: "OpenAlex ", address: "https://openalex.org/" },
  s2: { label: "Semantic Scholar ", address: "https://www.semanticscholar.org/paper/" },
  pmid: { label: "PMID ", address: "https://pubmed.ncbi.nlm.nih.gov/" },
  pmcid: { label: "", address: "https://pmc.ncbi.nlm.nih.gov/articles/" },
  acl: { label: "ACL ", address: "https://aclanthology.org/" },
  pith: { label: "pith:", address: "https://pith.science/pith/" },
};

/** Brings a bare value into its stored form, or says null when it has not the form of the scheme. */
const READERS: Readonly<Record<IdentifierScheme, (text: string) => string | null>> = {
  doi: normaliseDoi,
  arxiv: normaliseArxivId,
  openalex: (text) => capture(/^(w\d+)$/iu, text)?.toUpperCase() ?? null,
  s2: (text) => capture(/^([0-9a-f]{40})$/iu, text)?.toLowerCase() ?? null,
  pmid: (text) => capture(/^0*([1-9]\d{0,8})$/u, text),
  pmcid: (text) => {
    const digits = capture(/^(?:pmc)?0*([1-9]\d*)(?:\.\d+)?$/iu, text);
    return digits === null ? null : `PMC${digits}`;
  },
  acl: (text) =>
    capture(/^([a-z]\d{2}-\d{4})(?:v\d+)?(?:\.[a-z]+)?$/iu, text)?.toUpperCase() ??
    capture(/^(\d{4}\.[a-z0-9]+-[a-z0-9]+\.\d+)(?:v\d+)?(?:\.[a-z]+)?$/iu, text)?.toLowerCase() ??
    null,
  // Pith prints the year before its number (`pith:2017:…`) but it is no part of it.
  pith: (text) => capture(/^(?:\d{4}:)?([a-z2-7]{26})$/iu, text)?.toUpperCase() ?? null,
};

/** Where services show a work, without `https://` and `www.`, and which part of the address names it. */
const ADDRESSES: readonly (readonly [IdentifierScheme, RegExp])[] = [
  ["doi", /^(?:(?:dx\.)?doi\.org|doi\.acm\.org)\/(.+)$/isu],
  ["arxiv", /^(?:export\.)?arxiv\.org\/(?:abs|pdf|html)\/(.+)$/isu],
  ["openalex", /^(?:api\.)?openalex\.org\/(?:works\/)?(w\d+)$/iu],
  ["s2", /^(?:api\.)?semanticscholar\.org\/(?:.*\/)?([0-9a-f]{40})(?:\/|$)/iu],
  ["pmid", /^(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/(\d+)$/iu],
  ["pmcid", /^(?:pmc\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pmc)\/articles\/((?:pmc)?\d+)(?:\/|$)/iu],
  ["acl", /^(?:aclanthology\.org|aclweb\.org\/anthology)\/(?:.*\/)?([^/]+)$/iu],
  ["pith", /^pith\.science\/pith\/([a-z2-7]{26})(?:[./]|$)/iu],
  ["arxiv", /^pith\.science\/(?:p|paper)\/(.+)$/isu],
];

/** How values begin that cannot be mistaken for anything else, so that they need no word before them. */
const UNMISTAKABLE: readonly (readonly [IdentifierScheme, RegExp])[] = [
  ["doi", /^10\./u],
  ["arxiv", /^(?:\d{4}\.|[a-z])/iu],
  ["pmcid", /^pmc\d/iu],
];

/**
 * Reads a value that its source calls by a scheme: bare, with its prefix, or as an address. Returns null
 * when the value is not of that scheme. The DOI that arXiv gives a paper comes back as its arXiv
 * identifier, so that both are one. A normalised value comes back as it went in.
 */
export function normaliseIdentifier(scheme: IdentifierScheme, raw: string): Identifier | null {
  if (raw.length > LONGEST_INPUT) return null;
  const found = parseIdentifier(raw) ?? read(scheme, tidy(raw));
  if (found === null) return null;
  const isAnswer = found.scheme === scheme || (scheme === "doi" && found.scheme === "arxiv");
  return isAnswer ? found : null;
}

/**
 * Reads an identifier that says itself what it is: `scheme:value`, a label as `identifierLabel` prints it,
 * an address at one of the services, or a bare DOI, arXiv identifier or PMCID. Returns null for anything
 * else, also for a Semantic Scholar CorpusId, which names a work but not by the stored hash.
 */
export function parseIdentifier(text: string): Identifier | null {
  if (text.length > LONGEST_INPUT) return null;
  const tidied = tidy(text);
  const [, word, rest] =
    /^(?:info:|urn:)?(semantic scholar|[a-z0-9]+)(?:\s*[:/]|\s)(.+)$/isu.exec(tidied) ?? [];
  const named = word === undefined ? undefined : schemeCalled(word.toLowerCase());
  if (named !== undefined && rest !== undefined) return normaliseIdentifier(named, rest);
  const atService = readAddress(tidied);
  if (atService !== undefined) return atService;
  const bare = UNMISTAKABLE.find(
    ([scheme, beginning]) => beginning.test(tidied) && READERS[scheme](tidied) !== null,
  );
  return bare === undefined ? null : read(bare[0], tidied);
}

/** The address of the record of a normalised identifier, always https. */
export function identifierUrl({ scheme, value }: Identifier): string {
  const encoded = encodeURIComponent(value.replace(/\p{Cs}/gu, "\uFFFD"));
  return PRESENTATION[scheme].address + encoded.replaceAll("%2F", "/");
}

/** The identifier as it is printed: `doi:10.1000/182`, `arXiv:2104.10350`, `OpenAlex W2741809807`, `PMID 123`. */
export function identifierLabel({ scheme, value }: Identifier): string {
  return PRESENTATION[scheme].label + value;
}

/** Sorts by scheme, in the order of IDENTIFIER_SCHEMES, then by value. */
export function compareIdentifiers(a: Identifier, b: Identifier): number {
  const byScheme = IDENTIFIER_SCHEMES.indexOf(a.scheme) - IDENTIFIER_SCHEMES.indexOf(b.scheme);
  if (byScheme !== 0) return byScheme;
  return a.value < b.value ? -1 : Number(a.value > b.value);
}

function read(scheme: IdentifierScheme, text: string): Identifier | null {
  const value = READERS[scheme](text);
  if (value === null || value.length > LONGEST_VALUE) return null;
  const arxivPart = scheme === "doi" ? capture(/^10\.48550\/arxiv\.(.+)$/u, value) : null;
  const arxivId = arxivPart === null ? null : normaliseArxivId(arxivPart);
  return arxivId === null ? { scheme, value } : { scheme: "arxiv", value: arxivId };
}

/** Reads the address of a work's record at a service; undefined when it is no such address. */
function readAddress(text: string): Identifier | null | undefined {
  if (!text.includes("/")) return undefined;
  const address = text
    .replace(/^(?:https?:\/\/)?(?:www\.)?/iu, "")
    .replace(/[?#].*$/su, "")
    .replace(/\/+$/u, "");
  for (const [scheme, pattern] of ADDRESSES) {
    const value = capture(pattern, address);
    if (value !== null) return read(scheme, value);
  }
  return undefined;
}

/** Takes off what a sentence or a paste leaves around an identifier; what a DOI may end with stays. */
function tidy(text: string): string {
  const bare = text
    .replace(/\p{Cf}/gu, "")
    .trim()
    .replace(/[\s.,;:]+$/u, "");
  return bare.replace(/^[<([{"'“](.*)[>)\]}"'”]$/su, "$1").trim();
}

function schemeCalled(word: string): IdentifierScheme | undefined {
  return word === "semantic scholar" ? "s2" : IDENTIFIER_SCHEMES.find((scheme) => scheme === word);
}

function capture(pattern: RegExp, text: string): string | null {
  return pattern.exec(text)?.[1] ?? null;
}
