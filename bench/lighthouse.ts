import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { BROWSER_ARGS, findBrowser } from "@/e2e/browser";
import { type Line, quantile, type Rounds } from "./rounds";
import { LARGE, type World } from "./world";

/** Fetched when it is needed: it brings more packages than all of ours, for one measurement. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const MOST_RUNS = 3;

const Report = z.object({ categories: z.record(z.string(), z.object({ score: z.number().nullable() })) });

const CATEGORIES = [
  ["performance", 99],
  ["accessibility", 100],
  ["best-practices", 100],
  ["seo", 100],
] as const;

/** R9: Lighthouse's marks for the page of the large hub, on its idea of a telephone. */
export async function measureLighthouse(world: World, how: Rounds): Promise<Line[]> {
  const marks: Record<string, number[]> = {};
  const runs = Math.min(MOST_RUNS, how.rounds);
  let ended = 0;
  for (let run = 0; run < runs; run += 1)
    try {
      for (const [category, mark] of Object.entries(await runLighthouse(world)))
        marks[category] = [...(marks[category] ?? []), mark];
      ended += 1;
    } catch (error) {
      console.error(error);
    }
  const note = `${LIGHTHOUSE}, mobile; ${ended} of ${runs} runs came to an end`;
  return CATEGORIES.map(([category, atLeast]) => ({
    name: "R9",
    what: `Lighthouse, ${category} (a mark, not a ratio)`,
    target: { atLeast },
    ratios: marks[category] ?? [],
    note: marks[category] ? `${note}; lowest ${quantile(marks[category], 0)}` : note,
  }));
}

async function runLighthouse(world: World): Promise<Record<string, number>> {
  const file = path.join(world.folder, "lighthouse.json");
  const flags = ["--headless=new", ...BROWSER_ARGS].join(" ");
  await promisify(execFile)(
    "npx",
    [
      "--yes",
      LIGHTHOUSE,
      `${world.site.url}/hubs/${LARGE.slug}`,
      "--quiet",
      "--output=json",
      `--output-path=${file}`,
      `--chrome-flags=${flags}`,
    ],
    { env: { ...process.env, CHROME_PATH: findBrowser() ?? "" }, maxBuffer: 64 * 1024 * 1024 },
  );
  const { categories } = Report.parse(JSON.parse(await readFile(file, "utf8")));
  return Object.fromEntries(
    Object.entries(categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
  );
}
