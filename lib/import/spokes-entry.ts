import { type Parsed, UnreadableFileError } from "./record";
import { printable, quoteJson } from "./remark";
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

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a JSON text, or what is wrong with the text. */
export function readJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    // JSON.parse throws nothing but the SyntaxError that says what stands where.
    return { problem: printable(error instanceof Error ? error.message : String(error)) };
  }
}

/** Throws UnreadableFileError when a file says that it is of a version which this program does not know. */
export function refuseOtherVersion(version: unknown): void {
  if (version === INTERCHANGE_VERSION) return;
  throw new UnreadableFileError(
    `The file is of interchange version ${quoteJson(version)}; only version ${INTERCHANGE_VERSION} can be read.`,
  );
}
