import { count } from "@/lib/citation/count";
import { type Parsed, UnreadableFileError } from "./record";
import { quoteJson, warning } from "./remark";
import { readCitation, readReferencesEntry } from "./spokes-citation";
import { readHub } from "./spokes-hub";
import { type EntryType, INTERCHANGE_VERSION } from "./spokes-schema";
import { type Place, readWorkEntry } from "./spokes-work";

/** How each type of entry becomes records, in lines and in documents alike. */
export const ENTRY_READERS: Readonly<Record<EntryType, (raw: unknown, place: Place) => Parsed[]>> = {
  work: readWorkEntry,
  hub: readHub,
  citation: readCitation,
  references: readReferencesEntry,
};

/** Whose word a file is when it does not say. */
export const DEFAULT_SOURCE = "spokes";

/** Throws UnreadableFileError when a file says that it is of a version which this program does not know. */
export function refuseOtherVersion(version: unknown): void {
  if (version === INTERCHANGE_VERSION) return;
  throw new UnreadableFileError(
    `The file is of interchange version ${quoteJson(version)}; only version ${INTERCHANGE_VERSION} can be read.`,
  );
}

/** One remark on all labels by votes in a file: they are for reading, because votes come only from people. */
export function votesNotTaken(votes: number): Parsed[] {
  if (votes === 0) return [];
  const labels = count(votes, "label by votes is", "labels by votes are");
  return [warning("the file", `${labels} for reading and not taken in; votes come back only from a backup.`)];
}
