import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { test } from "@/db/testing/fixtures";
import {
  arxiv,
  citation,
  doi,
  hub,
  LIGHTHOUSES,
  NOISE,
  SLUG,
  titlesOf,
  work,
} from "@/db/testing/lighthouses";
import { takeRecords } from "@/db/testing/take-records";
import { workKey } from "@/lib/import/work-key";

describe("matching", () => {
  test("a row with an identifier means the work that has it, whatever its title says", async ({
    connection,
  }) => {
    await takeRecords(connection, NOISE);
    await takeRecords(connection, [
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title: "Lamps at sea" }, doi("10.5555/a")),
      citation("hub", "a"),
    ]);
    const again = await takeRecords(connection, [
      work("b", { title: "Lamps at sea: a second look" }, doi("10.5555/a")),
    ]);
    expect(again.works).toEqual({ created: 0, updated: 1, unchanged: 0 });
    expect(await titlesOf(connection.db, SLUG)).toEqual(["Lamps at sea: a second look"]);
  });

  test("works that an import left which was cut off before their citations are not made again", async ({
    connection,
  }) => {
    const left = work("a", { title: "How keepers spent their winters", published: "2004" });
    await takeRecords(connection, [...NOISE, LIGHTHOUSES, hub("hub"), left]);
    const report = await takeRecords(connection, [LIGHTHOUSES, hub("hub"), left, citation("hub", "a")]);
    expect(report.works.created).toBe(0);
    expect(report.citations.created).toBe(1);
  });

  test("among the citers of one hub a missing year, author or identifier is no obstacle", async ({
    connection,
  }) => {
    const title = "How keepers spent their winters";
    await takeRecords(connection, [
      ...NOISE,
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title }, [], "pith"),
      citation("hub", "a"),
    ]);
    const report = await takeRecords(connection, [
      LIGHTHOUSES,
      hub("hub"),
      work(
        "b",
        {
          title: "How Keepers Spent Their Winters.",
          published: "2004-05",
          authors: [{ name: "Ada Beam", family: "Beam" }],
        },
        arxiv("0405.00001"),
      ),
      citation("hub", "b"),
    ]);
    expect(report.works).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect(report.citations).toEqual({ created: 0, updated: 0, unchanged: 1 });
  });

  test("the same title elsewhere, without year and author, is another work", async ({ connection }) => {
    const title = "How keepers spent their winters";
    await takeRecords(connection, [...NOISE, work("a", { title }, doi("10.5555/elsewhere"))]);
    const report = await takeRecords(connection, [
      LIGHTHOUSES,
      hub("hub"),
      work("b", { title }),
      citation("hub", "b"),
    ]);
    expect(report.works.created).toBe(2);
  });

  test("title, year and first author together find a work anywhere", async ({ connection }) => {
    const fields = {
      title: "How keepers spent their winters",
      published: "2004",
      authors: [{ name: "Ada Beam", family: "Beam" }],
    };
    await takeRecords(connection, [...NOISE, work("a", fields, doi("10.5555/a"))]);
    const report = await takeRecords(connection, [work("b", { ...fields, published: "2004-11" })]);
    expect(report.works).toEqual({ created: 0, updated: 1, unchanged: 0 });
  });

  test("a different identifier of the same scheme keeps two works apart", async ({ connection }) => {
    const fields = {
      title: "How keepers spent their winters",
      published: "2004",
      authors: [{ name: "Ada Beam", family: "Beam" }],
    };
    await takeRecords(connection, [work("a", fields, doi("10.5555/a"))]);
    const report = await takeRecords(connection, [work("b", fields, doi("10.5555/b"))]);
    expect(report.works.created).toBe(1);
  });

  test("a citing work that has nothing but a title is reported by it, and others of that title apart", async ({
    connection,
  }) => {
    const title = "How keepers spent their winters";
    const named = ["1904", "1905"].map((published) => {
      const fields = { title, published };
      return { key: workKey({ identifiers: [], fields }) ?? "", fields };
    });
    const report = await takeRecords(connection, [
      LIGHTHOUSES,
      hub("hub"),
      ...named.map(({ key, fields }) => work(key, fields)),
      ...named.map(({ key }) => citation(key, "hub")),
    ]);
    expect(report.rejected).toEqual(
      named.map(() => ({ where: `citation of “${title}” by hub`, reason: "the cited work is not a hub" })),
    );
  });

  test("a title that fits two citers is ambiguous, is left out and is listed", async ({ connection }) => {
    const title = "How keepers spent their winters";
    await takeRecords(connection, [
      ...NOISE,
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title, published: "2004" }, doi("10.5555/a")),
      work("b", { title, published: "2005" }, doi("10.5555/b")),
      citation("hub", "a"),
      citation("hub", "b"),
    ]);
    const report = await takeRecords(connection, [
      LIGHTHOUSES,
      hub("hub"),
      work("c", { title }),
      citation("hub", "c"),
    ]);
    expect(report.ambiguous).toMatchObject([{ work: title, reason: "its title fits 2 known works" }]);
    expect(report.rejected).toEqual([
      { where: "citation of hub by c", reason: "the citing work is ambiguous" },
    ]);
    expect(await titlesOf(connection.db, SLUG)).toEqual([title, title]);
  });

  test("a title of one word never matches by title", async ({ connection }) => {
    const first = [
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title: "Introduction" }, doi("10.5555/a")),
      citation("hub", "a"),
    ];
    await takeRecords(connection, [...NOISE, ...first]);
    const report = await takeRecords(connection, [
      LIGHTHOUSES,
      hub("hub"),
      work("b", { title: "Introduction" }),
      citation("hub", "b"),
    ]);
    expect(report.works.created).toBe(1);
    expect(await titlesOf(connection.db, SLUG)).toEqual(["Introduction", "Introduction"]);
  });

  test("a title of two or three words matches a citer of which nothing else is known, and no other", async ({
    connection,
  }) => {
    await takeRecords(connection, [
      ...NOISE,
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title: "Lamp Anything" }, [], "pith"),
      citation("hub", "a"),
    ]);
    const named = work("b", { title: "Lamp anything", published: "2004" }, arxiv("0405.00001"));
    expect(
      (await takeRecords(connection, [LIGHTHOUSES, hub("hub"), named, citation("hub", "b")])).works.created,
    ).toBe(0);
    const other = work("c", { title: "Lamp anything", published: "2004", authors: [{ name: "Ada Beam" }] });
    expect(
      (await takeRecords(connection, [LIGHTHOUSES, hub("hub"), other, citation("hub", "c")])).works.created,
    ).toBe(1);
  });

  test("identifiers of two known works in one row are ambiguous", async ({ connection }) => {
    await takeRecords(connection, [
      work("a", { title: "One" }, doi("10.5555/a")),
      work("b", { title: "Two" }, arxiv("0405.00001")),
    ]);
    const report = await takeRecords(connection, [
      work("c", { title: "Both" }, [...doi("10.5555/a"), ...arxiv("0405.00001")]),
    ]);
    expect(report.ambiguous).toMatchObject([
      { work: "Both", reason: "its identifiers belong to 2 different works" },
    ]);
  });

  test("a second arXiv number for a known work stays with the record and is remarked on", async ({
    connection,
  }) => {
    await takeRecords(connection, [
      work("a", { title: "Lamps" }, [...doi("10.5555/a"), ...arxiv("0405.00001")]),
    ]);
    const report = await takeRecords(connection, [
      work("a", { title: "Lamps" }, [...doi("10.5555/a"), ...arxiv("0405.09999")], "other"),
    ]);
    expect(report.warnings).toEqual([
      {
        where: "Lamps",
        message: "other gives arxiv:0405.09999, but another one is known; kept with the record only.",
      },
    ]);
    const { rows } = await connection.db.execute(
      sql`select value from work_identifier where scheme = 'arxiv'`,
    );
    expect(rows).toEqual([{ value: "0405.00001" }]);
    const { rows: said } = await connection.db.execute(
      sql`select identifiers from source_record where source = 'other'`,
    );
    expect(said).toEqual([{ identifiers: ["arxiv:0405.09999", "doi:10.5555/a"] }]);
  });
});
