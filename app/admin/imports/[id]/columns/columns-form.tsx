import { ActionForm, SubmitButton } from "@/app/_ui/action-form";
import { CSV_FIELD_LABELS, CSV_FIELDS, type CsvField } from "@/lib/import/csv-columns";
import type { TableHead } from "@/lib/jobs/read-table";
import { mapColumns } from "./actions";

/** Each column with its first cells and what it is taken to hold: as was said, or as its name says. */
export function ColumnsForm({
  importRunId,
  table: { delimiter, headerLine, columns, rows },
  kept,
}: {
  importRunId: number;
  table: TableHead;
  kept: readonly (CsvField | null)[] | undefined;
}) {
  return (
    <ActionForm action={mapColumns} className="mt-6">
      <input type="hidden" name="importRunId" value={importRunId} />
      <input type="hidden" name="delimiter" value={delimiter} />
      <input type="hidden" name="headerLine" value={headerLine} />
      <ol>
        {numbered(columns).map(({ name, field, at }) => (
          <li
            key={at}
            className="grid gap-x-6 gap-y-2 border-t border-line py-3 sm:grid-cols-[minmax(0,1fr)_15rem]"
          >
            <div className="min-w-0 [overflow-wrap:anywhere]">
              <label htmlFor={`column-${at}`} className="text-ui font-semibold">
                <span dir="auto">{name === "" ? `column ${at + 1}, without a name` : name}</span>
              </label>
              <ul className="text-small text-soft">
                {numbered(rows.map((cells) => ({ text: cells[at] ?? "" }))).map((cell) => (
                  <Cell key={cell.at} text={cell.text} />
                ))}
              </ul>
            </div>
            <select
              id={`column-${at}`}
              name="field"
              defaultValue={(kept === undefined ? field : kept[at]) ?? ""}
              className="h-10 w-full self-start rounded-md border border-edge bg-card px-3 text-list text-ink sm:text-ui"
            >
              <option value="">not read</option>
              {CSV_FIELDS.map((one) => (
                <option key={one} value={one}>
                  {CSV_FIELD_LABELS[one]}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ol>
      <div className="mt-5">
        <SubmitButton>Keep these columns</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Columns and rows go by their places: names and cells may repeat. */
const numbered = <One extends object>(list: readonly One[]) => list.map((one, at) => ({ ...one, at }));

const LONGEST = 120;

function Cell({ text }: { text: string }) {
  const shown = text.trim();
  if (shown === "") return null;
  return (
    <li dir="auto">
      {shown.length > LONGEST ? `${shown.slice(0, Math.max(shown.lastIndexOf(" ", LONGEST), 60))} …` : shown}
    </li>
  );
}
