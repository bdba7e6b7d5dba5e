import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import type { Pool } from "pg";
import { withConnection } from "@/db/client";
import { type ImportProgress, previewImport, runImport } from "@/db/commands/import/run-import";
import { UserError } from "@/lib/errors";
import { decodeUtf8 } from "@/lib/import/decode";
import { detectFormat, FORMAT_NAMES, type Format, formatByName } from "@/lib/import/formats";
import { readHead } from "@/lib/import/head";
import { UnreadableFileError } from "@/lib/import/record";
import type { ImportReport } from "@/lib/import/report";

export interface ImportFileOptions {
  /** The hub that the file's only hub is, or is to become. */
  hubSlug?: string;
  /** A format's name; without it the format is found by what the file holds. */
  format?: string;
  /** Report only, keep nothing. */
  dryRun?: boolean;
  onProgress?: (progress: ImportProgress) => void;
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
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new UserError(`${file}: there is no such file.`);
  try {
    const { head, chunks } = await readHead(
      decodeUtf8(createReadStream(file, { highWaterMark: 256 * 1024 })),
    );
    const format = chooseFormat(head, options.format);
    const request = {
      fileName: path.basename(file),
      format: format.name,
      records: format.parse(chunks),
      hubSlug: options.hubSlug,
      onProgress: options.onProgress,
    };
    return await withConnection(pool, (connection) =>
      options.dryRun ? previewImport(connection, request) : runImport(connection, request),
    );
  } catch (error) {
    if (error instanceof UnreadableFileError)
      throw new UserError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}

function chooseFormat(head: string, name: string | undefined): Format {
  const format = name === undefined ? detectFormat(head) : formatByName(name);
  if (format) return format;
  const known = `known formats: ${FORMAT_NAMES.join(", ")}`;
  throw new UnreadableFileError(
    name === undefined
      ? `its format is not recognised (${known}).`
      : `there is no format ${name} (${known}).`,
  );
}
