import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { writeMadeHub } from "@/bench/made-hub";
import { listTargetKeys, signInPeople } from "@/bench/voters";
import { askUndo } from "@/db/commands/import/steer-import";
import { revertVotesOf } from "@/db/commands/revert-votes";
import { addPerson } from "@/db/testing/people";
import { contentOf } from "@/db/testing/snapshot";
import { preview, run as runIt, sendFile } from "@/db/testing/uploads";
import { awaitImport } from "./await-import";
import { importMade } from "./import-made";
import { type Site, withSite } from "./site";
import type { Trial } from "./trial";
import { assertVotesWhole, sendUndo, sendVote } from "./votes";

const PEOPLE = 8;
const TARGETS = 12;
const BROUGHT = 800;

export const reverts: Trial = {
  name: "P5",
  promise: "Any change can be reverted: a vote, a person's votes since a time, an import",
  run: (folder) =>
    withSite(folder, async (site) => {
      const file = await importMade(site, folder, { slug: "made", citers: 60, references: true });
      const world = await voteTwice(site);
      const undone = await undoOne(site, world);
      const reverted = await revertPerson(site, world);
      await writeMadeHub(file, { slug: "brought", citers: BROUGHT, references: true, seed: 5 });
      const lines = await undoImport(site, file);
      await assertVotesWhole(site);
      return {
        done: `${PEOPLE} people vote on ${TARGETS} targets each through the site, and change half of it; then one vote, one person's changes and an import of ${BROUGHT} citers are taken back`,
        figures: `the vote stands as before by a revision more (${undone}); all ${TARGETS} votes of the person stand as before by ${reverted} revisions more, no vote of the others changed; ${lines.toLocaleString("en")} lines of content as before the import; 0 differences from a recount`,
      };
    }),
};

interface World {
  userIds: number[];
  cookies: string[];
  keys: string[];
  /** What all votes said before they were changed. */
  before: Map<string, string>;
  since: Date;
}

/** All vote on all targets; after a moment they change every other vote. */
async function voteTwice(site: Site): Promise<World> {
  const cookies = await signInPeople(site.pool, site.secret, PEOPLE);
  const { rows } = await site.pool.query<{ id: number }>(`select id from "user" order by id`);
  const keys = (await listTargetKeys(site.pool, "made")).slice(0, TARGETS);
  const voteAll = (which: (n: number) => boolean, revision: number) =>
    Promise.all(
      cookies.map(async (cookie, person) => {
        for (const [n, key] of keys.entries())
          if (which(n))
            assert.equal(await sendVote(site, { cookie, key, n: n + person + revision, revision }), "saved");
      }),
    );
  await voteAll(() => true, 0);
  const before = await votesOf(site);
  const clock = await site.pool.query<{ now: Date }>("select clock_timestamp() as now");
  await voteAll((n) => n % 2 === 0, 1);
  return {
    userIds: rows.map(({ id }) => id),
    cookies,
    keys,
    before,
    since: clock.rows[0]?.now ?? new Date(),
  };
}

/** What each vote says now. */
async function votesOf({ pool }: Site): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ name: string; said: string }>(`
    select user_id || ' ' || hub_id || ' ' || target_id as name,
      concat_ws('|', role, further_roles, polarity, basis, note, withdrawn_at is not null) as said
    from vote where user_id is not null`);
  return new Map(rows.map(({ name, said }) => [name, said]));
}

const countRevisions = async ({ pool }: Site) =>
  (await pool.query<{ many: number }>("select count(*)::int as many from vote_revision")).rows[0]?.many ?? 0;

/** The first person takes back the change of one vote by the button of the page. */
async function undoOne(site: Site, { cookies, keys, userIds, before }: World): Promise<string> {
  const [revisions, changed] = [await countRevisions(site), await votesOf(site)];
  assert.equal(await sendUndo(site, { cookie: cookies[0] ?? "", key: keys[0] ?? "", revision: 2 }), "saved");
  assert.equal(await countRevisions(site), revisions + 1);
  const differing = differingNames(await votesOf(site), changed);
  assert.equal(differing.length, 1);
  const [name = ""] = differing;
  assert.ok(name.startsWith(`${userIds[0]} `));
  assert.equal((await votesOf(site)).get(name), before.get(name));
  return `${revisions} and 1`;
}

/** An admin takes back all that the second person changed. */
async function revertPerson(site: Site, { userIds, before, since }: World): Promise<number> {
  const [revisions, changed] = [await countRevisions(site), await votesOf(site)];
  const byUserId = await addPerson(site.db, { role: "admin" });
  const userId = userIds[1] ?? 0;
  const votes = await revertVotesOf(site.db, { userId, since, byUserId, address: "" });
  assert.equal(votes, TARGETS / 2);
  assert.equal(await countRevisions(site), revisions + votes);
  const now = await votesOf(site);
  const own = (name: string) => name.startsWith(`${userId} `);
  assert.deepEqual(differingNames(now, before).filter(own), [], "a vote of the person is not as before");
  assert.deepEqual(
    differingNames(now, changed).filter((name) => !own(name)),
    [],
    "a vote of another changed",
  );
  return votes;
}

const differingNames = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
  [...one.keys()].filter((name) => one.get(name) !== other.get(name));

/** The worker of the site takes a file in, and takes it back. */
async function undoImport(site: Site, file: string): Promise<number> {
  const before = await contentOf(site.db);
  const votes = await votesOf(site);
  const id = await sendFile(site.pool, await readFile(file, "latin1"));
  await preview(site.pool, id);
  await awaitImport(site, id, "previewed");
  await runIt(site.pool, id);
  await awaitImport(site, id, "done");
  assert.ok((await contentOf(site.db)).length > before.length + BROUGHT);
  await askUndo(site.db, {
    importRunId: id,
    byUserId: await addPerson(site.db, { role: "admin" }),
    address: "",
  });
  await awaitImport(site, id, "undone");
  assert.deepEqual(await contentOf(site.db), before, "the content is not as before the import");
  assert.deepEqual(await votesOf(site), votes);
  return before.length;
}
