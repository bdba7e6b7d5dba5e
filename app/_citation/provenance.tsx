import { sourceName } from "@/app/_citation/source-name";
import { Empty } from "@/app/_ui/empty";
import { Section } from "@/app/_ui/section";
import type { WorkProvenance } from "@/db/queries/provenance";
import { identifierLabel, parseIdentifier } from "@/lib/citation/identifiers";
import { formatPartialDate } from "@/lib/citation/partial-date";
import { ADMIN_SOURCE } from "@/lib/import/derive";

type Said = WorkProvenance["said"][number];
type Conflict = WorkProvenance["conflicts"][number];

const FIELD_LABELS: Readonly<Record<Conflict["field"], string>> = {
  title: "Title",
  authors: "Authors",
  published: "Date",
  venue: "Venue",
};

/** Who says what of a work, and where they disagree. */
export function Provenance({ said, conflicts }: WorkProvenance) {
  return (
    <Section id="provenance" title="Where this comes from" aside>
      {said.length === 0 ? (
        <Empty>No source describes this work; others name it by its identifier.</Empty>
      ) : null}
      <ul className="space-y-3 text-ui">
        {said.map((record) => (
          <li
            key={`${record.source} ${record.recordedAt.toISOString()} ${record.identifiers} ${record.note}`}
          >
            <SourceRecord record={record} />
          </li>
        ))}
      </ul>
      {conflicts.length === 0 ? null : (
        <>
          <h3 className="mt-6 mb-2 text-ui font-semibold">Where the sources disagree</h3>
          <dl className="space-y-3 text-ui">
            {conflicts.map((conflict) => (
              <ConflictEntry key={conflict.field} conflict={conflict} />
            ))}
          </dl>
        </>
      )}
    </Section>
  );
}

function SourceRecord({ record: { source, identifiers, recordedAt, note } }: { record: Said }) {
  const day = recordedAt.toISOString().slice(0, 10);
  const names = identifiers.map((text) => {
    const identifier = parseIdentifier(text);
    return identifier === null ? text : identifierLabel(identifier);
  });
  if (source === ADMIN_SOURCE)
    return (
      <p className="text-soft">
        An admin of this site worked on the summary on <time dateTime={day}>{formatPartialDate(day)}</time>
      </p>
    );
  return (
    <>
      <p>
        <b className="font-semibold">{sourceName(source)}</b>
        <span className="text-soft">
          , taken in on <time dateTime={day}>{formatPartialDate(day)}</time>
          {names.length === 0 ? ", without an identifier" : `, as ${names.join(", ")}`}
        </span>
      </p>
      {note === null ? null : (
        <p dir="auto" className="max-w-[66ch] text-small text-soft">
          {note}
        </p>
      )}
    </>
  );
}

function ConflictEntry({ conflict: { field, values } }: { conflict: Conflict }) {
  return (
    <div>
      <dt className="text-small text-soft">{FIELD_LABELS[field]}</dt>
      {values.map(({ text, sources }, index) => (
        <dd key={text} className="mt-0.5">
          <span dir="auto" className="font-serif text-list">
            {field === "published" ? formatPartialDate(text) : text}
          </span>{" "}
          <span className="text-small text-soft">
            {sources.map(sourceName).join(", ")}
            {index === 0 ? " · shown on this page" : ""}
          </span>
        </dd>
      ))}
    </div>
  );
}
