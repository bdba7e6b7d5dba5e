import { describe, expect } from "vitest";
import { suggestedParts, unlabelledParts, votedParts } from "@/app/_citation/polarity-parts";
import { withValue } from "@/app/_citation/voted-tally";
import { createDb, type Db, withConnection } from "@/db/client";
import { countCiters } from "@/db/queries/citers";
import { listCoCited } from "@/db/queries/co-cited";
import { getHubFigures } from "@/db/queries/hub-figures";
import { getSuggestedFigures } from "@/db/queries/suggested";
import { getVotedFigures } from "@/db/queries/voted";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { type RandomWorld, randomAdminAct, randomVote } from "@/db/testing/random-votes";
import { addVotableHubs, vote } from "@/db/testing/votable";
import { headline } from "@/lib/citation/headline";
import { CLEAR_POLARITIES } from "@/lib/citation/label-phrase";
import type { QueryTerm } from "@/lib/citation/query";
import { parseQuery } from "@/lib/citation/query-language";
import { printQuery } from "@/lib/citation/query-print";
import { ROLES } from "@/lib/citation/role";
import { seededRandom } from "@/lib/citation/seeded-random";
import { UserError } from "@/lib/errors";
import type { ImportRecord } from "@/lib/import/record";
import {
  termsOfCoCited,
  termsOfPart,
  termsOfRole,
  termsOfSentence,
  termsOfVerdict,
  termsOfVoted,
  termsOfYear,
} from "./figure-terms";
import { headlineSource } from "./headline-source";
import { polarityReadings } from "./polarity-readings";
import { receptionYears } from "./reception-years";
import { roleFigures } from "./role-figures";
import { citersOf } from "./year-columns";

const SLUG = "keepers";
const CITERS = 9;
const PEOPLE = 5;

/** What the page shows of a hub, each with what its link asks for, as the query is written. */
async function linkedFigures(db: Db, hubId: number): Promise<{ query: string; shown: number }[]> {
  const [figures, suggested, voted, coCited] = await Promise.all([
    getHubFigures(db, hubId),
    getSuggestedFigures(db, hubId),
    getVotedFigures(db, hubId),
    listCoCited(db, hubId, { sort: "together", after: null, limit: 10 }),
  ]);
  const linked: { terms: readonly QueryTerm[]; shown: number }[] = [];
  for (const reading of polarityReadings(voted.polarity, suggested.unlabelled))
    for (const part of [
      ...votedParts(reading.voted),
      ...(reading.suggested === null ? [] : suggestedParts(reading.suggested)),
      ...unlabelledParts(reading.none),
    ]) {
      const terms = termsOfPart(part, reading);
      if (terms !== null) linked.push({ terms, shown: part.count });
    }
  for (const value of CLEAR_POLARITIES)
    linked.push({ terms: termsOfVoted(value), shown: withValue(voted.polarity.citers.all.values[value]) });
  const { isVoted, withRole, rows } = roleFigures(figures, voted);
  for (const { role, agreed, others } of rows)
    linked.push({ terms: termsOfRole(role, isVoted), shown: agreed + others });
  if (!isVoted) linked.push({ terms: [{ key: "role", not: false, values: [...ROLES] }], shown: withRole });
  const source = headlineSource(figures, voted);
  for (const { counts } of headline(source).parts) {
    const terms = counts ? termsOfSentence(counts, source.labels, voted) : null;
    if (counts && terms)
      linked.push({
        terms,
        shown: ("role" in counts ? source.roles[counts.role] : source.polarities[counts.polarity]) ?? 0,
      });
  }
  for (const { number, verdicts } of voted.claims)
    for (const value of CLEAR_POLARITIES)
      linked.push({ terms: termsOfVerdict(number, value), shown: withValue(verdicts[value]) });
  for (const { year, parts } of receptionYears(voted, suggested).years)
    if (year !== null) linked.push({ terms: termsOfYear(year), shown: citersOf(parts) });
  for (const { workId, citers } of coCited.works)
    linked.push({ terms: termsOfCoCited(workId), shown: citers });
  return linked.map(({ terms, shown }) => ({ query: printQuery({ terms }), shown }));
}

/** The figures whose link leads to another number of citers, and how many were compared. */
async function wrongFigures(db: Db, hubId: number) {
  const linked = await linkedFigures(db, hubId);
  const wrong: unknown[] = [];
  for (const { query, shown } of linked) {
    const asked = parseQuery(query);
    const listed = await countCiters(db, hubId, asked.query);
    if (listed !== shown || asked.problems.length > 0)
      wrong.push({ query, shown, listed, problems: asked.problems });
  }
  return { wrong, compared: linked.filter(({ shown }) => shown > 0).length };
}

describe("every figure of a hub page that opens the explorer counts what the explorer lists", () => {
  test("while there are suggestions only, and after hundreds of random votes and acts of admins", async ({
    freshPool,
  }) => {
    const beside = Array.from({ length: CITERS }, (_, n): ImportRecord[] => [
      { kind: "reference", citing: `${SLUG}.${n}`, cited: `tides.${n % 3}` },
      {
        kind: "suggestion",
        hub: `${SLUG}.hub`,
        citing: `${SLUG}.${n}`,
        original: "uses",
        role: n % 2 === 0 ? "method" : "dataset",
        source: "model",
      },
    ]).flat();
    const targets = await withConnection(freshPool, (connection) =>
      addVotableHubs(connection, { [SLUG]: CITERS, tides: 4 }, beside),
    );
    const db = createDb(freshPool);
    const hubId = targets[0]?.hubId ?? 0;
    const before = await wrongFigures(db, hubId);
    expect(before.wrong).toEqual([]);
    expect(before.compared).toBeGreaterThan(10);

    const admin = await addPerson(db, { role: "admin" });
    const people: number[] = [];
    for (let i = 0; i < PEOPLE; i += 1) people.push(await addPerson(db));
    const world: RandomWorld = { db, targets, people, admin, random: seededRandom(6) };
    const states = new Set<string>();
    for (let act = 1; act <= 240; act += 1) {
      if (world.random() < 0.1) await randomAdminAct(world);
      else await randomVote(world).catch(refused);
      if (act % 20 !== 0) continue;
      expect((await wrongFigures(db, hubId)).wrong, `after ${act} acts`).toEqual([]);
      const { contested, unclear, values } = (await getVotedFigures(db, hubId)).polarity.citers.all;
      if (contested > 0) states.add("contested");
      if (unclear > 0) states.add("unclear");
      for (const { single, agreed } of Object.values(values)) {
        if (single > 0) states.add("single");
        if (agreed > 0) states.add("agreed");
      }
    }
    expect([...states].sort()).toEqual(["agreed", "contested", "single", "unclear"]);
  });

  test("where the only votes disagree on the role, so that only what is suggested of the others counts", async ({
    connection,
  }) => {
    const { db } = connection;
    const beside = Array.from(
      { length: CITERS },
      (_, n): ImportRecord => ({
        kind: "suggestion",
        hub: `${SLUG}.hub`,
        citing: `${SLUG}.${n}`,
        original: "uses",
        role: n % 2 === 0 ? "method" : "dataset",
        source: "model",
      }),
    );
    const targets = await addVotableHubs(connection, { [SLUG]: CITERS, tides: 4 }, beside);
    const [target] = targets;
    if (!target) throw new Error("there is no target");
    await vote(db, await addPerson(db), target, { polarity: "unclear", role: "background" });
    await vote(db, await addPerson(db), target, { polarity: "unclear", role: "comparison" });
    const [figures, voted] = [await getHubFigures(db, target.hubId), await getVotedFigures(db, target.hubId)];
    expect(voted.roles.citers.any).toBe(0);
    expect(roleFigures(figures, voted)).toMatchObject({ isVoted: false, withRole: CITERS - 1 });
    expect((await wrongFigures(db, target.hubId)).wrong).toEqual([]);
  });
});

/** What a person is told is a refusal; everything else fails the test. */
function refused(error: unknown): void {
  if (!(error instanceof UserError)) throw error;
}
