/** The open services that know of citations, in the order in which they are asked and told. */
export const SERVICES = ["openalex", "semantic-scholar", "crossref", "arxiv"] as const;
export type Service = (typeof SERVICES)[number];

export const SERVICE_LABELS: Readonly<Record<Service, string>> = {
  openalex: "OpenAlex",
  "semantic-scholar": "Semantic Scholar",
  crossref: "Crossref",
  arxiv: "arXiv",
};
