import { UserError } from "@/lib/errors";
import { CSV_FIELDS, type CsvField } from "@/lib/import/csv-columns";

/**
 * Reads what a person says of columns: `Paper name=title,Jahr=year`.
 * @throws UserError when a part names no field, or two name the same.
 */
export function readColumnNames(text: string): ReadonlyMap<string, CsvField> {
  const columns = new Map<string, CsvField>();
  for (const part of text.split(",")) {
    const at = part.lastIndexOf("=");
    const field = CSV_FIELDS.find(
      (one) =>
        one.toLowerCase() ===
        part
          .slice(at + 1)
          .trim()
          .toLowerCase(),
    );
    if (at < 1 || !field)
      throw new UserError(`--columns takes NAME=FIELD,… with a field of ${CSV_FIELDS.join(", ")}.`);
    if ([...columns.values()].includes(field))
      throw new UserError(`--columns names two columns as ${field}.`);
    columns.set(part.slice(0, at).trim(), field);
  }
  return columns;
}
