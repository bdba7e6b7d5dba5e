import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

interface RealPaper {
  title: string;
  year: number;
  /** How many papers of the graph cite it. */
  cited: number;
  /** The papers of the graph that it cites, by their place in the list. */
  cites: number[];
}

/** Papers and their citations, where a folder with the graph is at hand. */
export interface RealGraph {
  papers: RealPaper[];
}

/** Reads the graph in `graph/aan` below the folder that SPOKES_REAL_DATA names; null where none is named. */
export function readRealGraph(): RealGraph | null {
  const root = process.env.SPOKES_REAL_DATA;
  if (!root) return null;
  const folder = path.join(root, "graph/aan");
  if (!existsSync(folder)) throw new Error("SPOKES_REAL_DATA names a folder without graph/aan.");
  const rows = (file: string) =>
    gunzipSync(readFileSync(path.join(folder, file)))
      .toString("utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"));
  const papers = new Map<string, RealPaper>();
  const places = new Map<string, number>();
  for (const [id, title, , , year] of oneOfEachYearFirst(rows("papers.tsv.gz"))) {
    if (!id || !title || !/^\d{4}$/.test(year ?? "")) continue;
    places.set(id, papers.size);
    papers.set(id, { title, year: Number(year), cited: 0, cites: [] });
  }
  for (const [citing = "", cited = ""] of rows("citations.tsv.gz")) {
    const [from, to, place] = [papers.get(citing), papers.get(cited), places.get(cited)];
    if (!from || !to || place === undefined || citing === cited) continue;
    from.cites.push(place);
    to.cited += 1;
  }
  return { papers: [...papers.values()] };
}

/** So that the first hundred papers span the same years as all. */
function oneOfEachYearFirst(rows: string[][]): string[][] {
  const seen = new Set<string>();
  const firsts = new Set(rows.filter(([, , , , year = ""]) => !seen.has(year) && seen.add(year)));
  return [...firsts, ...rows.filter((row) => !firsts.has(row))];
}
