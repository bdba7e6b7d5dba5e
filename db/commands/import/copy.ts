import { once } from "node:events";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Objects and lists go as JSON; see `arrayLiteral` for text[]. */
export type Cell = string | number | boolean | null | object;

/** Sends rows to a table by COPY, in the transaction that the client is in. */
export async function copyRows(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length > 0) await copyText(client, table, columns, rows.map(encodeRow).join(""));
}

/** Sends rows that `encodeRow` has written already. */
export async function copyText(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  text: string,
): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(", ")}) from stdin`));
  const finished = once(stream, "finish");
  stream.end(text);
  await finished;
}

/** One row in COPY's text format (PostgreSQL manual, COPY, "Text Format"). */
export const encodeRow = (row: readonly Cell[]): string => `${row.map(encodeCell).join("\t")}\n`;

function encodeCell(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "string") return escapeText(cell);
  return typeof cell === "object" ? escapeText(JSON.stringify(cell)) : String(cell);
}

/** A list of strings as PostgreSQL writes a text[] value. */
export const arrayLiteral = (items: readonly string[]) =>
  `{${items.map((item) => `"${item.replace(/[\\"]/g, "\\$&")}"`).join(",")}}`;

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

const escapeText = (text: string) =>
  /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character)
    : text;
