import type { TableChoice } from "./choices";
import { type CsvColumns, type CsvField, proposeColumns } from "./csv-columns";
import { UnreadableFileError } from "./record";
import { quote } from "./remark";

/** The columns of a table as somebody said: all of them, or some by their names; undefined where nobody said anything. */
export function tableOf(
  head: string,
  table: TableChoice | undefined,
  columns: ReadonlyMap<string, CsvField> | undefined,
): CsvColumns | undefined {
  if (table) {
    const { delimiter, headerLine, fields } = table;
    return { delimiter, headerLine, columns: fields.map((field) => ({ name: "", field })) };
  }
  return columns ? renamed(head, columns) : undefined;
}

/** The columns as found, but for those that are named; a field that is given to a column is taken from any other. */
function renamed(head: string, columns: ReadonlyMap<string, CsvField>): CsvColumns {
  const found = proposeColumns(head);
  if (!found) throw new UnreadableFileError("the table has no line of names with two columns or more.");
  const given = new Map([...columns].map(([name, field]) => [plain(name), field]));
  const names = new Set(found.columns.map(({ name }) => plain(name)));
  for (const name of columns.keys())
    if (!names.has(plain(name)))
      throw new UnreadableFileError(
        `the table has no column ${quote(name)}; it has ${found.columns
          .map((column) => quote(column.name))
          .slice(0, 20)
          .join(", ")}.`,
      );
  const taken = new Set(given.values());
  return {
    ...found,
    columns: found.columns.map(({ name, field }) => ({
      name,
      field: given.get(plain(name)) ?? (field !== null && taken.has(field) ? null : field),
    })),
  };
}

const plain = (name: string) => name.trim().toLowerCase();

/** Why a table cannot be read like this, in words; null where it can. */
export function tableProblem(fields: readonly (CsvField | null)[]): string | null {
  const read = fields.filter((field) => field !== null);
  const twice = read.find((field, at) => read.indexOf(field) !== at);
  if (twice) return `Two columns are taken as ${twice}. Choose one of them.`;
  const tells = ["title", "doi", "arxiv", "pmid", "pmcid", "openalex"] as const;
  if (read.some((field) => tells.some((one) => one === field))) return null;
  return "Say which column holds the title or an identifier: a work is known by nothing else.";
}
