import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { writeMadeHub } from "@/bench/made-hub";
import { createDatabase } from "@/bench/world";
import { createDb, createPool } from "@/db/client";
import { contentOf, rowVersionsOf } from "@/db/testing/snapshot";
import { seededRandom } from "@/lib/citation/seeded-random";
import { runCommand } from "./processes";
import { type Site, withSite } from "./site";
import type { Trial } from "./trial";

const CITERS = 1500;
const PIECES = 4;
const SEED = 1;

export const importTwice: Trial = {
  name: "P1",
  promise: "The same file imported twice changes nothing",
  run: (folder) =>
    withSite(folder, async (site) => {
      const whole = path.join(folder, "whole.jsonl");
      await writeMadeHub(whole, { slug: "made", citers: CITERS, references: true });
      const variants = await writeVariants(folder, whole);
      const take = (files: readonly string[], url = "") =>
        runCommand("import", [...files], { ...site.environment, ...(url && { DATABASE_URL: url }) });
      await take([whole]);
      const versions = await rowVersionsOf(site.db);
      for (const [what, files] of Object.entries({ again: [whole], ...variants })) {
        await take(files);
        assert.deepEqual(await rowVersionsOf(site.db), versions, `${what}: rows were written`);
      }
      const content = await contentOf(site.db);
      for (const [what, files] of Object.entries(variants)) {
        const url = await createDatabase(site, "fresh");
        await take(files, url);
        assert.deepEqual(await contentIn(url), content, `${what}: another content`);
      }
      return {
        done: `a file of ${CITERS.toLocaleString("en")} citers imported, again, shuffled with all rows doubled, and in ${PIECES} pieces; the last two also into empty databases`,
        figures: `${versions.length.toLocaleString("en")} row versions (xmin, ctid) unchanged each time; the same ${content.length.toLocaleString("en")} lines of content from empty`,
      };
    }),
};

async function contentIn(url: Site["databaseUrl"]): Promise<string[]> {
  const pool = createPool(url, { max: 1 });
  try {
    return await contentOf(createDb(pool));
  } finally {
    await pool.end();
  }
}

/** The same rows otherwise: in another order and twice, and spread over files. */
async function writeVariants(folder: string, whole: string): Promise<Record<string, string[]>> {
  const [head = "", hub = "", ...citers] = (await readFile(whole, "utf8")).trim().split("\n");
  const random = seededRandom(SEED);
  const shuffled = [hub, ...citers, ...citers]
    .map((line) => ({ line, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);
  const write = async (name: string, lines: readonly string[]) => {
    const file = path.join(folder, name);
    await writeFile(file, [head, ...lines].join("\n"));
    return file;
  };
  const pieces: string[] = [];
  for (let n = 0; n < PIECES; n += 1)
    pieces.push(await write(`piece-${n}.jsonl`, [hub, ...citers.filter((_, i) => i % PIECES === n)]));
  return { shuffled: [await write("shuffled.jsonl", shuffled)], pieces };
}
