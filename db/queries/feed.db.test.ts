import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { setHidden } from "@/db/commands/set-hidden";
import { test as base } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { addVotableHubs, vote } from "@/db/testing/votable";
import type { Target } from "@/lib/citation/target-key";
import { listFeedEvents } from "./feed";
import { listCitersOfPart, listSitemapParts, listSlugsOfPart } from "./sitemap";

const test = base.extend<{ targets: Target[]; hubId: number }>({
  targets: async ({ connection }, use) => use(await addVotableHubs(connection, { keepers: 3, noise: 3 })),
  hubId: async ({ targets }, use) => use(targets[0]?.hubId ?? 0),
});

test("the feed tells of new citers and of labels that are agreed or contested, and of nothing that is hidden", async ({
  db,
  targets,
  hubId,
}) => {
  const sentences = targets.filter((target) => target.hubId === hubId && target.contextId !== null);
  const [agreed, contested, single] = sentences as [Target, Target, Target];
  const [ada, ben] = [await addPerson(db), await addPerson(db)];
  for (const person of [ada, ben]) await vote(db, person, agreed);
  await vote(db, ada, contested);
  await vote(db, ben, contested, { polarity: "contrasting" });
  await vote(db, ada, single);
  const told = async () =>
    (await listFeedEvents(db, hubId, 50)).map((event) =>
      event.kind === "citer" ? "citer" : `${event.contextId} ${event.polarityState}`,
    );
  expect((await told()).sort()).toEqual(
    ["citer", "citer", "citer", `${agreed.contextId} agreed`, `${contested.contextId} contested`].sort(),
  );
  await setHidden(db, contested, "not a citation");
  expect(await told()).not.toContain(`${contested.contextId} contested`);
  await setHidden(db, { ...agreed, contextId: null }, "not a citation");
  expect(await told()).not.toContain(`${agreed.contextId} agreed`);
});

test("the feed holds the newest and no more than was asked for", async ({ db, hubId }) => {
  await db.execute(sql`update import_run set ran_at = now() - interval '1 day'`);
  const events = await listFeedEvents(db, hubId, 2);
  expect(events).toHaveLength(2);
  expect(events[0]?.at).toBeInstanceOf(Date);
});

test("the sitemap names published hubs and the papers that cite them, each in one part", async ({
  db,
  targets,
  hubId,
}) => {
  await db.execute(sql`update hub set status = 'hidden' where slug = 'noise'`);
  const { hubs, citers } = await listSitemapParts(db);
  const slugs = (await Promise.all(hubs.map((part) => listSlugsOfPart(db, part)))).flat();
  const numbers = (await Promise.all(citers.map((part) => listCitersOfPart(db, part)))).flat();
  expect(slugs).toEqual(["keepers"]);
  const expected = targets.filter((target) => target.hubId === hubId).map((target) => target.workId);
  expect(numbers).toEqual([...new Set(expected)].sort((a, b) => a - b));
  expect(await listSlugsOfPart(db, 999_999_999)).toEqual([]);
});
