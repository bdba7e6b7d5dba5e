import type { Pool } from "pg";
import { withConnection } from "@/db/client";
import { previewImport, runImport } from "@/db/commands/import/run-import";
import { UserError } from "@/lib/errors";
import type { TableChoice } from "@/lib/import/choices";
import { parseCsv } from "@/lib/import/csv";
import type { CsvField } from "@/lib/import/csv-columns";
import { tableOf } from "@/lib/import/csv-table";
import { decodeText } from "@/lib/import/decode";
import { detectFormat, FORMAT_NAMES, type Format, formatByName } from "@/lib/import/formats";
import { readHead } from "@/lib/import/head";
import { type Listing, placeListed } from "@/lib/import/place-listed";
import type { ImportProgress } from "@/lib/import/progress";
import { type Parsed, UnreadableFileError } from "@/lib/import/record";
import { warning } from "@/lib/import/remark";
import type { ImportReport } from "@/lib/import/report";
import { openFile, type SourceFile } from "./open-file";

export interface ImportFileOptions {
  /** The hub that the file's only hub is, or is to become. */
  hubSlug?: string;
  /** A format's name; without it the format is found by what the file holds. */
  format?: string;
  /** What the works are of a file that only lists works. */
  listing?: Listing;
  /** What the columns of a table hold. */
  table?: TableChoice | undefined;
  /** What the columns of these names hold in a table; the others are guessed. */
  columns?: ReadonlyMap<string, CsvField> | undefined;
  /** Report only, keep nothing. */
  dryRun?: boolean;
  onProgress?: (progress: ImportProgress) => void;
}

/** What a file on the disk stands for: files to import, and members of a zip archive that cannot be. */
export interface CheckedFile {
  files: SourceFile[];
  leftOut: { path: string; reason: string }[];
}

/**
 * Tells whether a file can be opened and is of a known format, before anything is written. Of a zip archive the
 * members that are not are left out; `format` is then that of all others.
 * @throws UserError in one line when nothing in it can be imported.
 */
export async function checkFile(path: string, format?: string): Promise<CheckedFile> {
  return readable(path, async () => {
    const checked: CheckedFile = { files: [], leftOut: [] };
    const sources = await openFile(path);
    for (const source of sources) {
      const problem = await findProblem(source, format);
      if (problem === null) checked.files.push(source);
      else checked.leftOut.push({ path: source.path, reason: problem });
    }
    if (checked.files.length > 0) return checked;
    const [only, another] = checked.leftOut;
    if (only === undefined) throw new UnreadableFileError("the archive holds no files.");
    if (another === undefined && only.path === path) throw new UnreadableFileError(only.reason);
    throw new UnreadableFileError(`no file in the archive can be imported; ${only.path}: ${only.reason}`);
  });
}

/** The name of a file's format by its beginning. @throws UnreadableFileError when it has none that is known. */
export async function findFormat(source: SourceFile, format?: string): Promise<string> {
  const { head, chunks } = await readHead(decodeText(source.read()));
  await chunks.return(undefined);
  return chooseFormat(head, format).name;
}

/** Why a file cannot be imported, by its beginning; null where it can. */
export async function findProblem(source: SourceFile, format?: string): Promise<string | null> {
  try {
    await findFormat(source, format);
    return null;
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.message;
    throw error;
  }
}

/**
 * Imports one file.
 * @throws UserError in one line when the file cannot be read as what it is; then nothing was written.
 */
export async function importFile(
  pool: Pool,
  source: SourceFile,
  options: ImportFileOptions = {},
): Promise<ImportReport> {
  return readable(source.path, async () => {
    const { format, records } = await recordsOf(source.read(), options);
    const request = {
      fileName: source.name,
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
  {
    format: name,
    listing,
    table,
    columns,
  }: Pick<ImportFileOptions, "format" | "listing" | "table" | "columns">,
) {
  const encodings: string[] = [];
  const { head, chunks } = await readHead(decodeText(bytes, (encoding) => encodings.push(encoding)));
  const format = chooseFormat(head, name ?? (table || columns ? "csv" : undefined));
  const chosen = format.name === "csv" ? tableOf(head, table, columns) : undefined;
  const parsed = withEncoding(chosen ? parseCsv(chunks, chosen) : format.parse(chunks), encodings);
  return { format: format.name, records: placeListed(parsed, listing ?? null) };
}

/** Remarks at the end on the one encoding that is told by no more than what the bytes cannot be. */
async function* withEncoding(
  parsed: AsyncIterable<Parsed>,
  encodings: readonly string[],
): AsyncGenerator<Parsed> {
  yield* parsed;
  if (encodings.includes("windows-1252"))
    yield warning(
      "the file",
      "read as Windows-1252, because it is no UTF-8; where letters with accents look wrong, save it as UTF-8 and import it again.",
    );
}

async function readable<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableFileError)
      throw new UserError(`${path}: ${error.message}`, { cause: error });
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
