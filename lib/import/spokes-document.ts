import { z } from "zod";
import { isJsonObject, readJson } from "./json";
import { type Parsed, UnreadableFileError } from "./record";
import { DEFAULT_SOURCE, ENTRY_READERS, refuseOtherVersion } from "./spokes-entry";
import { Document } from "./spokes-schema";
import { readEntry } from "./spokes-work";

const MEBI = 1024 * 1024;
/** The longest document that is read, in characters; a file of lines has no such limit. */
const DOCUMENT_LIMIT = 64 * MEBI;

const unread = z.array(z.unknown()).nullish();
const DocumentFrame = Document.extend({ works: unread, hubs: unread, citations: unread, references: unread });

/** The lists of a document, in the order in which they are read, and the type of their entries. */
const LISTS = [
  ["works", "work"],
  ["hubs", "hub"],
  ["citations", "citation"],
  ["references", "references"],
] as const;

/**
 * Reads an interchange document, entry by entry.
 * @throws UnreadableFileError when the text is longer than `limit` characters, is no JSON, or is no such document.
 */
export async function* readDocument(
  chunks: AsyncIterable<string>,
  tally: { votes: number },
  limit = DOCUMENT_LIMIT,
): AsyncGenerator<Parsed[]> {
  const document = readFrame(await wholeText(chunks, limit));
  const source = document.source || DEFAULT_SOURCE;
  for (const [list, type] of LISTS) {
    for (const [index, raw] of (document[list] ?? []).entries())
      yield ENTRY_READERS[type](raw, { where: `${list}[${index}]`, source, tally });
  }
}

function readFrame(text: string): z.infer<typeof DocumentFrame> {
  const json = readJson(text);
  if ("problem" in json) throw new UnreadableFileError(`The file is no valid JSON: ${json.problem}`);
  if (!isJsonObject(json.value) || !Object.hasOwn(json.value, "spokes"))
    throw new UnreadableFileError(
      'The file is no interchange document: it has no "spokes" with a version number.',
    );
  refuseOtherVersion(json.value.spokes);
  const document = readEntry(DocumentFrame, json.value);
  if ("refused" in document)
    throw new UnreadableFileError(`The document cannot be read: ${document.refused}.`);
  return document.value;
}

async function wholeText(chunks: AsyncIterable<string>, limit: number): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) throw tooLong(limit);
    pieces.push(chunk);
  }
  return pieces.join("");
}

function tooLong(limit: number): UnreadableFileError {
  const size = limit >= MEBI ? `${limit / MEBI} Mi` : limit;
  return new UnreadableFileError(
    `The document is longer than ${size} characters; a file of this size must be JSON Lines (docs/interchange.md).`,
  );
}
