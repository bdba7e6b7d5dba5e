import assert from "node:assert/strict";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { readUnderLoad } from "@/bench/load";
import { quantile } from "@/bench/rounds";
import { listTargetKeys, signInPeople } from "@/bench/voters";
import { openDatabase } from "@/db/database";
import { readEnv } from "@/lib/env";
import { importMade } from "./import-made";
import { readForm, sendForm } from "./plain-form";
import { type Site, withSite } from "./site";
import type { Trial } from "./trial";
import { assertAllThere, assertVotesWhole, startWriters } from "./votes";

const [LEAST_OUTAGES, MOST_OUTAGES] = [3, 7];
const AWAY_MS = 3000;
const MEASURED_S = 4;
const WRITERS = 8;
const READ_AGAIN_AFTER_MS = 5000;
const BACK_WITHIN_MS = 60_000;
const SPEED_KEPT = 0.95;
/** Of a hub on which nobody of the writers votes, so that it stays held. */
const HELD_PAGE = "/hubs/made";
/** Rendered for every reader, so that each answer needs the database. */
const RENDERED_PAGE = "/hubs/made/citers";
const NOTE = "Written while the database was away.";

export const databaseAway: Trial = {
  name: "P7",
  promise: "Database down: held pages answer, writes get 503 and keep the form, recovery without restart",
  run: async (folder) => {
    const place = readEnv({ DATA_DIR: path.join(folder, "server") });
    let database = await openDatabase(place);
    try {
      const turn = async (on: boolean) => {
        if (on) database = await openDatabase(place);
        else await database.release();
      };
      return await withSite(folder, (site) => tryOutages(site, folder, turn), {
        environment: { DATABASE_URL: database.url },
      });
    } finally {
      await database.release();
    }
  },
};

async function tryOutages(site: Site, folder: string, turn: (on: boolean) => Promise<void>) {
  for (const slug of ["made", "busy"]) {
    await importMade(site, folder, { slug, citers: 3000, references: false });
  }
  const { pid } = site.program().process;
  const [cookie = ""] = await signInPeople(site.pool, site.secret, 1);
  const keys = await listTargetKeys(site.pool, "made");
  const [ratios, sides]: [number[], [number, number][]] = [[], []];
  const counts = { pages: 0, writers: 0, away: 0, saved: 0 };
  await readUnderLoad({ url: `${site.url}${RENDERED_PAGE}`, seconds: MEASURED_S });
  while (ratios.length < LEAST_OUTAGES || (median(ratios) < SPEED_KEPT && ratios.length < MOST_OUTAGES)) {
    const before = await readUnderLoad({ url: `${site.url}${RENDERED_PAGE}`, seconds: MEASURED_S });
    const writers = await startWriters(site, "busy", WRITERS);
    await untilHeld(site);
    const form = await readForm(`${site.url}/annotate/${keys[ratios.length]}`, "role", cookie);
    await turn(false);
    counts.pages += await assertAway(site, form, cookie);
    await turn(true);
    const back = performance.now();
    await untilReady(site);
    await writers.stop();
    await assertAllThere(site, writers.acknowledged);
    const chosen = { role: "method", polarity: "supporting", note: NOTE };
    assert.equal(
      (await sendForm(form, chosen, cookie)).status,
      303,
      "the form is not taken when it is sent again",
    );
    counts.away += writers.counts.away;
    counts.saved += writers.counts.saved;
    await delay(Math.max(0, READ_AGAIN_AFTER_MS - (performance.now() - back)));
    const after = await readUnderLoad({ url: `${site.url}${RENDERED_PAGE}`, seconds: MEASURED_S });
    sides.push([before, after]);
    ratios.push(after / before);
  }
  await assertVotesWhole(site);
  assert.equal(site.program().process.pid, pid);
  assert.equal(site.program().process.exitCode, null, "the site ended");
  const ratio = median(ratios);
  assert.ok(ratio >= SPEED_KEPT, `only ${ratio.toFixed(2)} of the earlier throughput 5 s after it was back`);
  const of = (side: 0 | 1) => median(sides.map((pair) => pair[side])).toFixed(0);
  return {
    done: `PostgreSQL stopped for ${AWAY_MS / 1000} s and started, ${ratios.length} times, while ${WRITERS} people vote`,
    figures: `away: ${counts.pages} reads of a held page 200, /readyz 503, /livez 200, ${counts.away} votes told 503, a form sent without script 503 with its note in it and taken later; all ${counts.saved} acknowledged votes there; 5 s after the start ${ratio.toFixed(2)} of the throughput (median of ${ratios.map((one) => one.toFixed(2)).join(", ")}; ${of(0)} and ${of(1)} rendered pages/s), same process`,
  };
}

const median = (values: readonly number[]) => quantile(values, 0.5);

const statusOf = async ({ url }: Site, address: string) => {
  const answer = await fetch(`${url}${address}`);
  await answer.arrayBuffer();
  return answer.status;
};

/** Looks at everything that is promised while the database is away; gives how often the held page was read. */
async function assertAway(site: Site, form: Parameters<typeof sendForm>[0], cookie: string): Promise<number> {
  let reads = 0;
  for (const until = performance.now() + AWAY_MS; performance.now() < until; reads += 1) {
    assert.equal(await statusOf(site, HELD_PAGE), 200, "a held page did not answer");
    if (reads > 0) continue;
    assert.equal(await statusOf(site, "/readyz"), 503);
    assert.equal(await statusOf(site, "/livez"), 200);
    const answer = await sendForm(form, { role: "method", polarity: "supporting", note: NOTE }, cookie);
    assert.equal(answer.status, 503);
    assert.ok((await answer.text()).includes(NOTE), "the answer lacks what was written");
  }
  return reads;
}

/** Waits until the page comes from memory: then it lacks what Next would have added. */
async function untilHeld({ url }: Site): Promise<void> {
  for (const started = performance.now(); performance.now() - started < BACK_WITHIN_MS; ) {
    const answer = await fetch(`${url}${HELD_PAGE}`);
    await answer.arrayBuffer();
    if (answer.ok && !answer.headers.has("x-nextjs-cache")) return;
    await delay(20);
  }
  throw new Error("the page is never held");
}

async function untilReady(site: Site): Promise<void> {
  for (const started = performance.now(); (await statusOf(site, "/readyz")) !== 200; await delay(50))
    if (performance.now() - started > BACK_WITHIN_MS) throw new Error("the site did not recover");
}
