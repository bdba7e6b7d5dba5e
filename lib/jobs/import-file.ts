import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import type { Pool } from "pg";
import { withConnection } from "@/db/client";
import { previewImport, runImport } from "@/db/commands/import/run-import";
import { UserError } from "@/lib/errors";
import { decodeUtf8 } from "@/lib/import/decode";
import { detectFormat, FORMAT_NAMES, type Format, formatByName } from "@/lib/import/formats";
import { readHead } from "@/lib/import/head";
import { type Listing, placeListed } from "@/lib/import/place-listed";
import type { ImportProgress } from "@/lib/import/progress";
import { UnreadableFileError } from "@/lib/import/record";
import type { ImportReport } from "@/lib/import/report";

const READ_BYTES = 256 * 1024;

export interface ImportFileOptions {
  /** The hub that the file's only hub is, or is to become. */
  hubSlug?: string;
  /** A format's name; without it the format is found by what the file holds. */
  format?: string;
  /** What the works are of a file that only lists works. */
  listing?: Listing;
  /** Report only, keep nothing. */
  dryRun?: boolean;
  onProgress?: (progress: ImportProgress) => void;
}

/**
 * Tells whether a file can be opened and is of a known format, before anything is written.
 * @throws UserError in one line when not.
 */
export async function checkFile(file: string, format?: string): Promise<void> {
  await readable(file, async () => {
    const { head, chunks } = await readHead(readText(file));
    chooseFormat(head, format);
    await chunks.return(undefined);
  });
}

/**
 * Imports one file from disk.
 * @throws UserError in one line when the file cannot be read as what it is; then nothing was written.
 */
export async function importFile(
  pool: Pool,
  file: string,
  options: ImportFileOptions = {},
): Promise<ImportReport> {
  return readable(file, async () => {
    const { format, records } = await recordsOf(readBytes(file), options);
    const request = {
      fileName: path.basename(file),
      format,
      records,
      hubSlug: options.hubSlug,
      onProgress: options.onProgress,
    };
    return withConnection(pool, (connection) =>
      options.dryRun ? previewImport(connection, request) : runImport(connection, request),
    );
  });
}

/**
 * The records of a file, and the name of its format, found by its content unless it is said.
 * @throws UnreadableFileError when it has no known format; so do the records when they are read.
 */
export async function recordsOf(
  bytes: AsyncIterable<Uint8Array>,
  { format: name, listing }: Pick<ImportFileOptions, "format" | "listing">,
) {
  const { head, chunks } = await readHead(decodeUtf8(bytes));
  const format = chooseFormat(head, name);
  return { format: format.name, records: placeListed(format.parse(chunks), listing ?? null) };
}

/** The file's text; a failure to read it, at its beginning or in its middle, becomes one line. */
async function* readText(file: string): AsyncGenerator<string> {
  yield* decodeUtf8(readBytes(file));
}

async function* readBytes(file: string): AsyncGenerator<Uint8Array> {
  const found = await stat(file).catch(() => null);
  if (found === null) throw new UnreadableFileError("there is no such file.");
  if (!found.isFile()) throw new UnreadableFileError("this is no regular file.");
  try {
    yield* createReadStream(file, { highWaterMark: READ_BYTES });
  } catch (error) {
    // Reading fails for reasons of the machine alone: rights, a broken disk.
    throw new UnreadableFileError(`it cannot be read (${error instanceof Error ? error.message : error}).`);
  }
}

async function readable<Result>(file: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableFileError)
      throw new UserError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}

function chooseFormat(head: string, name: string | undefined): Format {
  if (head.trim() === "") throw new UnreadableFileError("the file is empty.");
  const format = name === undefined ? detectFormat(head) : formatByName(name);
  if (format) return format;
  const known = `known formats: ${FORMAT_NAMES.join(", ")}`;
  throw new UnreadableFileError(
    name === undefined
      ? `its format is not recognised (${known}).`
      : `there is no format ${name} (${known}).`,
  );
}
