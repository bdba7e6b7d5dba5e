import { withThousands } from "@/lib/citation/count";
import { isJsonObject, readJson } from "@/lib/import/json";
import { quote } from "@/lib/import/remark";

/** An answer is longer than it may be; the message says how long. */
export class TooLargeError extends Error {
  override name = "TooLargeError";
}

/**
 * The text of a body in UTF-8; it is let go as soon as it is longer than `limit` bytes.
 * @throws TooLargeError then, and whatever reading throws.
 */
export async function readLimited(body: AsyncIterable<Uint8Array> | null, limit: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > limit) throw new TooLargeError(`more than ${withThousands(Math.round(limit / 1024))} KiB`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** What the body of an error says in words, in quotation marks; null when it says nothing that can be shown. */
export function saidIn(body: string): string | null {
  const { value } = { value: undefined, ...readJson(body) };
  if (!isJsonObject(value)) return null;
  const words = [value["error"], value["message"]].filter((part) => typeof part === "string" && part !== "");
  return words.length === 0 ? null : quote(words.join(" "));
}
