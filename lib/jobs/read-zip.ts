import { crc32, createInflateRaw } from "node:zlib";
import { refuseBomb } from "@/lib/import/inflation";
import { UnreadableFileError } from "@/lib/import/record";
import {
  dataStart,
  END_BYTES,
  findDirectory,
  HEADER_BYTES,
  readDirectory,
  type ZipMember,
} from "@/lib/import/zip-directory";
import { type ByteStore, readRange } from "./byte-store";
import { inflated } from "./inflate";

/**
 * The files in a zip archive, without folders and without what macOS and editors leave there.
 * @throws UnreadableFileError when the archive is damaged, too large, or a bomb by what it says of itself.
 */
export async function listZipMembers(archive: ByteStore): Promise<ZipMember[]> {
  const { size } = archive;
  const directory = findDirectory(await readRange(archive, Math.max(0, size - END_BYTES), size), size);
  const bytes = await readRange(archive, directory.at, directory.at + directory.length);
  const members = readDirectory(bytes, directory.count);
  refuseBomb(
    members.reduce((sum, member) => sum + member.size, 0),
    size,
  );
  return members.filter(({ name }) => !/(?:^|\/)(?:__MACOSX|\.[^/]*)(?:\/|$)/u.test(name));
}

/**
 * The bytes of one file in an archive, as they come out.
 * @throws UnreadableFileError when it is encrypted, packed in a way that is not read, or not what the directory says.
 */
export async function* readZipMember(archive: ByteStore, member: ZipMember): AsyncGenerator<Uint8Array> {
  if (member.isEncrypted)
    throw new UnreadableFileError("it is encrypted; unpack the archive and import the file.");
  if (member.method !== 0 && member.method !== 8)
    throw new UnreadableFileError(
      `it is packed by method ${member.method}, which is not read; unpack the archive.`,
    );
  let size = 0;
  let crc = 0;
  for await (const chunk of unpacked(archive, member)) {
    size += chunk.length;
    crc = crc32(chunk, crc);
    if (size > member.size) break;
    yield chunk;
  }
  if (size !== member.size || crc !== member.crc)
    throw new UnreadableFileError("it is not what the archive's directory says; the archive is damaged.");
}

async function* unpacked(archive: ByteStore, member: ZipMember): AsyncGenerator<Uint8Array> {
  const start = dataStart(member, await readRange(archive, member.at, member.at + HEADER_BYTES));
  if (member.packed === 0) return;
  const packed = archive.read(start, start + member.packed);
  yield* member.method === 0 ? packed : inflated(packed, createInflateRaw());
}
