import type { ReactNode } from "react";
import { Chip } from "@/app/_ui/chip";
import type { WorkPair } from "@/db/queries/work-pair";
import { excerpt } from "@/lib/citation/excerpt";
import { plainText } from "@/lib/citation/inline-markup";
import { formatPartialDate } from "@/lib/citation/partial-date";
import type { DerivedWork } from "@/lib/import/derive";

const ABSTRACT_LENGTH = 240;

const FIELDS: readonly { name: string; text: (work: DerivedWork) => string | null }[] = [
  { name: "Title", text: ({ title }) => title },
  { name: "Authors", text: ({ authors }) => authors.map(({ name }) => name).join("; ") || null },
  { name: "Date", text: ({ published }) => (published === null ? null : formatPartialDate(published)) },
  { name: "Venue", text: ({ venue }) => venue },
  { name: "Fields", text: ({ fields }) => fields.join(", ") || null },
  { name: "Abstract", text: ({ abstract }) => abstract },
  { name: "Summary", text: ({ summary }) => summary },
  { name: "Times cited", text: ({ citedByCount }) => (citedByCount === null ? null : `${citedByCount}`) },
  { name: "Notices", text: ({ notices }) => notices.map(({ kind }) => kind).join(", ") || null },
];

const COLUMNS = ["remains", "is merged into it", "afterwards"] as const;

/** Field by field what two works say, and what the one work would say. Under each other where there is little room. */
export function FieldList({ pair: { into, from, together } }: { pair: WorkPair }) {
  const rows = FIELDS.map(({ name, text }) => ({
    name,
    texts: [text(into.derived), text(from.derived), text(together)] as const,
  })).filter(({ texts }) => texts.some((text) => text !== null));
  return (
    <div className="[overflow-wrap:anywhere]">
      <p aria-hidden="true" className={`${GRID} hidden pb-1.5 text-small text-soft sm:grid`}>
        <span />
        {COLUMNS.map((column) => (
          <span key={column}>{column}</span>
        ))}
      </p>
      {rows.map(({ name, texts }) => (
        <section key={name} aria-label={name} className={`${GRID} grid border-t border-line py-2.5`}>
          <h3 className="text-small text-soft">
            {name}
            {differ(texts[0], texts[1]) ? (
              <>
                {" "}
                <Chip className="text-contrasting-ink">differs</Chip>
              </>
            ) : null}
          </h3>
          {texts.map((text, column) => (
            <Cell key={COLUMNS[column]} label={COLUMNS[column] ?? ""}>
              {text === null ? <span className="text-soft">–</span> : shorten(name, text)}
            </Cell>
          ))}
        </section>
      ))}
    </div>
  );
}

const GRID = "gap-x-6 gap-y-1.5 sm:grid-cols-[6.5rem_repeat(3,minmax(0,1fr))]";

const differ = (one: string | null, other: string | null) => one !== null && other !== null && one !== other;

const shorten = (name: string, text: string) =>
  name === "Abstract" ? excerpt(plainText(text), ABSTRACT_LENGTH) : plainText(text);

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <p dir="auto" className="text-ui">
      <span className="me-2 inline-block text-small text-soft sm:sr-only">{label}: </span>
      {children}
    </p>
  );
}
