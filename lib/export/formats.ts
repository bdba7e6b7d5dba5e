/** The forms in which a hub's citers go out, in the order in which they are offered. */
export const EXPORT_FORMATS = ["csv", "bibtex", "ris", "csl-json", "jsonl", "jsonld", "spokes"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface FormatFacts {
  label: string;
  /** Whom it serves, after its name. */
  purpose: string;
  /** What its file's name ends in. */
  ending: string;
  mediaType: string;
}

export const FORMAT_FACTS: Readonly<Record<ExportFormat, FormatFacts>> = {
  csv: {
    label: "CSV",
    purpose: "for spreadsheets",
    ending: "csv",
    mediaType: "text/csv; charset=utf-8; header=present",
  },
  bibtex: {
    label: "BibTeX",
    purpose: "for LaTeX",
    ending: "bib",
    mediaType: "application/x-bibtex; charset=utf-8",
  },
  ris: {
    label: "RIS",
    purpose: "for Zotero, EndNote and the like",
    ending: "ris",
    mediaType: "application/x-research-info-systems; charset=utf-8",
  },
  "csl-json": {
    label: "CSL-JSON",
    purpose: "for Pandoc and other citation processors",
    ending: "csl.json",
    mediaType: "application/vnd.citationstyles.csl+json; charset=utf-8",
  },
  jsonl: {
    label: "JSON Lines",
    purpose: "a citation on each line, with its sentences and labels",
    ending: "jsonl",
    mediaType: "application/jsonl; charset=utf-8",
  },
  jsonld: {
    label: "JSON-LD",
    purpose: "linked data, with CiTO terms",
    ending: "jsonld",
    mediaType: "application/ld+json; charset=utf-8",
  },
  spokes: {
    label: "Spokes",
    purpose: "for another Spokes site, with all that sources said",
    ending: "spokes.jsonl",
    mediaType: "application/jsonl; charset=utf-8",
  },
};
