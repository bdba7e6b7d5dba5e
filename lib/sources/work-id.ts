import { type Identifier, type IdentifierScheme, parseIdentifier } from "@/lib/citation/identifiers";

/** The schemes by which services are asked. */
const ASKED_SCHEMES = [
  "doi",
  "arxiv",
  "openalex",
  "s2",
  "pmid",
] as const satisfies readonly IdentifierScheme[];

/** How an identifier may be given, for messages. */
export const WORK_ID_FORMS =
  "doi:…, arxiv:…, openalex:W…, s2:… (40 hexadecimal digits), pmid:…, or the address of such a page";

/**
 * Reads what a person gave to name a work: an identifier, or an address at doi.org, arXiv, OpenAlex, Semantic Scholar
 * or PubMed, of which only the identifier is used. Null for anything else; an address is never asked.
 */
export function parseWorkId(text: string): Identifier | null {
  const identifier = parseIdentifier(text);
  const isAsked = ASKED_SCHEMES.some((scheme) => scheme === identifier?.scheme);
  return isAsked ? identifier : null;
}

/**
 * The value of an identifier as a part of a path. Slashes stay, as services document them, but where they would make
 * steps upwards or empty steps (`10.1000/../x`).
 */
export function pathPart(value: string): string {
  const encoded = encodeURIComponent(value);
  const isPlain = value.split("/").every((step) => step !== "" && step !== "." && step !== "..");
  return isPlain ? encoded.replaceAll("%2F", "/") : encoded;
}
