import type { ReactNode } from "react";
import { QUERY_VOCABULARIES } from "@/lib/citation/query";

const words = (key: keyof typeof QUERY_VOCABULARIES) => QUERY_VOCABULARIES[key].join(", ");

/** Each kind of term with what it asks for. */
const TERMS: readonly (readonly [term: string, meaning: ReactNode])[] = [
  [
    "carbon foot",
    "all of these words, each possibly the beginning of one, in title, authors, summary or sentences",
  ],
  ['"carbon footprint"', "these words together"],
  ["role:method,dataset", `any of several values; roles are ${words("role")}`],
  ["polarity:contrasting", `${words("polarity")}: what people voted, and what is suggested where nobody has`],
  ["basis:own_evidence", `what a judgement rests on: ${words("basis")}`],
  [
    "claim:C2, claim:C2/contrasting",
    "has a verdict on this claim, or this one: supporting, mixed, contrasting, used",
  ],
  ["year:2019, year:2019..2023, year:2023..", "the year of the citing paper"],
  [
    "field:biology, venue:nature, author:curie",
    "the field by its name; words of the venue; names of an author",
  ],
  ["cites:doi:10.1000/182", "also cites this work"],
  ["label:contested", `${words("label")}; suggested: nobody has voted, but something is suggested`],
  ["by:person", `labelled by: ${words("by")}`],
  ["has:context", "with a sentence"],
  ["is:self", words("is")],
  ["-is:self", "a hyphen turns any term round"],
];

/** How a query is written, for those who ask. */
export function QueryHelp() {
  return (
    <details className="mt-3 text-small text-soft">
      <summary className="cursor-pointer">How to write a query</summary>
      <p className="mt-2 max-w-[66ch]">All terms must hold. Spaces part them.</p>
      <dl className="mt-2 grid max-w-[860px] gap-x-6 gap-y-1.5 sm:grid-cols-[16rem_1fr]">
        {TERMS.map(([term, meaning]) => (
          <div key={term} className="contents">
            <dt className="font-mono text-ink [overflow-wrap:anywhere]">{term}</dt>
            <dd className="mb-1.5 sm:mb-0">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
