import { HEAD_LENGTH } from "./head";
import { detectJats, parseJats } from "./jats";
import { detectPithText, parsePithText } from "./pith-text";
import type { Parsed } from "./record";
import { detectS2orc, parseS2orc } from "./s2orc";
import { detectSpokes, parseSpokes } from "./spokes";
import { detectTei, parseTei } from "./tei";

/** The names of the formats, in the order in which they are tried. */
export const FORMAT_NAMES = ["spokes", "pith-text", "jats", "tei", "s2orc"] as const;
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
