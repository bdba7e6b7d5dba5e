import { type Identifier, identifierUrl } from "@/lib/citation/identifiers";

/** The address that will last: that of the DOI, also of the one that arXiv gives; else of the best identifier; else null. */
export function persistentAddress(identifiers: readonly Identifier[]): string | null {
  const [best] = identifiers;
  if (best === undefined) return null;
  if (best.scheme !== "arxiv") return identifierUrl(best);
  return identifierUrl({ scheme: "doi", value: `10.48550/arxiv.${best.value}` });
}
