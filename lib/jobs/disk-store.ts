import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { UnreadableFileError } from "@/lib/import/record";
import type { ByteStore } from "./byte-store";

const READ_BYTES = 256 * 1024;

/** A file on the disk. @throws UnreadableFileError when it is not there or no regular file; so does reading it. */
export async function diskStore(file: string): Promise<ByteStore> {
  try {
    // Asked before it is opened: a pipe would wait for somebody to write into it.
    const found = await stat(file);
    if (!found.isFile()) throw new UnreadableFileError("this is no regular file.");
    return { size: found.size, read: (from, to) => readBytes(file, from, to) };
  } catch (error) {
    throw unreadable(error);
  }
}

async function* readBytes(file: string, from: number, to: number): AsyncGenerator<Uint8Array> {
  if (to <= from) return;
  try {
    yield* createReadStream(file, { highWaterMark: READ_BYTES, start: from, end: to - 1 });
  } catch (error) {
    throw unreadable(error);
  }
}

/** Reading fails for reasons of the machine alone: a wrong name, rights, a broken disk. */
function unreadable(error: unknown): UnreadableFileError {
  if (error instanceof UnreadableFileError) return error;
  if (error instanceof Error && "code" in error && error.code === "ENOENT")
    return new UnreadableFileError("there is no such file.");
  return new UnreadableFileError(`it cannot be read (${error instanceof Error ? error.message : error}).`);
}
