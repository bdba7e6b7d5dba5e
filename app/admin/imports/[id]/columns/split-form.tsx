import { DELIMITERS, MOST_LINES_BEFORE } from "@/lib/import/csv-columns";

const NAMES: Readonly<Record<(typeof DELIMITERS)[number], string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

const CONTROL = "h-10 rounded-md border border-edge bg-card px-3 text-list text-ink sm:text-ui";

/** How the table is taken apart: an address, so that it can be tried without changing anything. */
export function SplitForm({
  delimiter,
  headerLine,
  encoding,
}: {
  delimiter?: string | undefined;
  headerLine?: number | undefined;
  encoding?: string;
}) {
  return (
    <form method="get" className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <div>
        <label htmlFor="delimiter" className="mb-1 block text-small text-soft">
          Columns are parted by
        </label>
        <select id="delimiter" name="delimiter" defaultValue={delimiter ?? ","} className={CONTROL}>
          {DELIMITERS.map((sign) => (
            <option key={sign} value={sign}>
              {NAMES[sign]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="line" className="mb-1 block text-small text-soft">
          Names stand in line
        </label>
        <input
          id="line"
          name="line"
          type="number"
          min={1}
          max={MOST_LINES_BEFORE}
          defaultValue={headerLine ?? 1}
          className={`${CONTROL} w-24`}
        />
      </div>
      <button
        type="submit"
        className="min-h-10 cursor-pointer rounded-md border border-edge px-3 text-ui text-soft hover:text-ink"
      >
        Take apart like this
      </button>
      {encoding === undefined ? null : (
        <p className="w-full text-small text-soft">
          Read as {encoding === "windows-1252" ? "Windows-1252" : encoding.toUpperCase()}.
        </p>
      )}
    </form>
  );
}
