import { withThousands } from "@/lib/citation/count";
import { UnreadableFileError } from "./record";

/** One file of a zip archive, as the directory at the archive's end describes it (PKWARE APPNOTE 6.3, 4.3). */
export interface ZipMember {
  name: string;
  isEncrypted: boolean;
  /** 0 is stored, 8 is deflated. */
  method: number;
  crc: number;
  packed: number;
  size: number;
  /** Where its own header begins. */
  at: number;
}

/** As many bytes of the end of an archive as may hold the record that ends it: 22 and the longest comment. */
export const END_BYTES = 22 + 0xffff;
/** Bytes of a member's own header before its name. */
export const HEADER_BYTES = 30;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const HEADER = 0x04034b50;

const MOST_MEMBERS = 10_000;
const LARGEST_DIRECTORY = 8 * 1024 * 1024;

const DAMAGED = "the zip archive is cut off or damaged.";

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Finds the directory of an archive of `length` bytes whose last bytes are `end`.
 * @throws UnreadableFileError when there is none, or one larger than is read.
 */
export function findDirectory(
  end: Uint8Array,
  length: number,
): { at: number; length: number; count: number } {
  const view = viewOf(end);
  let at = end.length - 22;
  // The record ends with a comment of the length that it states, so that nothing in a comment is taken for it.
  while (
    at >= 0 &&
    !(view.getUint32(at, true) === END && view.getUint16(at + 20, true) === end.length - at - 22)
  )
    at -= 1;
  if (at < 0) throw new UnreadableFileError(DAMAGED);
  const count = view.getUint16(at + 10, true);
  const directory = { length: view.getUint32(at + 12, true), at: view.getUint32(at + 16, true), count };
  if (count === 0xffff || directory.length === 0xffffffff || directory.at === 0xffffffff)
    throw new UnreadableFileError(
      "it is a zip64 archive, for more than 4 GiB or 65,535 files; unpack it first.",
    );
  if (count > MOST_MEMBERS || directory.length > LARGEST_DIRECTORY)
    throw new UnreadableFileError(
      `the archive holds ${withThousands(count)} files; at most ${withThousands(MOST_MEMBERS)} are read, so divide it.`,
    );
  if (directory.at + directory.length > length) throw new UnreadableFileError(DAMAGED);
  return directory;
}

/**
 * The files that a directory lists; folders are left out.
 * @throws UnreadableFileError when the directory is damaged, or when two files share bytes, as in some bombs.
 */
export function readDirectory(directory: Uint8Array, count: number): ZipMember[] {
  const view = viewOf(directory);
  const members: ZipMember[] = [];
  let at = 0;
  for (let number = 0; number < count; number++) {
    if (at + 46 > directory.length || view.getUint32(at, true) !== ENTRY)
      throw new UnreadableFileError(DAMAGED);
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const flags = view.getUint16(at + 8, true);
    const end = at + 46 + name + extra + comment;
    if (end > directory.length) throw new UnreadableFileError(DAMAGED);
    members.push({
      name: memberName(directory.subarray(at + 46, at + 46 + name)),
      isEncrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = end;
  }
  refuseOverlap(members);
  return members.filter(({ name }) => !name.endsWith("/"));
}

/** Where the bytes of a member begin, by its own header. */
export function dataStart(member: ZipMember, header: Uint8Array): number {
  const view = viewOf(header);
  if (header.length < HEADER_BYTES || view.getUint32(0, true) !== HEADER)
    throw new UnreadableFileError(DAMAGED);
  return member.at + HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

function refuseOverlap(members: readonly ZipMember[]): void {
  let taken = 0;
  for (const { at, packed } of [...members].sort((a, b) => a.at - b.at)) {
    if (at < taken)
      throw new UnreadableFileError("files of the zip archive share bytes; it is damaged or a bomb.");
    taken = at + HEADER_BYTES + packed;
  }
}

/** Old archives do not say in which encoding names are, and a name is only shown. */
function memberName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/[\p{Cc}\p{Cs}]/gu, "\uFFFD");
}
