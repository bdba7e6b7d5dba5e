/** Pieces of text are sent together up to about this many characters. */
const CHUNK = 64 * 1024;

/**
 * Text as a stream of bytes that is read no faster than it is sent. `onEnd` is called once, whether all was read, the
 * reader left, or reading failed.
 */
export function textStream(
  pieces: AsyncGenerator<string>,
  onEnd: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      let text = "";
      try {
        while (text.length < CHUNK) {
          const next = await pieces.next();
          if (next.done) {
            if (text !== "") controller.enqueue(encoder.encode(text));
            controller.close();
            return onEnd();
          }
          text += next.value;
        }
      } catch (error) {
        onEnd();
        throw error;
      }
      controller.enqueue(encoder.encode(text));
    },
    async cancel() {
      onEnd();
      await pieces.return(undefined);
    },
  });
}
