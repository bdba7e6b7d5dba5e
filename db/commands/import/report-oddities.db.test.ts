import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { test } from "@/db/testing/fixtures";
import { citation, doi, hub, LIGHTHOUSES, NOISE, work } from "@/db/testing/lighthouses";
import { takeRecords } from "@/db/testing/take-records";
import type { ImportRecord } from "@/lib/import/record";

const paper = (key: string, published?: string): ImportRecord =>
  work(
    key,
    { title: `Paper ${key} on lamps and keepers`, ...(published ? { published } : {}) },
    doi(`10.5555/${key}`),
  );

const reference = (citing: string, cited: string): ImportRecord => ({ kind: "reference", citing, cited });

describe("the report of an import", () => {
  test("counts works that cite themselves, each once however often, and names a few", async ({
    connection,
  }) => {
    const report = await takeRecords(connection, [
      ...NOISE,
      LIGHTHOUSES,
      hub("hub"),
      citation("hub", "hub"),
      reference("hub", "hub"),
      ...["a", "b", "c", "d"].flatMap((key) => [paper(key), reference(key, key)]),
    ]);
    expect(report.warnings).toEqual([
      {
        where: "5 works cite themselves",
        message:
          "these citations and references are left out, such as those of “A census of lighthouses and their keepers” (1999); “Paper a on lamps and keepers” (year not known); “Paper b on lamps and keepers” (year not known).",
      },
    ]);
    const { rows } = await connection.db.execute(sql`
      select 1 from citation c join hub h on h.id = c.hub_id where h.work_id = c.work_id
      union all select 1 from reference where citing_work_id = cited_work_id`);
    expect(rows).toEqual([]);
  });

  test("counts works that are cited before their year, once a pair, the widest gap first", async ({
    connection,
  }) => {
    const report = await takeRecords(connection, [
      ...NOISE,
      LIGHTHOUSES,
      hub("hub"),
      paper("early", "1990"),
      paper("same", "1999-12"),
      paper("undated"),
      paper("late", "2005"),
      citation("hub", "early"),
      reference("early", "hub"),
      reference("early", "late"),
      citation("hub", "same"),
      citation("hub", "undated"),
      reference("undated", "late"),
      citation("hub", "late"),
    ]);
    expect(report.warnings).toEqual([
      {
        where: "2 works are cited before their year",
        message:
          "the citing work is of an earlier year; all go in, but a year may be wrong: “Paper late on lamps and keepers” (2005) by “Paper early on lamps and keepers” (1990); “A census of lighthouses and their keepers” (1999) by “Paper early on lamps and keepers” (1990).",
      },
    ]);
    expect([report.citations.created, report.references.created]).toEqual([5, 4]);
  });

  test("says that works cite no hub that is known, and what to do, unless one of them does", async ({
    connection,
  }) => {
    const ifHub = (citing: string, cited: string): ImportRecord => ({
      kind: "citation",
      hub: cited,
      citing,
      ifHub: true,
    });
    const papers = ["a", "b", "c"].map((key) => paper(key));
    const none = [...papers, ifHub("a", "c"), reference("a", "c"), ifHub("b", "c")];
    expect((await takeRecords(connection, [...NOISE, LIGHTHOUSES, hub("hub")])).warnings).toEqual([]);
    expect((await takeRecords(connection, none)).warnings).toEqual([
      {
        where: "2 works cite no hub that is known here",
        message:
          "what is cited goes in as a reference, without a sentence. Import the hub, then this file again.",
      },
    ]);
    expect((await takeRecords(connection, [...none, LIGHTHOUSES, ifHub("c", "hub")])).warnings).toEqual([]);
  });

  test("is silent where all is in order", async ({ connection }) => {
    const report = await takeRecords(connection, [
      ...NOISE,
      LIGHTHOUSES,
      hub("hub"),
      paper("a", "2001"),
      citation("hub", "a"),
    ]);
    expect(report.warnings).toEqual([]);
  });
});
