import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { listTargetKeys, signInPeople } from "@/bench/voters";
import { importMade } from "./import-made";
import { type Site, withSite } from "./site";
import type { Trial } from "./trial";
import { sendVote } from "./votes";

const ROUNDS = 5;
const SEEN_WITHIN_MS = 1000;
const GIVE_UP_AFTER_MS = 20_000;
const PAGE = "/hubs/made";

export const seenAfterKill: Trial = {
  name: "P11",
  promise: "A page shows an acknowledged vote within 1 s, also after kill -9 in between",
  run: (folder) =>
    withSite(folder, async (site) => {
      await importMade(site, folder, { slug: "made", citers: 300, references: false });
      const cookies = await signInPeople(site.pool, site.secret, 2 * ROUNDS);
      const keys = await listTargetKeys(site.pool, "made");
      const [killed, living]: [number[], number[]] = [[], []];
      for (let n = 0; n < 2 * ROUNDS; n += 1) {
        // Held from here on, so that what is old would be shown if it were not dropped.
        assert.equal(await votersShown(site), n);
        assert.equal(await votersShown(site), n);
        const answer = await sendVote(site, { cookie: cookies[n] ?? "", key: keys[n] ?? "", n });
        assert.equal(answer, "saved");
        if (n % 2 === 0) {
          await site.kill();
          await site.start();
        }
        (n % 2 === 0 ? killed : living).push(await millisecondsUntilShown(site, n + 1));
      }
      const worst = (waits: readonly number[]) => Math.max(...waits);
      assert.ok(
        worst([...killed, ...living]) <= SEEN_WITHIN_MS,
        `a vote was seen after ${worst([...killed, ...living])} ms`,
      );
      return {
        done: `a vote through the real action, then kill -9 of the site at once, start, and the signed-out page read, ${ROUNDS} times; and ${ROUNDS} times without a kill`,
        figures: `seen at most ${worst(killed)} ms after the site answers again, and ${worst(living)} ms after the answer without a kill`,
      };
    }),
};

/** How many people have voted, by the page that everybody reads. */
async function votersShown({ url }: Site): Promise<number> {
  const html = await (await fetch(`${url}${PAGE}`)).text();
  const text = html.replace(/<!--.*?-->/g, "").replace(/<[^>]*>/g, " ");
  return Number(/(\d+) (?:person has|people have) voted here/.exec(text)?.[1] ?? 0);
}

async function millisecondsUntilShown(site: Site, voters: number): Promise<number> {
  const started = performance.now();
  while ((await votersShown(site)) !== voters) {
    if (performance.now() - started > GIVE_UP_AFTER_MS) throw new Error("the vote was never shown");
    await delay(10);
  }
  return Math.round(performance.now() - started);
}
