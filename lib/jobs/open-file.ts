import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import path from "node:path";
import { createGunzip } from "node:zlib";
import { containerOf, containerProblem, SIGNATURE_BYTES } from "@/lib/import/container";
import { UnreadableFileError } from "@/lib/import/record";
import { inflated } from "./inflate";
import { listZipMembers, readZipMember } from "./read-zip";

const READ_BYTES = 256 * 1024;

/** A file that may be imported: one on the disk, unpacked if need be, or one of those in a zip archive. */
export interface SourceFile {
  /** Where it is, as the person named it; of a member, the archive and its name in it. */
  path: string;
  /** What it goes by in the history of imports: without the folder. */
  name: string;
  /** Its bytes, unpacked; they can be read again. */
  read(): AsyncGenerator<Uint8Array>;
}

/**
 * The files that a file on the disk stands for: itself, what a gzip file holds, or each file in a zip archive.
 * @throws UnreadableFileError when it cannot be opened, or is a container that is not read.
 */
export async function openFile(file: string): Promise<SourceFile[]> {
  const name = path.basename(file);
  const container = containerOf(await readStart(file));
  const problem = container && containerProblem(container, false);
  if (problem) throw new UnreadableFileError(problem);
  if (container === "zip") {
    const members = await listZipMembers(file);
    return members.map((member) => ({
      path: `${file}/${member.name}`,
      name: `${name}/${member.name}`,
      read: () => withoutNested(readZipMember(file, member)),
    }));
  }
  const read =
    container === "gzip"
      ? () => withoutNested(inflated(createReadStream(file), createGunzip()))
      : () => readBytes(file);
  return [{ path: file, name, read }];
}

/** A failure to read what is on the disk becomes one line. */
async function readStart(file: string): Promise<Uint8Array> {
  try {
    // Asked before it is opened: a pipe would wait for somebody to write into it.
    if (!(await stat(file)).isFile()) throw new UnreadableFileError("this is no regular file.");
    const handle = await open(file);
    try {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(SIGNATURE_BYTES), 0, SIGNATURE_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(error);
  }
}

async function* readBytes(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file, { highWaterMark: READ_BYTES });
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

/** Refuses an archive within an archive, whose size nobody could foresee. */
async function* withoutNested(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | null = new Uint8Array();
  for await (const chunk of bytes) {
    if (start === null) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < SIGNATURE_BYTES) continue;
    yield* sound(start);
    start = null;
  }
  if (start !== null) yield* sound(start);
}

function* sound(start: Uint8Array): Generator<Uint8Array> {
  const container = containerOf(start);
  const problem = container && containerProblem(container, true);
  if (problem) throw new UnreadableFileError(problem);
  if (start.length > 0) yield start;
}
