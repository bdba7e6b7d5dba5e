import assert from "node:assert/strict";
import { listTargetKeys, signInPeople } from "@/bench/voters";
import { importMade } from "./import-made";
import { withSite } from "./site";
import type { Trial } from "./trial";
import { type Answer, assertVotesWhole, sendVote } from "./votes";

const PEOPLE = 25;
const WINDOWS = 2;
const TARGETS = 4;
const VOTES_A_WINDOW = 20;

export const votesAtOnce: Trial = {
  name: "P4",
  promise: "A vote is never overwritten",
  run: (folder) =>
    withSite(folder, async (site) => {
      await importMade(site, folder, { slug: "made", citers: 40, references: false });
      const keys = (await listTargetKeys(site.pool, "made")).slice(0, TARGETS);
      const cookies = await signInPeople(site.pool, site.secret, PEOPLE);
      const counts: Record<Answer, number> = { saved: 0, conflict: 0, away: 0, lost: 0 };
      // Each window knows only what it saw: the other window's votes make it stale.
      const write = async (cookie: string, seed: number) => {
        const known = new Map<string, number>();
        for (let n = 0; n < VOTES_A_WINDOW; n += 1) {
          const key = keys[(n + seed) % keys.length] ?? "";
          const revision = known.get(key) ?? 0;
          const answer = await sendVote(site, { cookie, key, n: n + seed, revision });
          counts[answer] += 1;
          known.set(key, revision + 1);
        }
      };
      const windows = cookies.flatMap((cookie) => Array.from({ length: WINDOWS }, () => cookie));
      await Promise.all(windows.map(write));
      const { rows } = await site.pool.query<{ revisions: number; votes: number }>(
        "select (select count(*)::int from vote_revision) as revisions, (select count(*)::int from vote) as votes",
      );
      assert.equal(counts.lost + counts.away, 0, "votes without an answer");
      assert.ok(counts.conflict > 0, "no vote was ever stale");
      assert.equal(rows[0]?.revisions, counts.saved, "revisions and accepted votes differ");
      await assertVotesWhole(site);
      return {
        done: `${windows.length} writers at once (${PEOPLE} people in ${WINDOWS} windows each) through the real action, ${windows.length * VOTES_A_WINDOW} votes on ${TARGETS} targets`,
        figures: `${counts.saved} accepted = ${rows[0]?.revisions} revisions of ${rows[0]?.votes} votes, ${counts.conflict} stale ones told of the conflict, heads = last revisions, 0 differences from a recount`,
      };
    }),
};
