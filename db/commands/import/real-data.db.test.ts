import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Connection, Db } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { hasRealData, listReal, NO_REAL_DATA, readReal } from "@/db/testing/real-data";
import { rowVersionsOf } from "@/db/testing/snapshot";
import { type FORMAT_NAMES, formatByName } from "@/lib/import/formats";
import { placeListed } from "@/lib/import/place-listed";
import { runImport } from "./run-import";

async function* whole(text: string) {
  yield text;
}

function take(connection: Connection, name: (typeof FORMAT_NAMES)[number], text: string) {
  const format = formatByName(name);
  if (!format) throw new Error(`there is no format ${name}`);
  return runImport(connection, {
    fileName: "real",
    format: name,
    records: placeListed(format.parse(whole(text)), null),
  });
}

const asLines = (entries: readonly object[]) => entries.map((entry) => JSON.stringify(entry)).join("\n");

async function numberOf(db: Db, what: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await db.execute<{ n: number }>(sql`select count(*)::int as n from ${what}`);
  return rows[0]?.n ?? 0;
}

const PITH = "pith/carbon-emissions-hub.txt";
const SLUG = "carbon-emissions-and-large-neural-network-training";

type Fact = {
  title: string;
  arxiv_id: string | null;
  date: string | null;
  authors: string[];
  note: string | null;
};

/** The facts as an interchange file. */
function factsAsSpokes(): string {
  const hub = JSON.parse(readReal("carbon-emissions/hub.json")) as {
    title: string;
    arxiv_id: string;
    doi: string;
    authors: string[];
  };
  const facts = readReal("carbon-emissions/citing_facts.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Fact);
  return asLines([
    { type: "spokes", version: 1, source: "facts" },
    {
      type: "work",
      id: "hub",
      title: hub.title,
      authors: hub.authors,
      identifiers: [`arxiv:${hub.arxiv_id}`, `doi:${hub.doi}`],
      published: "2021",
    },
    { type: "hub", work: "hub" },
    ...facts.map((fact) => ({
      type: "citation",
      hub: "hub",
      work: {
        title: fact.title,
        authors: fact.authors.length > 0 ? fact.authors : undefined,
        published: fact.date ?? undefined,
        identifiers: fact.arxiv_id === null ? undefined : [`arxiv:${fact.arxiv_id}`],
        note: fact.note ?? undefined,
      },
    })),
  ]);
}

describe.skipIf(!hasRealData)(
  `a saved hub page and the facts of its citers${hasRealData ? "" : ` (skipped: ${NO_REAL_DATA})`}`,
  () => {
    test("the page gives 36 citers, 34 summaries to show, 2 withheld with reasons, and nothing new the second time", async ({
      connection,
    }) => {
      const report = await take(connection, "pith-text", readReal(PITH));
      expect(report.hubs).toEqual([SLUG]);
      expect(report.citations.created).toBe(36);
      expect(report.withheld.map(({ reason }) => reason).sort()).toEqual([
        "a sentence cut short",
        "an error message, not a summary",
      ]);
      expect(
        await numberOf(connection.db, sql`work where summary is not null and summary_problem is null`),
      ).toBe(34);
      const before = await rowVersionsOf(connection.db);
      await take(connection, "pith-text", readReal(PITH));
      expect(await rowVersionsOf(connection.db)).toEqual(before);
    });

    for (const order of ["page first", "facts first"])
      test(`all 36 facts mean the 36 works of the page, none doubled (${order})`, async ({ connection }) => {
        const files = [["pith-text", readReal(PITH)] as const, ["spokes", factsAsSpokes()] as const];
        for (const [format, text] of order === "page first" ? files : files.reverse()) {
          const report = await take(connection, format, text);
          expect(report.rejected).toEqual([]);
          expect(report.ambiguous).toEqual([]);
        }
        expect(await numberOf(connection.db, sql`hub`)).toBe(1);
        expect(await numberOf(connection.db, sql`citation`)).toBe(36);
        expect(await numberOf(connection.db, sql`work`)).toBe(37);
        expect(await numberOf(connection.db, sql`work_identifier where scheme = 'arxiv'`)).toBe(1 + 31);
        expect(
          await numberOf(
            connection.db,
            sql`reported_count where source = 'pith' and value = 'background' and count = 3 and total = 36`,
          ),
        ).toBe(1);
      });
  },
);

type AtharContext = {
  sentence: number;
  kind: string;
  polarity: string;
  text: string;
  before: string | null;
  after: string | null;
};
type AtharHub = {
  id: string;
  title: string;
  authors: string[];
  citing: { id: string; title: string | null; authors: string[]; contexts: AtharContext[] }[];
};

const ATHAR = "labelled/athar_context_hubs";
const POLARITY: Readonly<Record<string, string>> = {
  positive: "supporting",
  negative: "contrasting",
  neutral: "neutral",
};

/** One labelled hub as an interchange file; labels become suggestions, "unlabelled" none. */
function atharAsSpokes(hub: AtharHub): string {
  return asLines([
    { type: "spokes", version: 1, source: "athar" },
    { type: "hub", work: { title: hub.title, authors: hub.authors, identifiers: [`acl:${hub.id}`] } },
    ...hub.citing.map((citing, i) => ({
      type: "citation",
      hub: `acl:${hub.id}`,
      work: {
        id: citing.title === null ? `untitled ${hub.id} ${i}` : undefined,
        title: citing.title ?? undefined,
        authors: citing.authors.length > 0 ? citing.authors : undefined,
        identifiers: citing.title === null ? undefined : [`acl:${citing.id}`],
      },
      contexts: citing.contexts.map((context) => ({
        text: context.text,
        before: context.before || undefined,
        after: context.after || undefined,
        position: context.sentence,
        implicit: context.kind === "implicit",
        suggestions:
          context.polarity in POLARITY
            ? [{ label: context.polarity, polarity: POLARITY[context.polarity] }]
            : undefined,
      })),
    })),
  ]);
}

describe.skipIf(!hasRealData)(
  `eight hubs with labelled contexts${hasRealData ? "" : ` (skipped: ${NO_REAL_DATA})`}`,
  () => {
    test("430 entries, 7 of them without a title, and 1,808 sentences go in with their neighbours and labels", async ({
      connection,
    }) => {
      const hubs = listReal(ATHAR).map((file) => JSON.parse(readReal(`${ATHAR}/${file}`)) as AtharHub);
      for (const hub of hubs) {
        const report = await take(connection, "spokes", atharAsSpokes(hub));
        expect(report.rejected).toEqual([]);
        expect(report.ambiguous).toEqual([]);
        expect((await take(connection, "spokes", atharAsSpokes(hub))).works.created).toBe(0);
      }
      const { db } = connection;
      expect(await numberOf(db, sql`hub`)).toBe(8);
      expect(await numberOf(db, sql`citation`)).toBe(430);
      expect(await numberOf(db, sql`work where title is null`)).toBe(7);
      expect(await numberOf(db, sql`citation_context`)).toBe(1808);
      expect(await numberOf(db, sql`citation_context where before is null and after is null`)).toBe(0);
      expect(await numberOf(db, sql`suggestion`)).toBe(1788);
      const { rows } = await db.execute(sql`
      select polarity, count(*)::int as n from suggestion where context_id is not null group by polarity order by polarity`);
      expect(rows).toEqual([
        { polarity: "contrasting", n: 226 },
        { polarity: "neutral", n: 1430 },
        { polarity: "supporting", n: 132 },
      ]);
    });
  },
);
