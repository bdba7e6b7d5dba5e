import { expect } from "vitest";
import { test } from "@/db/testing/fixtures";
import { takeRecords } from "@/db/testing/take-records";
import type { ImportRecord } from "@/lib/import/record";
import { getHub } from "./hub";
import { getHubFigures } from "./hub-figures";

const SUGGESTED = [
  { role: "method", polarity: "neutral" },
  { role: "background" },
  { polarity: "contrasting" },
  {},
] as const;

/** A hub with one citer for each of the above; the first citer has a second role. */
function hubRecords(hub: string): ImportRecord[] {
  const work = (key: string): ImportRecord => ({
    kind: "work",
    key,
    fields: { title: `A title that belongs to ${key}` },
    identifiers: [{ scheme: "doi", value: `10.5555/${key}` }],
    source: "spokes",
  });
  const suggest = (citing: string, label: object, original: string) =>
    ({ kind: "suggestion", hub, citing, original, source: "model", ...label }) as const;
  return [
    work(hub),
    { kind: "hub", work: hub, slug: hub },
    ...SUGGESTED.flatMap((label, i): ImportRecord[] => [
      work(`${hub}.${i}`),
      { kind: "citation", hub, citing: `${hub}.${i}` },
      ...(Object.keys(label).length > 0 ? [suggest(`${hub}.${i}`, label, "first")] : []),
    ]),
    suggest(`${hub}.0`, { role: "baseline" }, "second"),
  ];
}

test("a citer with two roles counts once, one with a polarity alone has no role, and other hubs do not count", async ({
  connection,
}) => {
  await takeRecords(connection, [...hubRecords("hub"), ...hubRecords("noise")]);
  const hub = await getHub(connection.db, "hub");
  const { citers, suggested } = await getHubFigures(connection.db, hub?.id ?? 0);
  expect(citers).toBe(4);
  expect(suggested).toMatchObject({ labelled: 3, withRole: 2, withPolarity: 2 });
  expect(suggested.roles).toMatchObject({ method: 1, baseline: 1, background: 1, dataset: 0 });
  expect(suggested.polarities).toMatchObject({ neutral: 1, contrasting: 1, supporting: 0 });
});
