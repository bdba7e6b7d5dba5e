import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { actionRequest, listTargetKeys, signInPeople, voteFields } from "@/bench/voters";
import { differences } from "@/db/testing/recount";
import { listServerActions } from "@/e2e/server-actions";
import type { Site } from "./site";

/** What the site said of a vote; `lost` is no answer, or one that does not tell. */
export type Answer = "saved" | "conflict" | "away" | "lost";

const ANSWER_WITHIN_MS = 20_000;
const ANNOTATE = "app/annotate/[target]/actions.ts";
const CONFLICT = "Your vote on this was changed in the meantime";

export interface SentVote {
  cookie: string;
  key: string;
  n: number;
  revision?: number;
  submission?: string;
}

/** Sends a vote through the real server action, as the script of the labelling page does. */
export function sendVote(site: Pick<Site, "url">, { cookie, key, n, ...vote }: SentVote): Promise<Answer> {
  return send(site, `${ANNOTATE}#saveVote`, { cookie, key }, voteFields(key, n, vote));
}

/** Takes the last change of a vote back, likewise. */
export function sendUndo(
  site: Pick<Site, "url">,
  { cookie, key, revision }: { cookie: string; key: string; revision: number },
): Promise<Answer> {
  const fields = { target: key, revision: String(revision), submission: randomUUID() };
  return send(site, `${ANNOTATE}#undoLastVote`, { cookie, key }, Object.entries(fields));
}

async function send(
  { url }: Pick<Site, "url">,
  name: string,
  who: { cookie: string; key: string },
  fields: readonly (readonly [string, string])[],
): Promise<Answer> {
  const { path, ...request } = actionRequest(actionNamed(name), { ...who, origin: url }, fields);
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = await fetch(`${url}${path}`, { ...request, redirect: "manual", signal });
    const text = await answer.text();
    if (answer.headers.has("x-action-redirect")) return "saved";
    if (answer.status === 503) return "away";
    return text.includes(CONFLICT) ? "conflict" : "lost";
  } catch {
    // A connection that broke tells nothing about the vote.
    return "lost";
  }
}

/** The id of an action of the build at hand. */
function actionNamed(wanted: string): string {
  const found = listServerActions().find(({ name }) => name === wanted);
  if (!found) throw new Error(`the build has no action ${wanted}`);
  return found.id;
}

/** Writers who vote on one target after the other until told to stop, and remember which votes were acknowledged. */
export interface Writers {
  /** The submissions that were acknowledged, so far. */
  acknowledged: readonly string[];
  counts: Readonly<Record<Answer, number>>;
  /** Lets each writer finish what is under way. */
  stop: () => Promise<void>;
}

const PAUSE_WHEN_AWAY_MS = 50;

/** Lets so many people write at once, each on targets of a hub that nobody else of them takes. */
export async function startWriters(site: Site, slug: string, many: number): Promise<Writers> {
  const cookies = await signInPeople(site.pool, site.secret, many);
  const keys = await listTargetKeys(site.pool, slug);
  const acknowledged: string[] = [];
  const counts = { saved: 0, conflict: 0, away: 0, lost: 0 };
  let [going, n] = [true, 0];
  const write = async (cookie: string) => {
    while (going && n < keys.length) {
      n += 1;
      const submission = randomUUID();
      const answer = await sendVote(site, { cookie, key: keys[n - 1] ?? "", n, submission });
      counts[answer] += 1;
      if (answer === "saved") acknowledged.push(submission);
      else await new Promise((resolve) => setTimeout(resolve, PAUSE_WHEN_AWAY_MS));
    }
  };
  const writing = Promise.all(cookies.map(write));
  return {
    acknowledged,
    counts,
    async stop() {
      going = false;
      await writing;
    },
  };
}

/** @throws when an acknowledged vote is not in the database. */
export async function assertAllThere(
  { pool }: Pick<Site, "pool">,
  acknowledged: readonly string[],
): Promise<void> {
  const { rows } = await pool.query<{ submission: string }>(
    "select split_part(submission, '.', 1) as submission from vote_revision",
  );
  const there = new Set(rows.map(({ submission }) => submission));
  const missing = acknowledged.filter((submission) => !there.has(submission));
  assert.deepEqual(missing, [], `${missing.length} of ${acknowledged.length} acknowledged votes are missing`);
}

/** @throws when a vote is not its last revision, or labels and summaries are not a recount of all votes. */
export async function assertVotesWhole({ pool, db }: Pick<Site, "pool" | "db">): Promise<void> {
  const { rows } = await pool.query(`
    select v.hub_id, v.id from vote v
    left join vote_revision r on r.hub_id = v.hub_id and r.vote_id = v.id and r.revision = v.revision
    left join (select hub_id, vote_id, count(*) as many, max(revision) as last from vote_revision group by 1, 2) as all_of
      on all_of.hub_id = v.hub_id and all_of.vote_id = v.id
    where all_of.last is distinct from v.revision or all_of.many is distinct from v.revision
      or (v.withdrawn_at is null and (r.role, r.polarity, r.basis, r.note) is distinct from (v.role, v.polarity, v.basis, v.note))`);
  assert.deepEqual(rows, [], "votes that are not their last revision, or lack one");
  assert.deepEqual(await differences(db), [], "labels or summaries that are not a recount of the votes");
}
