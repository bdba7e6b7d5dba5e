import fc from "fast-check";
import { expect, test } from "vitest";
import { readMultipartFile } from "./multipart-file";

const BOUNDARY = "----lamp";
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

const form = (content: Uint8Array, fileName = "fog.jsonl") =>
  Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/plain\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);

async function* cut(bytes: Uint8Array, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function readAll(body: Uint8Array, size: number) {
  const { fileName, bytes } = await readMultipartFile(cut(body, size), TYPE);
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return { fileName, content: Buffer.concat(parts) };
}

test("the bytes of the file come out as they went in, however the body is cut", async () => {
  const nearBoundary = fc.constantFrom(
    ...["\r\n", "--", "\r\n--", `\r\n--${BOUNDARY.slice(0, 5)}`, "x", "\0"],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(nearBoundary), fc.integer({ min: 1, max: 50 }), async (parts, size) => {
      const content = Buffer.from(parts.join(""));
      expect((await readAll(form(content), size)).content).toEqual(content);
    }),
  );
});

test("the file's name comes without folders", async () => {
  expect((await readAll(form(Buffer.from("x"), "C:\\papers\\fog.bib"), 100)).fileName).toBe("fog.bib");
});

test("a body that breaks off, and a form without a file, are refused", async () => {
  const whole = form(Buffer.from("some content"));
  await expect(readAll(whole.subarray(0, whole.length - 20), 10)).rejects.toThrow("broke off");
  await expect(readAll(form(Buffer.from(""), ""), 10)).rejects.toThrow("Choose a file");
  await expect(readMultipartFile(cut(whole, 10), "text/plain")).rejects.toThrow("Choose a file");
});
