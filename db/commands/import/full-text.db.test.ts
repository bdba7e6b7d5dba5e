import { expect } from "vitest";
import { test } from "@/db/testing/fixtures";
import { doi, hub, LIGHTHOUSES, NOISE, SLUG, titlesOf, work } from "@/db/testing/lighthouses";
import { takeRecords } from "@/db/testing/take-records";
import type { Placed } from "@/lib/import/record";

const TEXT = "The coast is lit [1, 2].";

/** What a full text says of one entry of its reference list. */
const cites = (cited: string): Placed[] => [
  { kind: "reference", citing: "paper", cited },
  { kind: "citation", hub: cited, citing: "paper", ifHub: true },
  { kind: "context", hub: cited, citing: "paper", text: TEXT, position: 3, source: "jats", ifHub: true },
];

const BIOMETRY = { title: "Biometry", published: "1995", authors: [{ name: "R Sokal", family: "Sokal" }] };

const FULL_TEXT: Placed[] = [
  work("paper", { title: "A coast lit by many lamps" }, doi("10.5555/coast")),
  LIGHTHOUSES,
  work("other", BIOMETRY),
  ...cites("hub"),
  ...cites("other"),
];

test("a full text gives citations and sentences for the hubs among its references, and says nothing of the others", async ({
  connection,
}) => {
  await takeRecords(connection, [...NOISE, LIGHTHOUSES, hub("hub")]);
  const report = await takeRecords(connection, FULL_TEXT);
  expect(report.rejected).toEqual([]);
  expect(report.hubs).toEqual([]);
  expect([report.citations.created, report.contexts.created, report.references.created]).toEqual([1, 1, 2]);
  expect(await titlesOf(connection.db, SLUG)).toEqual(["A coast lit by many lamps"]);
});

test("a full text that comes again changes nothing, though it cites a work with a short title", async ({
  connection,
}) => {
  await takeRecords(connection, [...NOISE, LIGHTHOUSES, hub("hub")]);
  await takeRecords(connection, FULL_TEXT);
  const again = await takeRecords(connection, FULL_TEXT);
  const created = [again.works, again.citations, again.contexts, again.references].map(
    (tally) => tally.created,
  );
  expect(created).toEqual([0, 0, 0, 0]);
});
