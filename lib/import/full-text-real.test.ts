import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { detectFormat } from "./formats";
import type { Parsed } from "./record";
import { expectWhole } from "./testing/expect-full-text";
import { chunksOf, collect, ofKind } from "./testing/read-text";

const FOLDER = join(import.meta.dirname, "../../../shared/data/exchange");

/** How often a source marks each entry of its reference list, counted without our parsers. */
type Count = (text: string) => Map<string, number>;

function tally(ids: Iterable<string | undefined>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

const countJats: Count = (text) => {
  const prose = text.replace(/<ref-list[\s\S]*<\/ref-list>/, "");
  const order = [...text.matchAll(/<ref id="([^"]+)"/g)].map(([, id]) => id ?? "");
  const links = [...prose.matchAll(/<xref(?=[^>]*ref-type="bibr")[^>]*rid="([^"]+)"/g)].map(([, id]) => id);
  const ranges = prose.matchAll(/rid="([^"]+)"[^>]*>[^<]*<\/xref>(?:-|&#x02013;)<xref[^>]*rid="([^"]+)"/g);
  const between = [...ranges].flatMap(([, from = "", to = ""]) =>
    order.includes(from) ? order.slice(order.indexOf(from) + 1, order.indexOf(to)) : [],
  );
  return tally([...links, ...between]);
};

const countTei: Count = (text) =>
  tally([...text.matchAll(/<ref type="bibr" target="#(b\d+)"/g)].map(([, id]) => id));

const countS2orc: Count = (text) =>
  tally([...text.matchAll(/"ref_id": ?"(BIBREF\d+)"/g)].map(([, id]) => id));

/**
 * File, counter, marks that are counted, contexts that are read, entries refused. In pntd.0002065, 6 marks mean 3 entries
 * of offices that were printed without a title to be told; GROBID left 5 marks of N18-3011 without a link, which are read.
 */
const FILES: readonly [string, Count, number, number, number][] = [
  ["jats/1471-2180-11-174.nxml", countJats, 131, 131, 0],
  ["jats/PMC5828200.nxml", countJats, 73, 73, 0],
  ["jats/pntd.0002065.nxml", countJats, 47, 41, 3],
  ["jats/pone.0000217.nxml", countJats, 54, 54, 0],
  ["jats/pone.0046493.nxml", countJats, 92, 92, 0],
  ["tei/N18-3011.tei.xml", countTei, 20, 25, 0],
  ["s2orc/20190928_10042064.json", countS2orc, 17, 17, 0],
  ["s2orc/20190928_10045593.json", countS2orc, 51, 51, 0],
  ["s2orc/N18-3011.s2orc.json", countS2orc, 20, 25, 0],
];

async function read(text: string): Promise<Parsed[]> {
  const format = detectFormat(text);
  if (!format) throw new Error("the format is not known");
  return collect(format.parse(chunksOf(text)));
}

const perWork = (parsed: readonly Parsed[]) => tally(ofKind(parsed, "context").map(({ hub }) => hub));

const sizes = (counts: Map<string, number>) => [...counts.values()].sort((a, b) => a - b);

describe("real full texts", () => {
  for (const [file, count, marks, contexts, refused] of FILES)
    it(`${file}: every mark gives a context`, async ({ skip }) => {
      const path = join(FOLDER, file);
      skip(!existsSync(path), `the real full text ../shared/data/exchange/${file} is not there`);
      const text = readFileSync(path, "utf8");
      const parsed = await read(text);
      expectWhole(parsed);
      const counted = count(text);
      expect(sizes(counted).reduce((sum, size) => sum + size, 0)).toBe(marks);
      expect(ofKind(parsed, "context").flatMap(({ markers = [] }) => markers)).toHaveLength(contexts);
      expect(ofKind(parsed, "rejected")).toHaveLength(refused);
      // Where nothing was refused and nothing found beside the links, each entry has as many contexts as marks.
      if (marks === contexts) expect(sizes(perWork(parsed))).toEqual(sizes(counted));
    });
});
