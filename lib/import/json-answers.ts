import { isJsonObject } from "./json";
import type { JsonPiece } from "./json-document";
import { readJsonPieces } from "./json-pieces";

/** What stands before the paths of an answer that was recorded with its address and status. */
const RECORDED = "body";

/**
 * Reads the answers of a service piece by piece: as they came, several in a list or on lines, or recorded in a list of
 * `{url, status, body}`. Those come as if the body alone stood there; where the body is a list, its members are the
 * items of the list "".
 * @throws UnreadableFileError as `readJsonPieces` does.
 */
export async function* readJsonAnswers(
  chunks: AsyncIterable<string>,
  lists: readonly string[],
): AsyncGenerator<JsonPiece> {
  const paths = new Set([...lists, RECORDED, ...lists.map((list) => `${RECORDED}.${list}`)]);
  for await (const piece of readJsonPieces(chunks, paths)) {
    if (piece.kind === "item") yield { ...piece, list: bare(piece.list) };
    // A recorded list has been read when its items came; an empty one is told as such.
    else if ((piece.counts.get(RECORDED) ?? 0) === 0) {
      const counts = new Map([...piece.counts].map(([list, count]) => [bare(list), count]));
      yield { ...unwrapped(piece), counts };
    }
  }
}

const bare = (list: string) => (list === RECORDED ? "" : list.replace(/^body\./, ""));

function unwrapped<Piece extends object>(piece: Piece & ({ value: unknown } | { problem: string })) {
  if ("problem" in piece || !isJsonObject(piece.value) || !("status" in piece.value)) return piece;
  return { ...piece, value: RECORDED in piece.value ? piece.value[RECORDED] : [] };
}
