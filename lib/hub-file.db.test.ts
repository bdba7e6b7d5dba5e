import { readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect } from "vitest";
import type { Connection } from "@/db/client";
import { addContext } from "@/db/commands/add-context";
import { runImport } from "@/db/commands/import/run-import";
import { writeSummary } from "@/db/commands/write-summary";
import { anyFile } from "@/db/testing/any-file";
import { test } from "@/db/testing/fixtures";
import { SLUG } from "@/db/testing/lighthouses";
import { addPerson } from "@/db/testing/people";
import { hasRealData, listReal, NO_REAL_DATA, readReal } from "@/db/testing/real-data";
import { rowVersionsOf } from "@/db/testing/snapshot";
import { takeRecords } from "@/db/testing/take-records";
import { undone } from "@/db/testing/undone";
import { addVotableHubs, vote } from "@/db/testing/votable";
import type { ExportFormat } from "./export/formats";
import { hubFile } from "./hub-file";
import { formatByName } from "./import/formats";
import { placeListed } from "./import/place-listed";

const SITE = "https://spokes.example.org";

async function exported(
  { db }: Connection,
  slug: string,
  format: ExportFormat = "spokes",
  matches: Parameters<typeof hubFile>[1]["matches"] = undefined,
): Promise<string> {
  let text = "";
  for await (const piece of hubFile(db, { slug, format, matches, site: SITE })) text += piece;
  return text;
}

async function* whole(text: string) {
  yield text;
}

function take(connection: Connection, text: string, name = "spokes") {
  const format = formatByName(name);
  if (!format) throw new Error(`there is no format ${name}`);
  const records = placeListed(format.parse(whole(text)), null);
  return runImport(connection, { fileName: "a file", format: name, records });
}

/** What votes and people leave in a file is no content of the hub, and numbers of pages are those of a site. */
const withoutVotes = (text: string) =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) =>
      JSON.parse(line, (key, value) =>
        ["votes", "page", "byHand", "confirmed"].includes(key) || isLabelOfCiter(key, value)
          ? undefined
          : value,
      ),
    );

/** A suggestion has a label too, and a hub has claims. */
const isLabelOfCiter = (key: string, value: unknown) =>
  (key === "label" && typeof value === "object") ||
  (key === "claims" && Array.isArray(value) && value.every((claim) => "verdict" in claim));

/** Takes an export into a database that knows nothing, and gives what comes out of it again. */
async function throughAnother(connection: Connection, text: string, slug: string) {
  let again = { spokes: "", jsonl: "" };
  await undone(connection, async (inside) => {
    const report = await take(inside, text);
    expect([...report.rejected, ...report.ambiguous, ...report.withheld]).toEqual([]);
    again = { spokes: await exported(inside, slug), jsonl: await exported(inside, slug, "jsonl") };
  });
  return again;
}

/** Fails unless the export of a hub, taken in elsewhere and exported again, is the same, also as it is shown. */
async function expectSameAgain(connection: Connection, fill: (inside: Connection) => Promise<string>) {
  let first = { spokes: "", jsonl: "", slug: "" };
  await undone(connection, async (inside) => {
    const slug = await fill(inside);
    first = { slug, spokes: await exported(inside, slug), jsonl: await exported(inside, slug, "jsonl") };
  });
  const again = await throughAnother(connection, first.spokes, first.slug);
  expect(withoutVotes(again.spokes)).toEqual(withoutVotes(first.spokes));
  expect(withoutVotes(again.jsonl)).toEqual(withoutVotes(first.jsonl));
  return { first, again };
}

const demonstration = (name: string) =>
  readFileSync(path.join(import.meta.dirname, `../db/seed/${name}.jsonl`), "utf8");

describe("an export in the interchange format, taken in elsewhere and exported again, is the same", () => {
  test.for([
    ["demonstration", "demonstration"],
    ["carbon-emissions", "carbon-emissions-and-large-neural-network-training"],
  ] as const)("to the byte for the hub of %s", async ([file, slug], { connection }) => {
    const { first, again } = await expectSameAgain(connection, async (inside) => {
      await take(inside, demonstration(file));
      return slug;
    });
    expect(again.spokes).toBe(first.spokes);
    expect(first.spokes.split("\n").length).toBeGreaterThan(50);
  });

  test("whatever files the hub came from, one after the other", async ({ connection }) => {
    await fc.assert(
      fc.asyncProperty(anyFile, anyFile, async (one, other) => {
        await expectSameAgain(connection, async (inside) => {
          await takeRecords(inside, one);
          await takeRecords(inside, other);
          return SLUG;
        });
      }),
      { numRuns: 10 },
    );
  });
});

describe("what goes along and what stays", () => {
  test("votes are told counted, taken in nowhere, and remarked on once", async ({ connection }) => {
    const { first, again } = await expectSameAgain(connection, async (inside) => {
      const targets = await addVotableHubs(inside, { keepers: 4, noise: 2 });
      for (const [index, target] of targets.slice(0, 4).entries()) {
        await vote(inside.db, await addPerson(inside.db, { handle: `quill${index}` }), target, {
          claims: [{ number: 1, verdict: "supporting" }],
        });
      }
      return "keepers";
    });
    expect(first.spokes).toContain('"votes":{"votes":1,');
    expect(first.spokes).toContain('"label":{"state":"labelled"');
    expect(first.spokes).not.toContain("quill");
    expect(again.spokes).not.toMatch(/"votes"|"label":\{/u);
    await undone(connection, async (inside) => {
      const { warnings } = await take(inside, first.spokes);
      expect(warnings).toEqual([
        { where: "the file", message: expect.stringMatching(/^4 labels by votes are for reading/u) },
      ]);
      const { rows } = await inside.db.execute(sql`select id from vote union all select id from target`);
      expect(rows).toEqual([]);
    });
  });

  test("sentences added by hand, an admin's summary and the order of claims go along; whose they are does not", async ({
    connection,
  }) => {
    const { first } = await expectSameAgain(connection, async (inside) => {
      const [target] = await addVotableHubs(inside, { keepers: 3, noise: 2 });
      if (!target) throw new Error("there is no target");
      const userId = await addPerson(inside.db, { handle: "quillfeather", role: "admin" });
      await addContext(inside.db, {
        ...target,
        userId,
        text: "A sentence that somebody read [7].",
        before: "",
        after: "",
        section: "2",
        marker: "[7]",
        readIn: "the printed volume",
        address: "",
      });
      const summary = "It counts the keepers of three lights in one winter.";
      await writeSummary(inside.db, { workId: target.workId, byUserId: userId, address: "", summary });
      await inside.db.execute(sql`update claim set place = 3 where number = 1`);
      return "keepers";
    });
    expect(first.spokes).toContain('"readIn":"the printed volume"');
    expect(first.spokes).toContain(
      '"summary":"It counts the keepers of three lights in one winter.","source":"site-admin"',
    );
    expect(first.spokes).toContain('"place":1');
    expect(first.spokes).not.toContain("quillfeather");
  });

  test("what is hidden, retired or withheld stays", async ({ connection }) => {
    const { first } = await expectSameAgain(connection, async (inside) => {
      await addVotableHubs(inside, { keepers: 4, noise: 2 }, [
        {
          kind: "work",
          key: "keepers.3",
          identifiers: [{ scheme: "doi", value: "10.5555/keepers.3" }],
          fields: { summary: "This summary breaks off in the mid", note: "A remark." },
          source: "careless",
        },
        { kind: "reference", citing: "keepers.1", cited: "noise.0" },
        { kind: "reference", citing: "keepers.2", cited: "noise.1" },
      ]);
      await inside.db.execute(sql`update claim set retired_at = now() where number = 2`);
      await inside.db.execute(sql`update citation set hidden_reason = 'wrong'
        where work_id = (select work_id from work_identifier where value = '10.5555/keepers.1')`);
      await inside.db.execute(
        sql`update citation_context set hidden_reason = 'wrong' where text like 'Sentence 0 of paper 2%'`,
      );
      return "keepers";
    });
    for (const hidden of [
      "in the mid",
      "Keepers sleep by day",
      "keepers.1",
      "noise.0",
      "Sentence 0 of paper 2",
    ])
      expect(first.spokes).not.toContain(hidden);
    expect(first.spokes).toContain("noise.1");
    expect(first.spokes).toContain("A remark.");
  });

  test("a file of a view holds its papers and what they cite, and no others", async ({ connection }) => {
    await addVotableHubs(connection, { keepers: 4, noise: 2 }, [
      { kind: "reference", citing: "keepers.1", cited: "noise.0" },
      { kind: "reference", citing: "keepers.2", cited: "noise.1" },
    ]);
    const text = await exported(connection, "keepers", "spokes", sql`citation.year = 2002`);
    const entries = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(entries.map(({ type, id, work }) => [type, id ?? work])).toEqual([
      ["spokes", undefined],
      ["work", "doi/10.5555/keepers.hub"],
      ["hub", "doi/10.5555/keepers.hub"],
      ["work", "doi/10.5555/keepers.1"],
      ["citation", "doi/10.5555/keepers.1"],
      ["work", "doi/10.5555/noise.0"],
    ]);
  });

  test("taken in where it came from, it changes nothing", async ({ connection }) => {
    await take(connection, demonstration("demonstration"));
    const before = await rowVersionsOf(connection.db);
    await take(connection, await exported(connection, "demonstration"));
    expect(await rowVersionsOf(connection.db)).toEqual(before);
  });

  test("there is nothing for an address without a published hub", async ({ connection }) => {
    expect(await exported(connection, "nothing")).toBe("");
  });
});

const ATHAR = "labelled/athar_context_hubs";

interface AtharHub {
  id: string;
  title: string;
  authors: string[];
  citing: {
    id: string;
    title: string | null;
    authors: string[];
    contexts: {
      sentence: number;
      kind: string;
      polarity: string;
      text: string;
      before: string;
      after: string;
    }[];
  }[];
}

/** A labelled hub as an interchange file; seven of its citing papers have no title. */
function atharAsSpokes(hub: AtharHub): string {
  return [
    { type: "spokes", version: 1, source: "athar" },
    {
      type: "hub",
      slug: hub.id.toLowerCase(),
      work: { title: hub.title, authors: hub.authors, identifiers: [`acl:${hub.id}`] },
    },
    ...hub.citing.map((citing, index) => ({
      type: "citation",
      hub: `acl:${hub.id}`,
      work:
        citing.title === null
          ? { id: `untitled ${hub.id} ${index}` }
          : { title: citing.title, authors: citing.authors, identifiers: [`acl:${citing.id}`] },
      contexts: citing.contexts.map(({ sentence, kind, polarity, text, before, after }) => ({
        text,
        before,
        after,
        position: sentence,
        implicit: kind === "implicit",
        suggestions: [{ label: polarity }],
      })),
    })),
  ]
    .map((line) => JSON.stringify(line))
    .join("\n");
}

describe.skipIf(!hasRealData)(`real hubs${hasRealData ? "" : ` (skipped: ${NO_REAL_DATA})`}`, () => {
  test("eight labelled hubs with 1,808 sentences are the same again", async ({ connection }) => {
    for (const file of listReal(ATHAR)) {
      const hub = JSON.parse(readReal(`${ATHAR}/${file}`)) as AtharHub;
      const { first, again } = await expectSameAgain(connection, async (inside) => {
        await take(inside, atharAsSpokes(hub));
        return hub.id.toLowerCase();
      });
      expect(again.spokes).toBe(first.spokes);
    }
  });

  test("a saved page beside the demonstration's facts of the same hub is the same again", async ({
    connection,
  }) => {
    const { first, again } = await expectSameAgain(connection, async (inside) => {
      await take(inside, readReal("pith/carbon-emissions-hub.txt"), "pith-text");
      await take(inside, demonstration("carbon-emissions"));
      return "carbon-emissions-and-large-neural-network-training";
    });
    expect(again.spokes).toBe(first.spokes);
  });
});
