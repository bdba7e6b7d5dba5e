import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { seededRandom } from "@/lib/citation/seeded-random";
import { importMade } from "./import-made";
import { killHard } from "./processes";
import { type Site, withSite } from "./site";
import type { Trial } from "./trial";
import { assertAllThere, assertVotesWhole, startWriters } from "./votes";

const KILLS = 6;
const WRITERS = 16;
const SEED = 6;
const BACK_WITHIN_MS = 60_000;
const WRITES_BETWEEN = 20;

export const killedDatabase: Trial = {
  name: "P6",
  promise: "An acknowledged write survives",
  run: (folder) =>
    withSite(folder, async (site) => {
      await importMade(site, folder, { slug: "made", citers: 20_000, references: false });
      const random = seededRandom(SEED);
      const { pid } = site.program().process;
      const writers = await startWriters(site, "made", WRITERS);
      const waits: number[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        await untilWritten(writers, writers.acknowledged.length + WRITES_BETWEEN);
        await delay(500 * random());
        const killed = performance.now();
        killHard(await postmasterOf(site));
        await untilWritten(writers, writers.acknowledged.length + WRITES_BETWEEN);
        waits.push(performance.now() - killed);
      }
      await writers.stop();
      await assertAllThere(site, writers.acknowledged);
      await assertVotesWhole(site);
      assert.equal(site.program().process.exitCode, null, "the site ended");
      assert.equal(site.program().process.pid, pid);
      const { saved, away, lost } = writers.counts;
      assert.ok(away + lost > 0, "no writer ever noticed");
      return {
        done: `kill -9 of the first process of PostgreSQL ${KILLS} times while ${WRITERS} people vote through the site`,
        figures: `all ${saved.toLocaleString("en")} acknowledged votes there, ${away} told 503, ${lost} unanswered or failed; ${WRITES_BETWEEN} new votes saved at most ${(Math.max(...waits) / 1000).toFixed(1)} s after each kill, same process of the site; 0 differences from a recount`,
      };
    }),
};

/** The process number of the built-in server. */
async function postmasterOf({ folder }: Site): Promise<number> {
  const text = await readFile(path.join(folder, "postgres/cluster/postmaster.pid"), "utf8");
  return Number.parseInt(text, 10);
}

/** Waits until so many votes were acknowledged. */
async function untilWritten(
  { acknowledged }: { acknowledged: readonly string[] },
  many: number,
): Promise<void> {
  for (const started = performance.now(); acknowledged.length < many; await delay(20))
    if (performance.now() - started > BACK_WITHIN_MS)
      throw new Error(`the site took no vote for ${BACK_WITHIN_MS / 1000} s after PostgreSQL was killed`);
}
