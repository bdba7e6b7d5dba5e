import { SERVICE_LABELS } from "@/lib/sources/service";

/** Sources whose proper name differs from the word that stands for them in the data. */
const PROPER_NAMES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(SERVICE_LABELS),
  ["admin", "an admin of this site"],
  ["by_hand", "a reader, by hand"],
  ["grobid", "GROBID"],
  ["jats", "Full text (JATS)"],
  ["pith", "Pith"],
  ["s2orc", "S2ORC"],
  ["site-admin", "an admin of another site"],
]);

/** A source as readers know it; one that is not known here keeps the name that it gave itself. */
export function sourceName(source: string): string {
  return PROPER_NAMES.get(source) ?? source;
}
