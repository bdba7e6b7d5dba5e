import { expect } from "vitest";
import { getCiter } from "@/db/queries/citer";
import { getHub, getNewSlug } from "@/db/queries/hub";
import { listHubs } from "@/db/queries/hubs";
import { listHubsToLabel } from "@/db/queries/queue";
import { getWaiting } from "@/db/queries/waiting";
import { lastAct } from "@/db/testing/acts";
import { test } from "@/db/testing/administered";
import { addPerson } from "@/db/testing/people";
import { differences } from "@/db/testing/recount";
import { listSentences } from "@/db/testing/sentences";
import { vote } from "@/db/testing/votable";
import { hideHub, publishHub } from "./publish-hub";
import { renameHub } from "./rename-hub";

const slugsOf = (hubs: readonly { slug: string }[]) => hubs.map(({ slug }) => slug).sort();

test("a hidden hub is gone from every page of readers, the other hub stays, and both are back once it is published", async ({
  db,
  world: { act },
}) => {
  const voter = await addPerson(db);
  const [sentence] = await listSentences(db, "keepers", 1);
  if (!sentence) throw new Error("no sentence");
  const listed = async () => slugsOf(await listHubs(db, { after: null, limit: 10 }));
  await hideHub(db, { ...act, reason: "It is being put in order." });
  expect(await getHub(db, "keepers")).toBeNull();
  expect(await listed()).toEqual(["noise"]);
  expect(slugsOf(await listHubsToLabel(db, voter))).toEqual(["noise"]);
  expect(await getCiter(db, sentence.workId)).toBeNull();
  await expect(vote(db, voter, sentence)).rejects.toThrow("is not public");
  expect(await lastAct(db)).toEqual({
    actorId: act.byUserId,
    action: "hub.hide",
    subject: `hub:${act.hubId}`,
    detail: { reason: "It is being put in order." },
    address: "192.0.2.1",
  });

  await publishHub(db, act);
  expect(await listed()).toEqual(["keepers", "noise"]);
  expect((await getCiter(db, sentence.workId))?.hubs.map(({ slug }) => slug)).toEqual(["keepers"]);
  await vote(db, voter, sentence);
  expect(await differences(db)).toEqual([]);
  expect(await lastAct(db)).toMatchObject({ action: "hub.publish", subject: `hub:${act.hubId}` });
});

test("what is contested on a hidden hub does not wait for an admin", async ({ db, world: { act } }) => {
  const [sentence] = await listSentences(db, "keepers", 1);
  if (!sentence) throw new Error("no sentence");
  await vote(db, await addPerson(db), sentence);
  await vote(db, await addPerson(db), sentence, { polarity: "contrasting" });
  expect((await getWaiting(db)).contested).toBe(1);
  await hideHub(db, { ...act, reason: "It is being put in order." });
  expect((await getWaiting(db)).contested).toBe(0);
});

test("a hub is hidden or published once, and an old address of a hidden one leads nowhere", async ({
  db,
  world: { act },
}) => {
  await expect(publishHub(db, act)).rejects.toThrow("published already");
  await renameHub(db, { ...act, slug: "keepers-of-lights" });
  await hideHub(db, { ...act, reason: "Wrong work." });
  await expect(hideHub(db, { ...act, reason: "Wrong work." })).rejects.toThrow("hidden already");
  expect(await getNewSlug(db, "keepers")).toBeNull();
  await expect(publishHub(db, { ...act, hubId: 2 ** 40 })).rejects.toThrow("no such hub");
});
