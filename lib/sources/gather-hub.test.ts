import { afterEach, describe, expect, test } from "vitest";
import type { Identifier } from "@/lib/citation/identifiers";
import type { Placed } from "@/lib/import/record";
import { gatherHub } from "./gather-hub";
import { guardedFetch } from "./guarded-fetch";
import { openServices } from "./open-services";
import {
  atomOf,
  HUB_DOI,
  type Invented,
  inventedServices,
  openAlexWork,
  paper,
} from "./testing/invented-services";
import { type ReplayServer, startReplay } from "./testing/replay-server";
import { stillClock } from "./testing/still-clock";

let server: ReplayServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const SMALL: Invented = {
  openAlex: [11, 12, 13],
  semanticScholar: [12, 13, 14],
  counted: { openAlex: 3, semanticScholar: 3, crossref: 2 },
};

const HUB: Identifier = { scheme: "doi", value: HUB_DOI };

async function gather(
  invented: Partial<Invented>,
  {
    id = HUB,
    mostCiters,
    key,
    bytes = 1024 * 1024,
  }: { id?: Identifier; mostCiters?: number; key?: string; bytes?: number } = {},
) {
  server = await startReplay(inventedServices({ ...SMALL, ...invented }));
  const services = openServices(
    {
      OPENALEX_URL: `${server.base}/openalex`,
      OPENALEX_KEY: key,
      SEMANTIC_SCHOLAR_URL: `${server.base}/s2`,
      SEMANTIC_SCHOLAR_KEY: "s2-key",
      CROSSREF_URL: `${server.base}/crossref`,
      ARXIV_URL: `${server.base}/arxiv`,
      CONTACT: "ada@example.org",
    },
    {
      fetch: guardedFetch({ allowLoopback: true }),
      clock: stillClock(),
      stop: new AbortController().signal,
      limits: { timeout: 300, bytes },
    },
  );
  const { records, outcomes } = gatherHub(id, services, { mostCiters });
  const gathered: Placed[] = [];
  for await (const record of records) gathered.push(record);
  return { gathered, outcomes, asked: server.asked };
}

type Kind<K extends Placed["kind"]> = Extract<Placed, { kind: K }>;
const ofKind = <K extends Placed["kind"]>(records: readonly Placed[], kind: K) =>
  records.filter((record): record is Kind<K> => record.kind === kind);

const citersOf = (records: readonly Placed[]) =>
  ofKind(records, "citation").flatMap(({ hub, citing }) => (hub === "hub" ? [citing] : []));

const outcomeOf = <Outcome extends { source: string }>(outcomes: readonly Outcome[], source: string) =>
  outcomes.find((outcome) => outcome.source === source);

const remarksIn = (records: readonly Placed[]) =>
  ofKind(records, "warning").map(({ where, message }) => `${where}: ${message}`);

describe("a hub that all services know", () => {
  test("is one work of which each service says what it knows", async () => {
    const { gathered } = await gather({});
    const said = ofKind(gathered, "work").filter(({ key }) => key === "hub");
    expect(said.map(({ source }) => source)).toEqual(["openalex", "semantic-scholar", "crossref"]);
    expect(said[1]?.fields.summary).toBe("Lamps are kept by people who stay awake.");
    expect(said[2]?.fields.notices?.map(({ kind }) => kind)).toEqual(["corrected"]);
    expect(ofKind(gathered, "hub")).toEqual([{ kind: "hub", work: "hub" }]);
  });

  test("gets its citers from two services, sentences and what they are for from one", async () => {
    const { gathered } = await gather({});
    expect(citersOf(gathered)).toHaveLength(6);
    expect(new Set(citersOf(gathered)).size).toBe(6);
    expect(ofKind(gathered, "context").map(({ text, source }) => [text, source])[0]).toEqual([
      "We trim the wick as in [12].",
      "semantic-scholar",
    ]);
    expect(ofKind(gathered, "suggestion").every(({ role }) => role === "method")).toBe(true);
  });

  test("gets its references, those of its citers, and the names of what they cite together", async () => {
    const { gathered } = await gather({});
    const pairs = ofKind(gathered, "reference").map(({ citing, cited }) => `${citing} ${cited}`);
    expect(pairs).toContain("hub openalex:W901");
    expect(pairs).toContain("hub doi:10.5555/wicks");
    expect(pairs).toContain("openalex:W11 openalex:W900");
    const named = ofKind(gathered, "work").filter(({ fields }) => fields.title?.startsWith("Wicks"));
    expect(named.map(({ key }) => key)).toEqual(["openalex:W901", "openalex:W900"]);
  });

  test("learns of its citers' notices from Crossref, and of no other work's", async () => {
    const { gathered } = await gather({});
    const noticed = ofKind(gathered, "work").filter(({ fields }) => fields.notices?.length);
    expect(noticed.map(({ key, source }) => `${key} ${source}`)).toEqual([
      "hub crossref",
      "doi:10.5555/w12 crossref",
    ]);
  });

  test("shows the services' counts side by side", async () => {
    const { gathered, outcomes } = await gather({
      counted: { openAlex: 812, semanticScholar: 790, crossref: 655 },
    });
    const counts = ofKind(gathered, "reported_count").map(({ source, axis, count }) => [source, axis, count]);
    expect(counts).toEqual([
      ["openalex", "citers", 812],
      ["semantic-scholar", "citers", 790],
      ["crossref", "citers", 655],
    ]);
    expect(outcomes.map(({ source, state, counted, listed }) => [source, state, counted, listed])).toEqual([
      ["openalex", "answered", 812, 3],
      ["semantic-scholar", "answered", 790, 3],
      ["crossref", "answered", 655, null],
      ["arxiv", "not_asked", null, null],
    ]);
    expect(remarksIn(gathered)).toEqual([
      "OpenAlex: it listed 3 of 812 citing papers.",
      "Semantic Scholar: it listed 3 of 790 citing papers.",
    ]);
  });

  test("is asked for with who asks, and each key goes to its own service alone", async () => {
    const { asked } = await gather({}, { key: "oa-key" });
    for (const { url, headers } of asked) {
      const service = url.pathname.split("/")[1];
      expect(headers["user-agent"]).toBe("Spokes (mailto:ada@example.org)");
      expect(url.searchParams.get("api_key")).toBe(service === "openalex" ? "oa-key" : null);
      expect(headers["x-api-key"]).toBe(service === "s2" ? "s2-key" : undefined);
    }
  });
});

describe("long lists", () => {
  const many = Array.from({ length: 250 }, (_, n) => n + 1000);

  test.each([
    ["by cursors with a key", "oa-key", ["*", "2", "3", "4"]],
    ["by numbers without one", undefined, ["1", "2", "3"]],
  ])("OpenAlex is paged %s", async (_, key, tokens) => {
    const { gathered, asked } = await gather({ openAlex: many, semanticScholar: [] }, { key });
    expect(citersOf(gathered)).toHaveLength(250);
    const pages = asked.filter(({ url }) => url.searchParams.get("filter") === "cites:W1");
    expect(pages.map(({ url }) => url.searchParams.get(key ? "cursor" : "page"))).toEqual(tokens);
  });

  test("Semantic Scholar is paged by offsets", async () => {
    const rows = Array.from({ length: 501 }, (_, n) => n + 1000);
    const { asked, outcomes } = await gather({ openAlex: [], semanticScholar: rows });
    const pages = asked.filter(({ url }) => url.pathname.endsWith("/citations"));
    expect(pages.map(({ url }) => url.searchParams.get("offset"))).toEqual(["0", "500"]);
    expect(outcomeOf(outcomes, "semantic-scholar")?.listed).toBe(501);
  });

  test("no more than the ceiling is taken, and it is told", async () => {
    const { gathered, outcomes } = await gather(
      { openAlex: many, semanticScholar: [], counted: { openAlex: 250, semanticScholar: 0, crossref: 0 } },
      { mostCiters: 120 },
    );
    expect(outcomeOf(outcomes, "openalex")).toMatchObject({ counted: 250, listed: 120 });
    expect(remarksIn(gathered)).toEqual([
      "OpenAlex: it listed 120 of 250 citing papers; no more than 120 are taken in.",
    ]);
  });
});

describe("a service that fails", () => {
  const failing = (service: string, reply: object | "hang" | "cut" | "flood") => ({
    instead: (name: string) => (name === service ? reply : undefined),
  });

  test.each([
    ["answers 500", { status: 500 }, "it answered with status 500 (4 attempts)"],
    [
      "asks to wait an hour",
      { status: 429, headers: { "retry-after": "3600" } },
      "it answered with status 429 and asks to wait 3,600 seconds; try again then.",
    ],
    ["cuts its JSON", { text: '{"id": "https://' }, "it sent JSON that cannot be read"],
    ["says nothing", "hang" as const, "it did not answer within 1 second (4 attempts)"],
    ["never ends", "flood" as const, "it sent an answer of more than 1,024 KiB"],
    [
      "leads elsewhere",
      { status: 302, headers: { location: "http://10.0.0.1/" } },
      "it redirects to 10.0.0.1",
    ],
    ["sends something else", { json: { hello: "world" } }, "it sent a work that cannot be read"],
  ])("and %s is named, and the others go in", async (_, reply, words) => {
    const { gathered, outcomes } = await gather(failing("openalex", reply));
    expect(outcomeOf(outcomes, "openalex")?.state).toBe("failed");
    expect(remarksIn(gathered).join()).toContain(`OpenAlex: ${words}`);
    expect(citersOf(gathered)).toHaveLength(3);
  });

  test("in the middle of its list keeps what it gave before", async () => {
    const { gathered, outcomes } = await gather({
      openAlex: Array.from({ length: 250 }, (_, n) => n + 1000),
      semanticScholar: [],
      instead: (_, url) => (url.searchParams.get("page") === "3" ? { status: 503 } : undefined),
    });
    expect(outcomeOf(outcomes, "openalex")).toMatchObject({ state: "failed", listed: 200 });
    expect(citersOf(gathered)).toHaveLength(200);
  });

  test("by sending one page for ever is stopped", async () => {
    const { outcomes } = await gather(
      {
        instead: (_, url) =>
          url.searchParams.get("filter") === "cites:W1"
            ? {
                json: {
                  meta: { next_cursor: String(Math.random()) },
                  results: [openAlexWork(11), openAlexWork(12)],
                },
              }
            : undefined,
      },
      { key: "oa-key" },
    );
    expect(outcomeOf(outcomes, "openalex")).toMatchObject({
      state: "failed",
      listed: 2,
      failure: "sends the same page again and again",
    });
  });

  test("to show a reference list gives its citers all the same", async () => {
    const { gathered, outcomes } = await gather({
      instead: (_, url) =>
        url.pathname.endsWith("/references") ? { json: { offset: 0, data: null } } : undefined,
    });
    expect(outcomeOf(outcomes, "semantic-scholar")).toMatchObject({ state: "answered", listed: 3 });
    expect(remarksIn(gathered).join()).toContain("the hub's references are missing");
  });

  test("like all others leaves nothing, and each reason is told", async () => {
    const nothing = gather({ instead: (name) => (name === "s2" ? { status: 500 } : { status: 404 }) });
    await expect(nothing).rejects.toThrow(
      `nothing can be had of doi:${HUB_DOI}: OpenAlex does not know it; ` +
        "Semantic Scholar answered with status 500 (4 attempts); Crossref does not know it.",
    );
  });
});

describe("identifiers", () => {
  test("that one service gives are what the next one is asked by", async () => {
    const { asked, outcomes } = await gather({}, { id: { scheme: "openalex", value: "W1" } });
    expect(outcomes.map(({ state }) => state)).toEqual(["answered", "answered", "answered", "not_asked"]);
    expect(
      asked.some(({ url }) => url.pathname.includes("W1") && !url.pathname.startsWith("/openalex")),
    ).toBe(false);
  });

  test("that a service answers with another one are told", async () => {
    const { gathered } = await gather({
      instead: (_, url) =>
        url.pathname === `/crossref/works/${HUB_DOI}`
          ? { json: { message: { DOI: "10.5555/reprint", title: ["How lamps are kept"] } } }
          : undefined,
    });
    expect(remarksIn(gathered)).toContain(
      `Crossref: asked for doi:${HUB_DOI}, it answers with doi:10.5555/reprint; they are taken for one work.`,
    );
  });

  test("of arXiv bring what arXiv says, of the hub and of citers without an abstract", async () => {
    const { gathered, asked } = await gather({
      semanticScholar: [14],
      instead: (name, url) => {
        const ids = url.searchParams.get("id_list");
        if (name === "arxiv")
          return {
            text:
              ids === "2001.00014" ? atomOf("2001.00014", "Lamps from afar") : atomOf("1901.00001", "Lamps"),
          };
        if (url.pathname.endsWith("/citations"))
          return {
            json: {
              offset: 0,
              data: [{ contexts: null, citingPaper: paper(14, { externalIds: { ArXiv: "2001.00014" } }) }],
            },
          };
        return url.pathname.startsWith("/s2/paper/DOI:")
          ? { json: paper(1, { externalIds: { DOI: HUB_DOI, ArXiv: "1901.00001" } }) }
          : undefined;
      },
    });
    expect(asked.flatMap(({ url }) => url.searchParams.get("id_list") ?? [])).toEqual([
      "1901.00001",
      "2001.00014",
    ]);
    const said = ofKind(gathered, "work").filter(({ source }) => source === "arxiv");
    expect(said.map(({ key, fields }) => `${key} ${fields.title}`)).toEqual([
      "hub Lamps",
      "arxiv:2001.00014 Lamps from afar",
    ]);
  });
});
