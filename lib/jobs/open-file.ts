import path from "node:path";
import { createGunzip } from "node:zlib";
import { containerOf, containerProblem, SIGNATURE_BYTES } from "@/lib/import/container";
import { UnreadableFileError } from "@/lib/import/record";
import { type ByteStore, readRange } from "./byte-store";
import { diskStore } from "./disk-store";
import { inflated } from "./inflate";
import { listZipMembers, readZipMember } from "./read-zip";

/** A file that may be imported: one on the disk, unpacked if need be, or one of those in a zip archive. */
export interface SourceFile {
  /** Where it is, as the person named it; of a member, the archive and its name in it. */
  path: string;
  /** What it goes by in the history of imports: without the folder. */
  name: string;
  /** Its name in the zip archive; null where it is a file of its own. */
  member: string | null;
  /** How many bytes it has, unpacked; null where nothing says so. */
  size: number | null;
  /** Its bytes, unpacked; they can be read again. */
  read(): AsyncIterable<Uint8Array>;
}

/**
 * The files that a file on the disk stands for: itself, what a gzip file holds, or each file in a zip archive.
 * @throws UnreadableFileError when it cannot be opened, or is a container that is not read.
 */
export async function openFile(file: string): Promise<SourceFile[]> {
  return openStored(await diskStore(file), { path: file, name: path.basename(file) });
}

/**
 * The files that stored bytes stand for, as `openFile` has them.
 * @throws UnreadableFileError when they are a container that is not read.
 */
export async function openStored(
  store: ByteStore,
  { path: file, name }: Pick<SourceFile, "path" | "name">,
): Promise<SourceFile[]> {
  const container = containerOf(await readRange(store, 0, SIGNATURE_BYTES));
  const problem = container && containerProblem(container, false);
  if (problem) throw new UnreadableFileError(problem);
  if (container === "zip") {
    const members = await listZipMembers(store);
    return members.map((member) => ({
      path: `${file}/${member.name}`,
      name: `${name}/${member.name}`,
      member: member.name,
      size: member.size,
      read: () => withoutNested(readZipMember(store, member)),
    }));
  }
  const whole = () => store.read(0, store.size);
  if (container === "gzip")
    return [
      {
        path: file,
        name,
        member: null,
        size: null,
        read: () => withoutNested(inflated(whole(), createGunzip())),
      },
    ];
  return [{ path: file, name, member: null, size: store.size, read: whole }];
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
