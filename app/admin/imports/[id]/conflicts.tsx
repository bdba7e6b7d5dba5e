import { sourceName } from "@/app/_citation/source-name";
import { plainTitle } from "@/app/_citation/title-text";
import { count } from "@/lib/citation/count";
import type { ImportReport, SourcedValue, WorkConflict } from "@/lib/import/report";

/** How many stand on the page; the downloaded report has more. */
const LISTED = 20;

/** Where sources differ on a field: the value that readers see, and each other one. */
export function Conflicts({ report: { conflicts = [], omitted } }: { report: ImportReport }) {
  if (conflicts.length === 0) return null;
  const total = conflicts.length + (omitted?.conflicts ?? 0);
  return (
    <section>
      <h3 className="text-ui font-semibold">
        {count(total, "field on which sources differ", "fields on which sources differ")}
      </h3>
      <p className="mt-1 text-small text-soft">
        The value of the source that comes first is shown to readers.
      </p>
      <ul className="mt-2 space-y-3 text-ui [overflow-wrap:anywhere]">
        {conflicts.slice(0, LISTED).map((conflict) => (
          <Conflict key={JSON.stringify(conflict)} of={conflict} />
        ))}
      </ul>
      {total > LISTED ? (
        <p className="mt-2 text-small text-soft">and {count(total - LISTED, "more", "more")}</p>
      ) : null}
    </section>
  );
}

function Conflict({ of: { work, field, shown, other } }: { of: WorkConflict }) {
  return (
    <li>
      <p>
        <span dir="auto" className="font-serif">
          {plainTitle(work)}
        </span>
        <span className="text-soft">, {field}</span>
      </p>
      <dl className="mt-0.5 grid grid-cols-[4rem_minmax(0,1fr)] gap-x-3 text-small text-soft">
        <Value name="shown" of={shown} strong />
        <Value name="not" of={other} />
      </dl>
    </li>
  );
}

function Value({
  name,
  of: { text, sources },
  strong = false,
}: {
  name: string;
  of: SourcedValue;
  strong?: boolean;
}) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <span dir="auto" className={strong ? "text-ink" : ""}>
          {text}
        </span>{" "}
        — {sources.map(sourceName).join(", ")}
      </dd>
    </>
  );
}
