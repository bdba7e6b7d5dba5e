import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { hasRealData, NO_REAL_DATA, readReal, readRealBytes } from "@/db/testing/real-data";
import type { Placed } from "@/lib/import/record";
import { gatherHub } from "./gather-hub";
import { guardedFetch } from "./guarded-fetch";
import { openServices } from "./open-services";
import { type ReplayServer, type Reply, startReplay } from "./testing/replay-server";
import { stillClock } from "./testing/still-clock";
import { parseWorkId } from "./work-id";

let server: ReplayServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const S2_HUB = "2d5673caa9e6af3a7b82a43f19ee920992db07ad";

type Recorded = { url: string; status: number | string; body: { offset?: number; message?: object } };

const recorded = (file: string) => JSON.parse(readReal(`api/${file}`)) as Recorded[];

/** What all services together give when they answer as `reply` says. */
async function gather(text: string, reply: (url: URL) => Reply | undefined) {
  server = await startReplay(reply);
  const { base } = server;
  const id = parseWorkId(text);
  if (!id) throw new Error(`${text} names no work`);
  const services = openServices(
    {
      OPENALEX_URL: `${base}/openalex`,
      SEMANTIC_SCHOLAR_URL: `${base}/s2`,
      CROSSREF_URL: `${base}/crossref`,
      ARXIV_URL: `${base}/arxiv`,
    },
    {
      fetch: guardedFetch({ allowLoopback: true }),
      clock: stillClock(),
      stop: new AbortController().signal,
    },
  );
  const { records, outcomes } = gatherHub(id, services);
  const gathered: Placed[] = [];
  for await (const record of records) gathered.push(record);
  return { gathered, outcomes };
}

const citersIn = (records: readonly Placed[]) =>
  records.flatMap((record) => (record.kind === "citation" && record.hub === "hub" ? [record.citing] : []));

describe.skipIf(!hasRealData)(`recorded answers${hasRealData ? "" : ` (skipped: ${NO_REAL_DATA})`}`, () => {
  test("Semantic Scholar counts 10,059 citers of Turing's paper and lists 1,000, which is said", async () => {
    const packed = readRealBytes("api/semanticscholar/Paper_turing1950_1000_citations.json.gz");
    const { citations, references: _, ...paper } = JSON.parse(gunzipSync(packed).toString("utf8"));
    const { gathered, outcomes } = await gather("doi:10.1093/mind/LIX.236.433", (url) => {
      if (url.pathname === "/s2/paper/DOI:10.1093/mind/lix.236.433") return { json: paper };
      if (url.pathname !== `/s2/paper/${S2_HUB}/citations`) return undefined;
      const [offset, limit] = [Number(url.searchParams.get("offset")), Number(url.searchParams.get("limit"))];
      const data = citations.slice(offset, offset + limit).map((citingPaper: object) => ({ citingPaper }));
      const isMore = offset + limit < citations.length;
      return { json: { offset, ...(isMore && { next: offset + limit }), data } };
    });
    expect(outcomes[1]).toMatchObject({ counted: 10_059, listed: 1000 });
    expect(new Set(citersIn(gathered)).size).toBe(1000);
    expect(gathered).toContainEqual({
      kind: "warning",
      where: "Semantic Scholar",
      message: "it listed 1,000 of 10,059 citing papers.",
    });
    expect(gathered.filter(({ kind }) => kind === "rejected")).toEqual([]);
  });

  test("19 recorded pages give 1,881 citers, also the 8 without an identifier", async () => {
    const pages = recorded("semanticscholar/test_get_paper_citations.pages.json");
    const { gathered, outcomes } = await gather(`s2:${S2_HUB}`, (url) => {
      if (url.pathname === `/s2/paper/${S2_HUB}`) return { json: { paperId: S2_HUB, title: "A hub" } };
      const offset = Number(url.searchParams.get("offset"));
      return url.pathname.endsWith("/citations")
        ? { json: pages.find(({ body }) => body.offset === offset)?.body }
        : undefined;
    });
    expect(outcomes[1]).toMatchObject({ listed: 1881 });
    const citers = citersIn(gathered);
    expect(new Set(citers).size).toBe(1881);
    expect(citers.filter((key) => !key.startsWith("s2:"))).toHaveLength(8);
  });

  test("OpenAlex's recorded list gives five citers with their 298 references", async () => {
    const seed = JSON.parse(readReal("api/openalex/works_seed_W3046863325_W3045921891.json"));
    const list = readReal("api/openalex/works_cites_W3046863325_W3045921891.json");
    const { gathered, outcomes } = await gather("https://openalex.org/W3046863325", (url) => {
      if (url.pathname === "/openalex/works/W3046863325") return { json: seed.results[0] };
      if (url.searchParams.get("filter") === "cites:W3046863325") return { text: list };
      return url.pathname === "/openalex/works" ? { json: { meta: {}, results: [] } } : undefined;
    });
    expect(outcomes[0]).toMatchObject({ state: "answered", counted: 5, listed: 5 });
    const citers = new Set(citersIn(gathered));
    expect(citers.size).toBe(5);
    const references = gathered.filter((record) => record.kind === "reference" && citers.has(record.citing));
    expect(references).toHaveLength(58 + 35 + 69 + 42 + 94);
  });

  test("Crossref's recorded work brings its correction, arXiv's its abstract", async () => {
    const [answer] = recorded("crossref/test_works_with_one_id.pages.json");
    const { gathered } = await gather("doi:10.1371/journal.pone.0033693", (url) =>
      url.pathname === "/crossref/works/10.1371/journal.pone.0033693" ? { json: answer?.body } : undefined,
    );
    const hub = gathered.find((record) => record.kind === "work" && record.key === "hub");
    expect(hub).toMatchObject({ source: "crossref", fields: { notices: [{ kind: "corrected" }] } });
    await server?.close();
    const atom = readReal("api/arxiv/id_1605.08386_s0_m100_199195aa31ad.atom.xml");
    const paper = await gather("arxiv:1605.08386", (url) =>
      url.pathname === "/arxiv/query" ? { text: atom } : undefined,
    );
    expect(paper.gathered[0]).toMatchObject({ source: "arxiv", key: "hub" });
    expect(paper.outcomes.map(({ state }) => state)).toEqual(["unknown", "unknown", "not_asked", "answered"]);
  });

  test.each([
    ["an error", "id_abc_s0_m100_b79c8dcf6bc3.atom.xml"],
    ["an empty list", "id_0000.0000_s0_m100_8b51d9633a68.atom.xml"],
  ])("arXiv's %s is no paper", async (_, file) => {
    const nothing = gather("arxiv:1605.08386", (url) =>
      url.pathname === "/arxiv/query" ? { text: readReal(`api/arxiv/${file}`) } : undefined,
    );
    await expect(nothing).rejects.toThrow("arXiv does not know it");
  });
});
