/** Where a source is at home, and on which terms it gives its data away. */
export interface SourceTerms {
  home: string | null;
  terms: string;
  /** Where the source states these terms itself; null where no such page is known. */
  statedAt: string | null;
}

const UNKNOWN: SourceTerms = { home: null, terms: "no licence recorded here", statedAt: null };

const DEMONSTRATION: SourceTerms = {
  home: null,
  terms: "demonstration data, CC0 1.0",
  statedAt: "https://creativecommons.org/publicdomain/zero/1.0/",
};

/** By the name that stands in the data. */
const TERMS: ReadonlyMap<string, SourceTerms> = new Map([
  ["admin", { ...UNKNOWN, terms: "summaries written on this site by those who run it" }],
  [
    "arxiv",
    {
      home: "https://arxiv.org/",
      terms: "descriptive metadata under CC0 1.0; the papers keep their own licences",
      statedAt: "https://info.arxiv.org/help/api/tou.html",
    },
  ],
  [
    "crossref",
    {
      home: "https://www.crossref.org/",
      terms: "bibliographic metadata free of restrictions; abstracts remain under their owners’ copyright",
      statedAt:
        "https://www.crossref.org/documentation/retrieve-metadata/rest-api/rest-api-metadata-license-information/",
    },
  ],
  [
    "openalex",
    {
      home: "https://openalex.org/",
      terms: "CC0 1.0",
      statedAt: "https://help.openalex.org/hc/en-us/articles/28926392245399-What-does-open-mean",
    },
  ],
  ["pith", { ...UNKNOWN, home: "https://pith.science/" }],
  [
    "semantic-scholar",
    {
      home: "https://www.semanticscholar.org/",
      terms: "data sets under ODC-By 1.0; its API under a licence agreement of its own",
      statedAt: "https://www.semanticscholar.org/product/api/license",
    },
  ],
  ["spokes-demo", DEMONSTRATION],
  ["second-listing", DEMONSTRATION],
  ["demo-model", DEMONSTRATION],
  ["demo-catalogue", DEMONSTRATION],
  ["demo-index", DEMONSTRATION],
]);

/** The terms of a source, as far as they are known here. */
export function sourceTerms(source: string): SourceTerms {
  return TERMS.get(source) ?? UNKNOWN;
}
