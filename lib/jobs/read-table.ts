import type { Db } from "@/db/client";
import { type CsvColumns, proposeColumns } from "@/lib/import/csv-columns";
import { readRows } from "@/lib/import/csv-rows";
import { decodeText } from "@/lib/import/decode";
import { readHead } from "@/lib/import/head";
import { UnreadableFileError } from "@/lib/import/record";
import { openUpload } from "./open-upload";

const SAMPLE_ROWS = 3;

/** The beginning of an uploaded table. */
export interface TableHead extends CsvColumns {
  encoding: string;
  /** The first rows, cell by cell. */
  rows: string[][];
}

/**
 * The columns and first rows of an uploaded table, taken apart as `given` says where it says anything.
 * @throws UnreadableFileError in one line when it cannot be opened or has no two columns.
 */
export async function readTable(
  db: Db,
  file: { uploadId: number; fileName: string; member: string | null },
  given: { delimiter?: string | undefined; headerLine?: number | undefined },
): Promise<TableHead> {
  let encoding = "utf-8";
  const source = await openUpload(db, file);
  const { head, chunks } = await readHead(
    decodeText(source.read(), (name) => {
      encoding = name;
    }),
  );
  await chunks.return(undefined);
  const columns = proposeColumns(head, given);
  if (!columns)
    throw new UnreadableFileError("no line of its beginning has two columns that are parted by this sign.");
  const rows: string[][] = [];
  for await (const { cells } of readRows(whole(head), columns)) {
    if (cells) rows.push(cells);
    if (rows.length === SAMPLE_ROWS) break;
  }
  return { ...columns, encoding, rows };
}

async function* whole(text: string) {
  yield text;
}
