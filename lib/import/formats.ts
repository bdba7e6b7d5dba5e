import { detectArxivAtom, parseArxivAtom } from "./arxiv-atom";
import { detectBibtex, parseBibtex } from "./bibtex";
import { detectCrossref, parseCrossref } from "./crossref";
import { detectCrossrefUnixref, parseCrossrefUnixref } from "./crossref-unixref";
import { detectCslJson, parseCslJson } from "./csl-json";
import { detectCsv, parseCsv } from "./csv";
import { detectEndnoteXml, parseEndnoteXml } from "./endnote-xml";
import { HEAD_LENGTH } from "./head";
import { detectJats, parseJats } from "./jats";
import { detectLocalCitationNetwork, parseLocalCitationNetwork } from "./local-citation-network";
import { detectMedline, parseMedline } from "./medline";
import { detectOpenAlex, parseOpenAlex } from "./openalex";
import { detectOpenCitations, parseOpenCitations } from "./opencitations";
import { detectPithText, parsePithText } from "./pith-text";
import { detectPubmedXml, parsePubmedXml } from "./pubmed-xml";
import type { Parsed } from "./record";
import { detectRis, parseRis } from "./ris";
import { detectS2orc, parseS2orc } from "./s2orc";
import { detectSemanticScholar, parseSemanticScholar } from "./semantic-scholar";
import { detectSpokes, parseSpokes } from "./spokes";
import { detectTei, parseTei } from "./tei";

/** The names of the formats, in the order in which they are tried. */
export const FORMAT_NAMES = [
  "spokes",
  "pith-text",
  "s2orc",
  "jats",
  "tei",
  "semantic-scholar",
  "local-citation-network",
  "openalex",
  "crossref",
  "opencitations",
  "csl-json",
  "arxiv-atom",
  "pubmed-xml",
  "crossref-unixref",
  "endnote-xml",
  "bibtex",
  "ris",
  "medline",
  "csv",
] as const;
type FormatName = (typeof FORMAT_NAMES)[number];

export interface Format {
  name: FormatName;
  /** What people call it. */
  label: string;
  /** Whether the beginning of a file, decoded, is of this format. */
  detect(head: string): boolean;
  /**
   * Yields records, refused entries and remarks while it reads.
   * @throws UnreadableFileError, and nothing else whatever the text is; records may have been yielded by then.
   */
  parse(chunks: AsyncIterable<string>): AsyncGenerator<Parsed>;
}

const BY_NAME: Readonly<Record<FormatName, Omit<Format, "name">>> = {
  spokes: { label: "Spokes interchange (JSON Lines or JSON)", detect: detectSpokes, parse: parseSpokes },
  "pith-text": { label: "Saved text of a Pith hub page", detect: detectPithText, parse: parsePithText },
  "semantic-scholar": {
    label: "Semantic Scholar answers (JSON)",
    detect: detectSemanticScholar,
    parse: parseSemanticScholar,
  },
  "local-citation-network": {
    label: "Local Citation Network (JSON)",
    detect: detectLocalCitationNetwork,
    parse: parseLocalCitationNetwork,
  },
  openalex: { label: "OpenAlex works (JSON)", detect: detectOpenAlex, parse: parseOpenAlex },
  crossref: { label: "Crossref works (JSON)", detect: detectCrossref, parse: parseCrossref },
  opencitations: { label: "OpenCitations (JSON)", detect: detectOpenCitations, parse: parseOpenCitations },
  "csl-json": { label: "CSL-JSON (Zotero and others)", detect: detectCslJson, parse: parseCslJson },
  "arxiv-atom": { label: "Answer of arXiv's API (Atom)", detect: detectArxivAtom, parse: parseArxivAtom },
  "pubmed-xml": { label: "PubMed XML", detect: detectPubmedXml, parse: parsePubmedXml },
  "crossref-unixref": {
    label: "Crossref XML (unixref)",
    detect: detectCrossrefUnixref,
    parse: parseCrossrefUnixref,
  },
  "endnote-xml": { label: "EndNote library (XML)", detect: detectEndnoteXml, parse: parseEndnoteXml },
  bibtex: { label: "BibTeX or biblatex", detect: detectBibtex, parse: parseBibtex },
  ris: { label: "RIS", detect: detectRis, parse: parseRis },
  medline: { label: "MEDLINE (nbib)", detect: detectMedline, parse: parseMedline },
  csv: { label: "Table with a line of names (CSV, TSV)", detect: detectCsv, parse: parseCsv },
  jats: { label: "JATS or NLM full text (XML)", detect: detectJats, parse: parseJats },
  tei: { label: "TEI full text from GROBID (XML)", detect: detectTei, parse: parseTei },
  s2orc: { label: "S2ORC full text (JSON or JSON Lines)", detect: detectS2orc, parse: parseS2orc },
};

/** Every format that can be imported. */
export const FORMATS: readonly Format[] = FORMAT_NAMES.map((name) => ({ name, ...BY_NAME[name] }));

/** The format of a file by what stands in its first 64 Ki characters; its name is no matter. Null when none fits. */
export function detectFormat(head: string): Format | null {
  const start = head.slice(0, HEAD_LENGTH);
  return FORMATS.find((format) => format.detect(start)) ?? null;
}

/** The format of that name, or null. */
export function formatByName(name: string): Format | null {
  return FORMATS.find((format) => format.name === name) ?? null;
}
