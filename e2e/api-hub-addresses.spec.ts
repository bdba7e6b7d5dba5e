import type { APIRequestContext } from "@playwright/test";
import { listSentences } from "@/db/testing/sentences";
import { settleHub } from "@/db/testing/settle-hub";
import { ApiClient } from "./api-client";
import { expect, test } from "./fixtures";
import { withSiteDb } from "./people";
import { addVotableHub } from "./votable-hub";

const UNSEEN = "lamps-out-of-the-api";
const OLD = "lamps-at-an-old-address";
const MOVED = "lamps-at-a-new-address";

test.beforeAll(async () => {
  for (const slug of [UNSEEN, OLD]) await addVotableHub(slug, 3);
});

const settle = (slug: string, act: Parameters<typeof settleHub>[2]) =>
  withSiteDb((db) => settleHub(db, slug, act));

const sentenceOf = (slug: string) =>
  withSiteDb(async (db) => {
    const [sentence] = await listSentences(db, slug, 1);
    if (!sentence) throw new Error(`There is no sentence in ${slug}.`);
    return sentence;
  });

/** Every address that the document describes below that of a hub. */
async function addressesOf(api: ApiClient, slug: string, citer: number): Promise<string[]> {
  const { paths } = await api.document();
  const below = Object.keys(paths).filter((path) => path.includes("{slug}"));
  expect(below.length).toBeGreaterThan(5);
  return below.map((path) => path.replace("{slug}", slug).replace("{citer}", String(citer)));
}

const answerOf = async (request: APIRequestContext, path: string) => {
  const answer = await request.get(`/api/v1${path}`, { maxRedirects: 0 });
  const { pathname, search } = new URL(answer.headers().location ?? "", answer.url());
  return { status: answer.status(), leadsTo: `${pathname}${search}`, text: await answer.text() };
};

test("a hidden hub is in no answer of the API, and in all of them again once it is published", async ({
  request,
}) => {
  const api = new ApiClient(request);
  const { workId, contextId } = await sentenceOf(UNSEEN);
  const addresses = [...(await addressesOf(api, UNSEEN, workId)), `/contexts/${contextId}`];
  const lists = [
    "/hubs?limit=200",
    `/search?q=${UNSEEN}&kind=hubs`,
    `/search?q=${UNSEEN}&kind=citers`,
    "/search?q=speaks&kind=sentences&limit=200",
  ];
  const naming = async () =>
    (await Promise.all(lists.map((path) => answerOf(request, path)))).map(({ text }) =>
      text.includes(`/${UNSEEN}`),
    );

  for (const address of addresses) await api.get(address);
  expect(await naming()).toEqual([true, true, true, true]);

  await settle(UNSEEN, "hide");
  for (const address of addresses) await api.problem(address, 404, "not-found");
  expect(await naming()).toEqual([false, false, false, false]);

  await settle(UNSEEN, "publish");
  for (const address of addresses) await api.get(address);
});

test("an old address of a hub leads to the new one on every route of the API, with what was asked", async ({
  request,
}) => {
  const api = new ApiClient(request);
  const { workId } = await sentenceOf(OLD);
  const old = await addressesOf(api, OLD, workId);
  await settle(OLD, { rename: MOVED });
  for (const address of old) {
    const now = address.replace(OLD, MOVED);
    const { status, leadsTo, text } = await answerOf(request, address);
    expect([status, leadsTo, text], address).toEqual([308, `/api/v1${now}`, ""]);
    await api.get(now);
  }
  const query = "?q=pencil+year%3A2002..&limit=2";
  for (const list of ["citers", "contexts"]) {
    const { status, leadsTo } = await answerOf(request, `/hubs/${OLD}/${list}${query}`);
    expect([status, leadsTo]).toEqual([308, `/api/v1/hubs/${MOVED}/${list}${query}`]);
  }

  // One who has moved and is hidden then is not there either, and the old address does not tell the new one.
  await settle(MOVED, "hide");
  for (const address of old) await api.problem(address, 404, "not-found");
});
