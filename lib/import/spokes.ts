import { readHead } from "./head";
import { isJsonObject, readJson } from "./json";
import { type Line, readLines } from "./lines";
import { type Parsed, UnreadableFileError } from "./record";
import { quoteJson, rejection } from "./remark";
import { readDocument } from "./spokes-document";
import { DEFAULT_SOURCE, ENTRY_READERS, refuseOtherVersion, votesNotTaken } from "./spokes-entry";
import { ENTRY_TYPES, Header } from "./spokes-schema";
import { type Place, readEntry } from "./spokes-work";

/** Whether the beginning of a text is that of an interchange file, as lines or as one document. */
export function detectSpokes(head: string): boolean {
  const start = head.trimStart();
  return start.startsWith("{") && (HEADER.test(firstLine(start)) || /"spokes"\s*:/.test(start));
}

const HEADER = /"type"\s*:\s*"spokes"/;

const firstLine = (text: string) => text.slice(0, text.indexOf("\n") === -1 ? undefined : text.indexOf("\n"));

/**
 * Reads the interchange format (docs/interchange.md), JSON Lines as a stream or one JSON document, told apart by the
 * first line. An entry that does not fit is yielded as a rejection; all others go in.
 * @throws UnreadableFileError when the file as a whole is none, and at a line that is too long.
 */
export async function* parseSpokes(chunks: AsyncIterable<string>): AsyncGenerator<Parsed> {
  const file = await readHead(chunks);
  const tally = { votes: 0 };
  const entries = isDocument(file.head)
    ? readDocument(file.chunks, tally)
    : readEntryLines(file.chunks, tally);
  for await (const parsed of entries) {
    for (const record of parsed) yield record;
  }
  yield* votesNotTaken(tally.votes);
}

/** A document goes on after its first line, or says "spokes" in it. */
function isDocument(head: string): boolean {
  const start = head.trimStart();
  const first = firstLine(start);
  if (!start.startsWith("{") || HEADER.test(first)) return false;
  const json = readJson(first);
  return "problem" in json || (isJsonObject(json.value) && Object.hasOwn(json.value, "spokes"));
}

async function* readEntryLines(
  chunks: AsyncIterable<string>,
  tally: { votes: number },
): AsyncGenerator<Parsed[]> {
  let source: string | null = null;
  for await (const line of readLines(chunks)) {
    if (line.text.trim() === "") continue;
    if (source === null) source = readHeader(line);
    else yield readEntryLine(line, { source, tally });
  }
  if (source === null) throw new UnreadableFileError("The file is empty.");
}

function readHeader({ number, text }: Line): string {
  const json = readJson(text);
  if ("problem" in json || !isJsonObject(json.value) || json.value.type !== "spokes")
    throw new UnreadableFileError(
      `Line ${number} is no header such as {"type":"spokes","version":1}, so this is no interchange file.`,
    );
  refuseOtherVersion(json.value.version);
  const header = readEntry(Header, json.value);
  if ("refused" in header) throw new UnreadableFileError(`The header cannot be read: ${header.refused}.`);
  return header.value.source || DEFAULT_SOURCE;
}

function readEntryLine({ number, text }: Line, file: Omit<Place, "where">): Parsed[] {
  const where = `line ${number}`;
  const json = readJson(text);
  if ("problem" in json) return [rejection(where, `is no valid JSON: ${json.problem}`)];
  if (!isJsonObject(json.value)) return [rejection(where, "is no JSON object")];
  const named = json.value.type;
  const type = ENTRY_TYPES.find((known) => known === named);
  return type ? ENTRY_READERS[type](json.value, { ...file, where }) : [rejection(where, typeProblem(named))];
}

function typeProblem(named: unknown): string {
  if (named === undefined) return `has no type; it must be one of ${ENTRY_TYPES.join(", ")}`;
  if (named === "spokes")
    return "is a second header; send the files one by one, so that each keeps its own source";
  return `has the unknown type ${quoteJson(named)}; known are ${ENTRY_TYPES.join(", ")}`;
}
