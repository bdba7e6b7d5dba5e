import { UploadRefusedError } from "@/lib/import/upload-problem";

const LONGEST_HEAD = 16_384;

/**
 * The one file of a form (multipart/form-data, RFC 7578) as it streams in; nothing of it is held but what has just
 * arrived. The file is the form's only field.
 *
 * @throws UploadRefusedError when the body is no such form; the bytes do so when it breaks off.
 */
export async function readMultipartFile(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
): Promise<{ fileName: string; bytes: AsyncGenerator<Uint8Array> }> {
  const [, quoted, bare] =
    /^multipart\/form-data;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) throw new UploadRefusedError("no_file");
  const source = body[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async () => {
    const next = await source.next();
    if (next.done) throw new UploadRefusedError("broken_off");
    held = Buffer.concat([held, next.value]);
  };
  while (held.indexOf("\r\n\r\n") === -1) {
    if (held.length > LONGEST_HEAD) throw new UploadRefusedError("no_file");
    await more();
  }
  const headEnd = held.indexOf("\r\n\r\n");
  const fileName = readFileName(held.subarray(0, headEnd).toString("utf8"), boundary);
  held = held.subarray(headEnd + 4);
  const end = Buffer.from(`\r\n--${boundary}`);
  async function* bytes() {
    for (;;) {
      const place = held.indexOf(end);
      if (place !== -1) {
        if (place > 0) yield held.subarray(0, place);
        await source.return?.();
        return;
      }
      // The end may have begun in the last bytes.
      const safe = held.length - end.length;
      if (safe > 0) {
        yield held.subarray(0, safe);
        held = held.subarray(safe);
      }
      await more();
    }
  }
  return { fileName, bytes: bytes() };
}

/** The name that the browser gives, without folders and control characters. */
function readFileName(head: string, boundary: string): string {
  const [, quoted] = /^content-disposition:.*;\s*filename="([^"]*)"/im.exec(head) ?? [];
  if (!head.startsWith(`--${boundary}`) || quoted === undefined) throw new UploadRefusedError("no_file");
  const name = quoted.replaceAll("%22", '"').replaceAll(/\p{Cc}/gu, "");
  const last = name.split(/[/\\]/).at(-1)?.trim() ?? "";
  if (last === "") throw new UploadRefusedError("no_file");
  return last.slice(0, 200);
}
