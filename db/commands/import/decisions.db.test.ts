import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import type { Connection } from "@/db/client";
import { importRun } from "@/db/schema/import-run";
import { test } from "@/db/testing/fixtures";
import { citation, doi, hub, LIGHTHOUSES, TWO_WINTERS, WINTERS, work } from "@/db/testing/lighthouses";
import { contentOf } from "@/db/testing/snapshot";
import { takeRecords } from "@/db/testing/take-records";
import type { Decision } from "@/lib/import/decision";

/** Rows of a file of which each could be several works, also works that the same file brings. */
const ROWS = [
  LIGHTHOUSES,
  hub("hub"),
  work("first", { title: WINTERS, published: "2007" }, doi("10.5555/first")),
  citation("hub", "first"),
  ...["c", "d", "e"].flatMap((key) => [
    work(key, { title: WINTERS, authors: [{ name: `Author ${key}`, family: key }] }),
    citation("hub", key),
  ]),
  work("both", { title: "Both at once" }, [...doi("10.5555/a"), ...doi("10.5555/b")]),
  citation("hub", "both"),
];

async function openImport({ db }: Connection): Promise<number> {
  const [row] = await db
    .insert(importRun)
    .values({ fileName: "f", format: "spokes", status: "done" })
    .returning({ id: importRun.id });
  return row?.id ?? 0;
}

async function store({ db }: Connection, runId: number, [key, decision]: [string, Decision]) {
  await db.execute(sql`
    insert into import_decision (import_run_id, work_key, title, kind, work_id, other_key)
    values (${runId}, ${key}, ${key}, ${decision.kind}, ${decision.kind === "work" ? decision.workId : null},
      ${decision.kind === "key" ? decision.otherKey : null})`);
}

/** What the import comes to in the end, tried after each decision when `eager`; nothing of it is kept. */
async function outcome(
  connection: Connection,
  decisions: [string, Decision][],
  eager: boolean,
): Promise<string[]> {
  const undone = new Error("undone");
  let content: string[] = [];
  const within = (work: (at: Connection) => Promise<void>) =>
    connection.db
      .transaction(async (db) => {
        await work({ ...connection, db });
        throw undone;
      })
      .catch((error) => {
        if (error !== undone) throw error;
      });
  await within(async (at) => {
    const runId = await openImport(at);
    for (const decision of decisions) {
      await store(at, runId, decision);
      if (eager)
        await at.db
          .transaction(async (db) => {
            await takeRecords({ ...at, db }, ROWS, { decidedIn: runId });
            throw undone;
          })
          .catch((error) => {
            if (error !== undone) throw error;
          });
    }
    await takeRecords(at, ROWS, { decidedIn: runId });
    content = await contentOf(at.db);
  });
  return content;
}

test("the order in which works are decided, and what is looked at between, is no matter", async ({
  connection,
}) => {
  await takeRecords(connection, TWO_WINTERS);
  const { rows } = await connection.db.execute<{ id: number }>(sql`
    select work_id as id from work_identifier where value in ('10.5555/a', '10.5555/b') order by value`);
  const choices: Decision[] = [
    { kind: "new" },
    { kind: "leave_out" },
    { kind: "key", otherKey: "first" },
    ...rows.map(({ id }): Decision => ({ kind: "work", workId: id })),
  ];
  const decided = fc.tuple(
    ...["c", "d", "e", "both"].map((key) => fc.tuple(fc.constant(key), fc.constantFrom(...choices))),
  );
  await fc.assert(
    fc.asyncProperty(
      decided.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      async ([all, shuffled]) => {
        expect(await outcome(connection, shuffled, true)).toEqual(await outcome(connection, [...all], false));
      },
    ),
    { numRuns: 5 },
  );
});

test("a work that the same file brings is offered by its name in the file", async ({ connection }) => {
  const report = await takeRecords(connection, [...TWO_WINTERS, ...ROWS.slice(2)]);
  const question = report.ambiguous.find(({ question: asked }) => asked?.key === "c")?.question;
  expect(question?.candidates.map(({ is }) => is)).toContainEqual({ otherKey: "first" });
});
