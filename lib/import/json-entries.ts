import { readLines } from "./lines";
import { UnreadableFileError } from "./record";
import { readJson } from "./spokes-entry";

/** A value with its place in the file, or what is wrong with the line that should hold it. */
export type JsonEntry = { where: string } & ({ value: unknown } | { problem: string });

const MEBI = 1024 * 1024;
/** The longest entry that is read, in characters. */
const ENTRY_LIMIT = 16 * MEBI;

/**
 * The values of a text that holds one in each line, or one alone over many lines, which may be a list of them. They are
 * told apart by the first line, which in the first case is a value of its own.
 * @throws UnreadableFileError when one value is longer than `limit` characters, or one alone is no JSON.
 */
export async function* readJsonEntries(
  chunks: AsyncIterable<string>,
  limit = ENTRY_LIMIT,
): AsyncGenerator<JsonEntry> {
  const pieces: string[] = [];
  let length = 0;
  let isLines = false;
  for await (const { number, text } of readLines(chunks, limit)) {
    if (text.trim() === "") continue;
    const json: ReturnType<typeof readJson> | null = isLines || length === 0 ? readJson(text) : null;
    isLines ||= json !== null && "value" in json;
    if (json !== null && isLines) {
      yield* entriesOf(json, `line ${number}`);
      continue;
    }
    length += text.length;
    if (length > limit)
      throw new UnreadableFileError(`The JSON is longer than ${limit / MEBI} Mi characters.`);
    pieces.push(text);
  }
  if (length === 0) return;
  const json = readJson(pieces.join("\n"));
  if ("problem" in json) throw new UnreadableFileError(`The file is no valid JSON: ${json.problem}`);
  yield* entriesOf(json, null);
}

function* entriesOf(
  json: { value: unknown } | { problem: string },
  where: string | null,
): Generator<JsonEntry> {
  if ("problem" in json || !Array.isArray(json.value)) yield { where: where ?? "entry 1", ...json };
  else
    for (const [index, value] of json.value.entries())
      yield { where: [where, `entry ${index + 1}`].filter((part) => part).join(", "), value };
}
