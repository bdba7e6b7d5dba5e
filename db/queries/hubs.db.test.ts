import { expect } from "vitest";
import type { Db } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, vote } from "@/db/testing/votable";
import { HUB_SORTS, type HubPlace, type HubSort } from "./hub-order";
import { listHubs } from "./hubs";

/** All hubs in an order, read one by one. */
async function walk(db: Db, sort: HubSort): Promise<string[]> {
  const slugs: string[] = [];
  for (let after: HubPlace | null = null; ; ) {
    const [hub] = await listHubs(db, { sort, after, limit: 1 });
    if (!hub) return slugs;
    slugs.push(hub.slug);
    after = hub;
  }
}

test("hubs are listed by what each order counts, and a page goes on behind the last one", async ({
  connection,
}) => {
  const { db } = connection;
  const targets = await addVotableHubs(connection, { keepers: 4, lamps: 2, noise: 2, storms: 0 });
  const [first, second] = [await addPerson(db), await addPerson(db)];
  const hubIds = [...new Set(targets.map(({ hubId }) => hubId))];
  const [, lamps] = hubIds;
  const papers = targets.filter(({ contextId }) => contextId === null);
  // One of two citers of the lamps is contested, and one of four of the keepers has a single vote.
  for (const target of papers.filter(({ hubId }) => hubId === lamps).slice(0, 1)) {
    await vote(db, first, target, { polarity: "supporting", basis: "restates" });
    await vote(db, second, target, { polarity: "contrasting", basis: "restates" });
  }
  for (const target of papers.slice(0, 1)) await vote(db, first, target);
  const orders: Record<HubSort, string[]> = {
    most_cited: ["keepers", "noise", "lamps", "storms"],
    most_contested: ["lamps", "keepers", "noise", "storms"],
    least_covered: ["noise", "keepers", "lamps", "storms"],
    newest: ["storms", "noise", "lamps", "keepers"],
  };
  for (const sort of HUB_SORTS) {
    const whole = await listHubs(db, { sort, after: null, limit: 10 });
    expect(
      whole.map(({ slug }) => slug),
      sort,
    ).toEqual(orders[sort]);
    expect(await walk(db, sort), sort).toEqual(orders[sort]);
  }
  expect(await listHubs(db, { sort: "most_contested", after: null, limit: 1 })).toMatchObject([
    { slug: "lamps", contested: 1, voted: 1, citers: 2 },
  ]);
});
