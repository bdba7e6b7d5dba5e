import { readFile } from "node:fs/promises";
import { type MakeRequest, sendUnderLoad } from "./load";
import { inTurn, type Line, middle, quantile, type Rounds, ratios } from "./rounds";
import { timeUncached } from "./uncached";
import { actionRequest, listTargetKeys, signInPeople, voteFields } from "./voters";
import { LARGE, type World } from "./world";

interface Manifest {
  node: Record<string, { filename: string; exportedName: string }>;
}

/** The id of an action of the labelling page in the build at hand. */
async function actionId(name: string): Promise<string> {
  const { node } = JSON.parse(
    await readFile(".next/server/server-reference-manifest.json", "utf8"),
  ) as Manifest;
  const found = Object.entries(node).find(
    ([, { filename, exportedName }]) => filename.includes("annotate/[target]") && exportedName === name,
  );
  if (!found) throw new Error(`the build has no action ${name}`);
  return found[0];
}

/** Everything that the n-th request needs: a person and a target that this person has not voted on. */
async function prepare(world: World) {
  const cookies = await signInPeople(world.pool, world.secret);
  const keys = await listTargetKeys(world.pool, LARGE.slug);
  const [save, keep] = [await actionId("saveVote"), await actionId("setShortcuts")];
  let n = 0;
  const next = () => {
    n += 1;
    const [key = "", cookie = ""] = [keys[n % keys.length], cookies[n % cookies.length]];
    return { key, n, who: { key, cookie, origin: world.site.url } };
  };
  const vote: MakeRequest = () => {
    const { key, n: number, who } = next();
    return actionRequest(save, who, voteFields(key, number));
  };
  /** Who and shape, one switch kept; answered with a labelling page like a vote. */
  const answered: MakeRequest = () => {
    const { key, who } = next();
    return actionRequest(keep, who, [
      ["target", key],
      ["shortcuts", "on"],
    ]);
  };
  /** Who and shape, and nothing: the form lacks its fields, so the answer holds no page. */
  const refused: MakeRequest = () => {
    const { who } = next();
    return actionRequest(keep, who, []);
  };
  return { vote, answered, refused };
}

/** R5: votes through the real server action beside actions that do next to nothing. */
export async function measureVotes(world: World, how: Rounds): Promise<Line[]> {
  const { vote, answered, refused } = await prepare(world);
  const load = { url: world.site.url, seconds: how.seconds };
  const counted = async () => {
    const { rows } = await world.pool.query<{ votes: number }>(
      "select count(*)::int as votes from vote_revision",
    );
    return rows[0]?.votes ?? 0;
  };
  const votes = async () => {
    const before = await counted();
    const started = performance.now();
    await sendUnderLoad(load, vote);
    return ((await counted()) - before) / ((performance.now() - started) / 1000);
  };
  const perSecond = (make: MakeRequest) => async () => (await sendUnderLoad(load, make)).perSecond;
  const [voted, same, bare] = await inTurn(how, votes, perSecond(answered), perSecond(refused));
  const sides = (other: readonly number[]) =>
    `${middle(voted).toFixed(0)} and ${middle(other).toFixed(0)} a second`;
  return [
    {
      name: "R5",
      what: "votes/s through the server action ÷ actions/s that only keep a switch, both answered with the next page",
      target: { atLeast: 0.5 },
      ratios: ratios(voted, same),
      note: sides(same),
    },
    {
      name: "R5b",
      what: "votes/s ÷ actions/s that do nothing and are answered without a page",
      target: null,
      ratios: ratios(voted, bare),
      note: sides(bare),
    },
  ];
}

const VOTES_SEEN = 20;

/** R6: from the answer to a vote until readers see it. */
export async function measureVisible(world: World, how: Rounds): Promise<Line[]> {
  const { vote } = await prepare(world);
  const page = `/hubs/${LARGE.slug}`;
  const voted = async () => {
    const html = await (await fetch(`${world.site.url}${page}`)).text();
    return (
      /([\d,]+)(?:<!-- -->)? (?:person has|people have) voted here/.exec(html.replace(/<[^>]*>/g, ""))?.[1] ??
      "0"
    );
  };
  const sides: { waits: number[]; renders: number[] } = { waits: [], renders: [] };
  for (let round = 0; round < how.rounds; round += 1) {
    const waits: number[] = [];
    const renders: number[] = [];
    for (let n = 0; n < VOTES_SEEN; n += 1) {
      renders.push(await timeUncached(world, page));
      const before = await voted();
      const { path, ...request } = vote();
      await (await fetch(`${world.site.url}${path}`, { ...request, redirect: "manual" })).arrayBuffer();
      const answered = performance.now();
      while ((await voted()) === before)
        if (performance.now() - answered > 20_000) throw new Error("never seen");
      waits.push(performance.now() - answered);
    }
    sides.waits.push(quantile(waits, 0.95));
    sides.renders.push(middle(renders));
  }
  return [
    {
      name: "R6",
      what: "vote to visible p95 ÷ uncached render p50",
      target: { atMost: 2 },
      ratios: ratios(sides.waits, sides.renders),
      note: `${middle(sides.waits).toFixed(0)} and ${middle(sides.renders).toFixed(0)} ms`,
    },
  ];
}
