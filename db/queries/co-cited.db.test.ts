import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, vote } from "@/db/testing/votable";
import type { Target } from "@/lib/citation/target-key";
import type { ImportRecord } from "@/lib/import/record";
import {
  type CoCitedCursor,
  type CoCitedSort,
  countCoCited,
  listCoCited,
  listCoCiterRoles,
} from "./co-cited";

/** The citers 1, 2 and 3 of "keepers" cite the hub "noise" and, fewer of them, some other works. */
const REFERENCES: ImportRecord[] = [
  ["1", "noise.hub"],
  ["2", "noise.hub"],
  ["3", "noise.hub"],
  ["2", "lamp"],
  ["3", "lamp"],
  ["3", "oil"],
  ["1", "wick"],
  ["noise.0", "wick"],
  ["noise.1", "wick"],
  ["noise.2", "wick"],
].map(([citing, cited]) => ({
  kind: "reference",
  citing: citing?.startsWith("noise") ? citing : `keepers.${citing}`,
  cited: cited?.startsWith("noise") ? cited : `beside.${cited}`,
}));

const BESIDE: ImportRecord[] = [
  ["lamp", "2003"],
  ["oil", "1990"],
  ["wick", undefined],
].map(([key, published]) => ({
  kind: "work",
  key: `beside.${key}`,
  identifiers: [{ scheme: "doi", value: `10.5555/beside.${key}` }],
  fields: { title: `All about the ${key} of a lighthouse`, ...(published ? { published } : {}) },
  source: "spokes",
}));

const test = base.extend<{ targets: Target[]; hubId: number }>({
  targets: async ({ connection }, use) =>
    use(await addVotableHubs(connection, { keepers: 4, noise: 3 }, [...BESIDE, ...REFERENCES])),
  hubId: async ({ targets }, use) => use(targets[0]?.hubId ?? 0),
});

/** All pages of the list, each of so many works, by what they are about. */
async function walk(db: Db, hubId: number, sort: CoCitedSort, limit: number): Promise<string[]> {
  const titles: string[] = [];
  let after: CoCitedCursor | null = null;
  do {
    const page = await listCoCited(db, hubId, { sort, after, limit });
    titles.push(...page.works.map(({ title }) => title?.split(" ")[3] ?? ""));
    after = page.next;
  } while (after !== null);
  return titles;
}

describe("the works cited beside a hub", () => {
  test.for([
    ["together", ["keepers", "lamp", "oil", "wick"]],
    ["strength", ["keepers", "lamp", "oil", "wick"]],
    ["newest", ["lamp", "keepers", "oil", "wick"]],
    ["oldest", ["oil", "keepers", "lamp", "wick"]],
  ] as const)(
    "are sorted by %s, and pages of any size hold each once",
    async ([sort, order], { db, hubId }) => {
      const whole = await walk(db, hubId, sort, 50);
      expect(whole).toEqual(order);
      for (const limit of [1, 2, 3]) expect(await walk(db, hubId, sort, limit)).toEqual(whole);
      expect(await countCoCited(db, hubId)).toBe(4);
    },
  );

  test("that are hubs themselves have their address and the number of their citers with a list", async ({
    db,
    hubId,
  }) => {
    const { works } = await listCoCited(db, hubId, { sort: "together", after: null, limit: 2 });
    expect(works[0]).toMatchObject({ slug: "noise", citers: 3, otherCiters: 3 });
    expect(works[1]).toMatchObject({ slug: null, citers: 2, otherCiters: null });
    await db.execute(sql`update hub set status = 'hidden' where slug = 'noise'`);
    const again = await listCoCited(db, hubId, { sort: "together", after: null, limit: 1 });
    expect(again.works[0]?.slug).toBeNull();
  });
});

test("the citers that cite both are told by the roles that people gave, and the others by what is suggested", async ({
  db,
  targets,
  hubId,
}) => {
  const papers = targets.filter((target) => target.hubId === hubId && target.contextId === null);
  const [, , second, third] = papers as [Target, Target, Target, Target];
  await vote(db, await addPerson(db), third, { role: "baseline" });
  await db.execute(sql`update citation set suggested_roles = '{method,background}'
    where hub_id = ${hubId} and work_id in (${second.workId}, ${third.workId})`);
  const { works } = await listCoCited(db, hubId, { sort: "together", after: null, limit: 9 });
  const roles = await listCoCiterRoles(
    db,
    hubId,
    works.map((work) => work.workId),
  );
  const ofTitle = (word: string) => roles.get(works.find(({ title }) => title?.includes(word))?.workId ?? 0);
  expect(ofTitle("lamp of")).toEqual({
    voted: { any: 1, roles: [{ role: "baseline", citers: 1 }] },
    suggested: {
      any: 1,
      roles: [
        { role: "background", citers: 1 },
        { role: "method", citers: 1 },
      ],
    },
  });
  expect(ofTitle("oil of")).toEqual({
    voted: { any: 1, roles: [{ role: "baseline", citers: 1 }] },
    suggested: { any: 0, roles: [] },
  });
  expect(ofTitle("wick of")).toBeUndefined();
});
