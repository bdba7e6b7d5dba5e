import { UnreadableFileError } from "./record";

const MEBI = 1024 * 1024;

/** What may come out of one compressed file, in bytes. */
const LARGEST = 4096 * MEBI;

/** How many times its size a file may grow: lists of works grow 5 to 50 times, and a bomb up to 1,032 times. */
const LARGEST_RATIO = 200;

/** Small files may grow as they like. */
const FREE = 16 * MEBI;

/**
 * Refuses what grows beyond all measure, before or while it is unpacked.
 * @param inflated bytes that come out, or have come out so far
 * @param packed bytes that they came out of
 * @throws UnreadableFileError
 */
export function refuseBomb(inflated: number, packed: number): void {
  if (inflated > LARGEST)
    throw new UnreadableFileError(`it unpacks to more than ${LARGEST / MEBI / 1024} GiB; divide it.`);
  if (inflated > FREE && inflated > packed * LARGEST_RATIO)
    throw new UnreadableFileError(
      `it unpacks to more than ${LARGEST_RATIO} times its size, which no list of works does; if it is sound, unpack it first.`,
    );
}
