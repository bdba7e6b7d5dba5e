/** How much of a file is looked at to tell its format, in characters. */
export const HEAD_LENGTH = 65_536;

/**
 * The beginning of a text, and the whole text again as chunks. At most one chunk more than the head is held.
 */
export async function readHead(
  chunks: AsyncIterable<string>,
): Promise<{ head: string; chunks: AsyncGenerator<string> }> {
  const source = chunks[Symbol.asyncIterator]();
  const held: string[] = [];
  let length = 0;
  while (length < HEAD_LENGTH) {
    const next = await source.next();
    if (next.done) break;
    held.push(next.value);
    length += next.value.length;
  }
  return { head: held.join("").slice(0, HEAD_LENGTH), chunks: resume(held, source) };
}

async function* resume(held: string[], source: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    for (const chunk of held.splice(0)) yield chunk;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  } finally {
    await source.return?.();
  }
}
