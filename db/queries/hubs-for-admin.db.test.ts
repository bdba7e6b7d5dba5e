import { expect } from "vitest";
import { editClaim } from "@/db/commands/edit-claims";
import { hideHub } from "@/db/commands/publish-hub";
import { renameHub } from "@/db/commands/rename-hub";
import { retireClaim } from "@/db/commands/retire-claim";
import { writeSummary } from "@/db/commands/write-summary";
import { test } from "@/db/testing/administered";
import { addPerson } from "@/db/testing/people";
import { listSentences } from "@/db/testing/sentences";
import { vote } from "@/db/testing/votable";
import {
  getHubForAdmin,
  listClaimsForAdmin,
  listClaimVersions,
  listHubsForAdmin,
  listOldSlugs,
} from "./hubs-for-admin";
import { getSummariesOf, listHubsOfWork } from "./summaries";

const EVERY = { words: "", shown: "all", after: null, limit: 10 } as const;

test("an admin's list holds hidden hubs too, is searched by title and address, and read page by page", async ({
  db,
  world: { act, hubId },
}) => {
  await hideHub(db, { ...act, reason: "Not yet." });
  const slugs = async (wanted: Partial<Parameters<typeof listHubsForAdmin>[1]>) =>
    (await listHubsForAdmin(db, { ...EVERY, ...wanted })).hubs.map(({ slug }) => slug);
  expect(await slugs({})).toEqual(["keepers", "noise"]);
  expect(await slugs({ shown: "hidden" })).toEqual(["keepers"]);
  expect(await slugs({ shown: "published" })).toEqual(["noise"]);
  expect(await slugs({ words: "NOIS" })).toEqual(["noise"]);
  expect(await slugs({ words: "%" })).toEqual([]);
  const first = await listHubsForAdmin(db, { ...EVERY, limit: 1 });
  expect(first.next).toEqual({ citers: 4, id: hubId });
  expect(await slugs({ after: first.next })).toEqual(["noise"]);
  expect(await getHubForAdmin(db, "keepers")).toMatchObject({ id: hubId, status: "hidden", citers: 4 });
  expect(await getHubForAdmin(db, "nowhere")).toBeNull();
});

test("claims come in the order of the list with the votes on each, and retired ones last", async ({
  db,
  world: { act, hubId, noiseId },
}) => {
  const claims = [{ number: 1, verdict: "neutral" as const }];
  for (const slug of ["keepers", "noise"])
    for (const sentence of await listSentences(db, slug, 2))
      await vote(db, await addPerson(db), sentence, { claims });
  await retireClaim(db, { ...act, number: 1 });
  const brief = async (id: number) =>
    (await listClaimsForAdmin(db, id)).map(({ number, retired, votes }) => [number, retired, votes]);
  expect(await brief(hubId)).toEqual([
    [2, false, 0],
    [1, true, 2],
  ]);
  expect(await brief(noiseId)).toEqual([
    [1, false, 2],
    [2, false, 0],
  ]);
});

test("the versions of a claim and the old addresses of a hub come latest first", async ({
  db,
  world: { act, hubId, noiseId },
}) => {
  await editClaim(db, { ...act, number: 1, version: 1, words: { text: "Lamps glow.", quote: null } });
  const versions = await listClaimVersions(db, hubId, 1);
  expect(versions.map(({ version, text }) => [version, text])).toEqual([
    [2, "Lamps glow."],
    [1, "Lamps burn longer in the cold."],
  ]);
  expect(versions.map(({ by }) => by === null)).toEqual([false, true]);
  await renameHub(db, { ...act, slug: "lights" });
  expect(await listOldSlugs(db, hubId)).toEqual(["keepers"]);
  expect(await listOldSlugs(db, noiseId)).toEqual([]);
});

test("a work comes with the summaries that were given of it, and with the hubs that it cites", async ({
  db,
  world: { act },
}) => {
  const [sentence] = await listSentences(db, "keepers", 1);
  const workId = sentence?.workId ?? 0;
  expect(await getSummariesOf(db, workId)).toMatchObject({ own: "", said: [] });
  const summary = "It counts the keepers of forty lights.";
  await writeSummary(db, { ...act, workId, summary });
  expect(await getSummariesOf(db, workId)).toMatchObject({
    own: summary,
    summary,
    said: [{ source: "admin", text: summary, problem: null }],
  });
  expect((await listHubsOfWork(db, workId)).map(({ slug }) => slug)).toEqual(["keepers"]);
  expect(await getSummariesOf(db, 2 ** 40)).toBeNull();
});
