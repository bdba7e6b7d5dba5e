import { expect } from "vitest";
import { test } from "@/db/testing/fixtures";
import { takeRecords } from "@/db/testing/take-records";
import type { ImportRecord } from "@/lib/import/record";
import { listSources } from "./sources";

test("every source is named once, with all that it supplied", async ({ connection }) => {
  expect(await listSources(connection.db)).toEqual([]);
  const work = (key: string, source: string): ImportRecord => ({
    kind: "work",
    key,
    fields: { title: `The work called ${key}` },
    identifiers: [{ scheme: "doi", value: `10.5555/${key}` }],
    source,
  });
  await takeRecords(connection, [
    work("hub", "openalex"),
    work("one", "openalex"),
    { kind: "hub", work: "hub", slug: "hub" },
    { kind: "citation", hub: "hub", citing: "one" },
    { kind: "context", hub: "hub", citing: "one", text: "It holds.", position: 1, source: "openalex" },
    {
      kind: "suggestion",
      hub: "hub",
      citing: "one",
      contextText: "It holds.",
      contextPosition: 1,
      original: "positive",
      polarity: "supporting",
      source: "a-model",
    },
  ]);
  expect(await listSources(connection.db)).toEqual([
    { source: "a-model", supplies: ["suggested labels"] },
    { source: "openalex", supplies: ["bibliographic data", "sentences"] },
  ]);
});
