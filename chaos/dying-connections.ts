import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { importMade } from "./import-made";
import { withSite } from "./site";
import type { Trial } from "./trial";
import { assertAllThere, assertVotesWhole, startWriters } from "./votes";

const WRITERS = 20;
const DEATHS = 100;
const GIVE_UP_AFTER_MS = 120_000;

export const dyingConnections: Trial = {
  name: "P12",
  promise: "A dying connection never commits somebody else's rows",
  run: (folder) =>
    withSite(folder, async (site) => {
      await importMade(site, folder, { slug: "made", citers: 20_000, references: false });
      const writers = await startWriters(site, "made", WRITERS);
      let [deaths, companions] = [0, 0];
      for (const started = performance.now(); deaths < DEATHS; await delay(10)) {
        if (performance.now() - started > GIVE_UP_AFTER_MS) throw new Error("no transaction was ever met");
        // One that is inside a transaction, while others are too.
        const { rows } = await site.pool.query<{ open: number; died: boolean }>(`
          with open as (
            select pid from pg_stat_activity where datname = current_database() and application_name = 'spokes site'
              and xact_start is not null and backend_xid is not null order by random()
          )
          select (select count(*)::int from open) as open, pg_terminate_backend(pid) as died from open limit 1`);
        if (!rows[0]?.died) continue;
        deaths += 1;
        companions += rows[0].open - 1;
      }
      await writers.stop();
      await assertAllThere(site, writers.acknowledged);
      await assertVotesWhole(site);
      const refused = await site.pool.query<{ extra: number }>(
        "select count(*)::int - $1::int as extra from vote_revision",
        [writers.acknowledged.length],
      );
      const extra = refused.rows[0]?.extra ?? Number.NaN;
      const { saved, away, lost } = writers.counts;
      assert.ok(companions > 0, "never were two transactions open at once");
      assert.ok(extra <= away + lost, "votes are there that nobody sent");
      return {
        done: `${deaths} backends ended inside their transaction while ${WRITERS} people vote, with ${(companions / deaths).toFixed(1)} other transactions open on average`,
        figures: `all ${saved.toLocaleString("en")} acknowledged votes there and whole; of ${away + lost} that failed ${extra} were saved whole before the answer was lost, the others not at all; 0 differences from a recount`,
      };
    }),
};
