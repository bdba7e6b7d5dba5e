/** Where a source is at home, and on which terms it gives its data away. */
export interface SourceTerms {
  home: string | null;
  terms: string;
}

const DEMONSTRATION: SourceTerms = { home: null, terms: "demonstration data, CC0 1.0" };

/** By the name that stands in the data. */
const TERMS: ReadonlyMap<string, SourceTerms> = new Map([
  ["arxiv", { home: "https://arxiv.org/", terms: "metadata under CC0 1.0" }],
  [
    "crossref",
    {
      home: "https://www.crossref.org/",
      terms: "metadata free to reuse; abstracts remain those of authors and publishers",
    },
  ],
  ["openalex", { home: "https://openalex.org/", terms: "CC0 1.0" }],
  ["pith", { home: "https://pith.science/", terms: "no licence recorded here" }],
  ["semantic-scholar", { home: "https://www.semanticscholar.org/", terms: "ODC-By 1.0" }],
  ["spokes-demo", DEMONSTRATION],
  ["second-listing", DEMONSTRATION],
  ["demo-model", DEMONSTRATION],
  ["demo-catalogue", DEMONSTRATION],
  ["demo-index", DEMONSTRATION],
]);

/** The terms of a source, as far as they are known here. */
export function sourceTerms(source: string): SourceTerms {
  return TERMS.get(source) ?? { home: null, terms: "no licence recorded here" };
}
