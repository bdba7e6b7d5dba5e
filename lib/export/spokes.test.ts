import { describe, expect, test } from "vitest";
import { parseSpokes } from "@/lib/import/spokes";
import { CitationEntry, Header, HubEntry, WorkEntry } from "@/lib/import/spokes-schema";
import { collect, ofKind } from "@/lib/import/testing/read-text";
import { spokesFile } from "./spokes";
import { type RecordedWork, spokesWork } from "./spokes-work";
import { GRAVEL, streamOf, textOf } from "./testing/citers";

const digest = (text: string) => String(text.length);
const record = (id: number, source: string, fields: RecordedWork["records"][number]["fields"]) => ({
  id,
  source,
  fields,
  identifiers: [],
  titleKey: null,
});

const WHEELS = spokesWork(
  { title: "Wheels", identifiers: [{ scheme: "doi", value: "10.5555/wheels" }], records: [] },
  digest,
);

test("every line is one that the format knows, votes too", async () => {
  const text = await textOf(
    spokesFile({
      hub: {
        work: WHEELS,
        slug: "wheels",
        demonstration: true,
        claims: [
          { number: 2, text: "Round wheels wear least." },
          { number: 1, text: "Roads wear.", quote: "Roads wear" },
        ],
        reported: [{ axis: "citers", value: "all", count: 12, source: "wheel-index" }],
      },
      citers: streamOf({
        ...GRAVEL,
        work: { id: "doi/10.5555/gravel", lines: [] },
        references: ["doi/10.5555/sand"],
      }),
      cited: streamOf({
        id: "doi/10.5555/sand",
        lines: [{ type: "work", id: "doi/10.5555/sand", title: "Sand" }],
      }),
      note: "From a test.",
    }),
  );
  const [header, hubWork, hub, citation, sand, ...more] = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(more).toEqual([]);
  Header.parse(header);
  WorkEntry.parse(hubWork);
  WorkEntry.parse(sand);
  expect(HubEntry.parse(hub).claims?.map(({ number, place }) => [number, place])).toEqual([
    [2, 1],
    [1, 2],
  ]);
  expect(CitationEntry.parse(citation)).toMatchObject({
    contexts: [{ votes: { votes: 3, role: { state: "contested" } } }],
    label: { claims: [{ number: 2, verdict: "contrasting" }] },
  });
});

describe("a work", () => {
  test("has one line for each thing that was said of it, the latest last, each said once", () => {
    const { lines } = spokesWork(
      {
        title: "Gravel",
        identifiers: [],
        records: [
          record(3, "b", { title: "Gravel!" }),
          record(1, "a", { title: "Gravel" }),
          record(2, "a", { title: "Gravel, again" }),
          record(4, "a", { title: "Gravel" }),
        ],
      },
      digest,
    );
    expect(lines).toHaveLength(3);
    expect(lines).toMatchObject([
      { title: "Gravel, again", source: "a", sequence: 1 },
      { title: "Gravel!", source: "b", sequence: 2 },
      { title: "Gravel", source: "a", sequence: 3 },
    ]);
  });

  test("keeps from the file what is unfit to show, and what an admin wrote before or took back", () => {
    const fit = "Gravel slows wheels by a third of their speed.";
    const summaries = (...said: [source: string, summary: string][]) =>
      spokesWork(
        {
          title: "Gravel",
          identifiers: [{ scheme: "doi", value: "10.5555/g" }],
          records: said.map(([source, summary], id) => record(id, source, { summary })),
        },
        digest,
      ).lines.flatMap((line) => ("summary" in line ? [line.summary] : []));
    expect(summaries(["a", "Gravel slows wheels by a"], ["b", fit])).toEqual([fit]);
    expect(summaries(["admin", "Gravel is slow, and this was wrong."], ["admin", fit])).toEqual([fit]);
    expect(summaries(["admin", fit], ["admin", ""])).toEqual([]);
  });

  test("is called by its best identifier, by what an import called it, or by its content", () => {
    const idOf = (work: Partial<RecordedWork>) =>
      spokesWork({ title: null, identifiers: [], records: [], ...work }, digest).id;
    expect(idOf({ identifiers: [{ scheme: "arxiv", value: "2104.00001" }] })).toBe("arxiv/2104.00001");
    expect(idOf({ identifiers: [{ scheme: "doi", value: `10.5555/${"x".repeat(250)}` }] })).toMatch(
      /^work\//u,
    );
    const untitled = { ...record(1, "a", {}), titleKey: `untitled:${"0".repeat(32)}` };
    expect(idOf({ records: [untitled] })).toBe(`untitled/${"0".repeat(32)}`);
    expect(idOf({ title: "Gravel", records: [record(1, "a", { title: "Gravel" })] })).toMatch(/^work\/\d+$/u);
  });
});

test("what looks like a character reference is read as it was, and marks stay where they are", async () => {
  const [context] = GRAVEL.contexts;
  if (!context) throw new Error("The paper has no sentence.");
  const text = "We write &lt; for less, & cite [4].";
  const citers = streamOf({
    ...GRAVEL,
    contexts: [
      { ...context, text, before: "A &amp; B", section: "&copy;", markers: [{ start: 31, end: 34 }] },
    ],
    work: spokesWork(
      {
        title: "Gravel",
        identifiers: [],
        records: [
          record(1, "a", { title: "Gravel &amp; sand", venue: "R & D", authors: [{ name: "&para;" }] }),
        ],
      },
      digest,
    ),
    references: [],
  });
  const file = await textOf(
    spokesFile({
      hub: {
        work: WHEELS,
        slug: "wheels",
        demonstration: false,
        claims: [{ number: 1, text: "&#65; is A.", quote: "&#65;" }],
        reported: [],
      },
      citers,
      cited: streamOf(),
      note: "From a test.",
    }),
  );
  const parsed = await collect(parseSpokes(streamOf(file)));
  expect(ofKind(parsed, "work")).toContainEqual(
    expect.objectContaining({
      fields: { title: "Gravel &amp; sand", venue: "R & D", authors: [{ name: "&para;" }] },
    }),
  );
  expect(ofKind(parsed, "context")).toMatchObject([
    { text, before: "A &amp; B", section: "&copy;", markers: [{ start: 31, end: 34 }] },
  ]);
  expect(ofKind(parsed, "claim")).toMatchObject([{ text: "&#65; is A.", quote: "&#65;" }]);
});
