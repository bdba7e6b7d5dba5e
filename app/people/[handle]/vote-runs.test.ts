import { expect, test } from "vitest";
import type { PersonVote } from "@/db/queries/person-votes";
import { voteRuns } from "./vote-runs";

const vote = (slug: string, id: number): PersonVote => ({
  hubId: 1,
  id,
  slug,
  hubTitle: `All about ${slug}`,
  citerId: id,
  citerTitle: null,
  contextId: null,
  role: "method",
  furtherRoles: [],
  polarity: "neutral",
  changedAt: new Date(0),
  changed: 0,
});

test("votes keep their order and are cut wherever the hub changes", () => {
  const votes = [vote("a", 1), vote("a", 2), vote("b", 3), vote("a", 4)];
  const runs = voteRuns(votes);
  expect(runs.map(({ slug, votes }) => [slug, votes.map(({ id }) => id)])).toEqual([
    ["a", [1, 2]],
    ["b", [3]],
    ["a", [4]],
  ]);
  expect(runs[1]?.hubTitle).toBe("All about b");
});

test("no vote makes no run", () => expect(voteRuns([])).toEqual([]));
