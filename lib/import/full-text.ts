import type { Passage } from "./passage";
import type { Identifier, WorkFields } from "./record";
import type { ListedReference } from "./reference-list";

/** What a file says of one work. */
export interface DescribedWork {
  identifiers: readonly Identifier[];
  fields: WorkFields;
}

/** An entry of the reference list of a full text, which may name several works. */
export interface FullTextReference extends Pick<ListedReference, "id" | "letter"> {
  /** As it is printed before the entry; null where none is. */
  number: number | null;
  /** As it is printed, for the report. */
  printed: string;
  works: readonly DescribedWork[];
}

/** A paper with its reference list and its paragraphs in their order, whatever its file looked like. */
export interface FullText {
  /** Its place in the file. */
  where: string;
  source: string;
  work: DescribedWork;
  references: readonly FullTextReference[];
  passages: readonly Passage[];
}
