import type { Identifier } from "@/lib/citation/identifiers";
import type { Author, Notice } from "@/lib/import/record";

/** A work as readers see it: what its sources say, already chosen. Identifiers stand in the order of trust. */
export interface ExportedWork {
  title: string | null;
  authors: readonly Author[];
  authorsComplete: boolean;
  published: string | null;
  venue: string | null;
  fields: readonly string[];
  abstract: string | null;
  citedByCount: number | null;
  notices: readonly Notice[];
  identifiers: readonly Identifier[];
}

/** The value of a work's identifier in a scheme. */
export function identifierOf(
  { identifiers }: Pick<ExportedWork, "identifiers">,
  scheme: Identifier["scheme"],
): string | undefined {
  return identifiers.find((one) => one.scheme === scheme)?.value;
}
