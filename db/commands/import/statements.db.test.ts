import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Db } from "@/db/client";
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
import type { ImportRecord } from "@/lib/import/record";

describe("what a source says", () => {
  const fieldOf = async (db: Db, field: "title" | "venue" | "published") => {
    const { rows } = await db.execute<{ value: string }>(
      sql`select ${sql.identifier(field)} as value from work w join work_identifier i on i.work_id = w.id where i.value = '10.5555/a'`,
    );
    return rows[0]?.value;
  };

  test("the latest word of one source counts, also when it goes back to an earlier one", async ({
    connection,
  }) => {
    const said = (venue: string) => [work("a", { title: "Lamps", venue }, doi("10.5555/a"))];
    await takeRecords(connection, NOISE);
    for (const venue of ["Harbour Letters", "Harbour Reviews", "Harbour Letters"]) {
      await takeRecords(connection, said(venue));
      expect(await fieldOf(connection.db, "venue")).toBe(venue);
    }
    const { rows } = await connection.db.execute(
      sql`select count(*)::int as n from source_record where source = 'spokes' and fields ? 'venue'`,
    );
    expect(rows).toEqual([{ n: 3 }]);
  });

  test("a source that is silent on a field takes nothing away", async ({ connection }) => {
    await takeRecords(connection, [
      work("a", { title: "Lamps", venue: "Harbour Letters", published: "2004" }, doi("10.5555/a")),
    ]);
    await takeRecords(connection, [
      work("a", { title: "Lamps", published: "2004-05" }, doi("10.5555/a"), "pith"),
    ]);
    expect(await fieldOf(connection.db, "venue")).toBe("Harbour Letters");
    expect(await fieldOf(connection.db, "published")).toBe("2004-05");
  });
});

describe("citations", () => {
  test("what names no work, no hub or itself is refused with its reason, all else goes in", async ({
    connection,
  }) => {
    const report = await takeRecords(connection, [
      ...NOISE,
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title: "Lamps" }, doi("10.5555/a")),
      citation("hub", "a"),
      citation("hub", "nobody"),
      citation("a", "hub"),
      citation("hub", "hub"),
      { kind: "reference", citing: "a", cited: "a" },
    ]);
    expect(report.rejected).toEqual([
      { where: "citation of a by hub", reason: "the cited work is not a hub" },
      { where: "citation of hub by hub", reason: "a work cannot cite itself" },
      { where: "citation of hub by nobody", reason: "the file does not describe the work nobody" },
      { where: "reference of a by a", reason: "a work cannot cite itself" },
    ]);
    expect(await titlesOf(connection.db, SLUG)).toEqual(["Lamps"]);
  });

  test("a sentence that stands in a paper twice is two contexts, each with its own label", async ({
    connection,
  }) => {
    const sentence = {
      kind: "context",
      hub: "hub",
      citing: "a",
      text: "So did [4].",
      source: "spokes",
    } as const;
    const label = {
      kind: "suggestion",
      hub: "hub",
      citing: "a",
      contextText: "So did [4].",
      original: "x",
      source: "m",
    } as const;
    const records: ImportRecord[] = [
      LIGHTHOUSES,
      hub("hub"),
      work("a", { title: "Lamps" }, doi("10.5555/a")),
      citation("hub", "a"),
      { ...sentence, position: 3 },
      { ...sentence, position: 9 },
      { ...label, contextPosition: 3, polarity: "neutral" },
      { ...label, contextPosition: 9, polarity: "supporting" },
    ];
    const report = await takeRecords(connection, records);
    expect(report.contexts.created).toBe(2);
    expect(report.suggestions.created).toBe(2);
    const { rows } = await connection.db.execute(sql`
      select x.position, s.polarity from suggestion s join citation_context x on x.id = s.context_id order by 1`);
    expect(rows).toEqual([
      { position: 3, polarity: "neutral" },
      { position: 9, polarity: "supporting" },
    ]);
  });

  test("--hub gives the file's only hub its address, and later names the hub that it is", async ({
    connection,
  }) => {
    const first = [
      work("x", { title: "A census of lighthouses and their keepers" }),
      hub("x"),
      work("a", { title: "Lamps" }, doi("10.5555/a")),
      citation("x", "a"),
    ];
    expect((await takeRecords(connection, first, { hubSlug: "lighthouses" })).hubs).toEqual(["lighthouses"]);
    const second = [
      work("y", { title: "Lighthouses, counted" }),
      hub("y"),
      work("b", { title: "Beams" }, doi("10.5555/b")),
      citation("y", "b"),
    ];
    expect((await takeRecords(connection, second, { hubSlug: "lighthouses" })).hubs).toEqual(["lighthouses"]);
    expect(await titlesOf(connection.db, "lighthouses")).toEqual(["Beams", "Lamps"]);
  });
});

describe("--hub", () => {
  const about = (title: string): ImportRecord[] => [work("x", { title }), hub("x")];

  test("remarks on a title that the hub never had, and on an address that the hub does not get", async ({
    connection,
  }) => {
    await takeRecords(connection, about("A census of lighthouses and their keepers"), {
      hubSlug: "lighthouses",
    });
    const strange = await takeRecords(connection, about("Fog"), { hubSlug: "lighthouses" });
    expect(strange.warnings.map((warning) => warning.where)).toEqual(["Fog"]);
    const moved = await takeRecords(connection, about("A census of lighthouses and their keepers"), {
      hubSlug: "elsewhere",
    });
    expect(moved.hubs).toEqual(["lighthouses"]);
    expect(moved.warnings.map((warning) => warning.message)).toEqual([
      "this hub is already at /hubs/lighthouses and stays there; --hub elsewhere was not used.",
    ]);
  });
});

test("a hub that the file does not describe is refused by name", async ({ connection }) => {
  const report = await takeRecords(connection, [hub("zzz")]);
  expect(report.rejected).toEqual([{ where: "hub zzz", reason: "the file does not describe the work zzz" }]);
});

test("an identifier that belongs to another work is remarked on and stays there", async ({ connection }) => {
  await takeRecords(connection, [
    work("a", { title: "One" }, doi("10.5555/a")),
    work("b", { title: "Two" }, doi("10.5555/b")),
  ]);
  const report = await takeRecords(connection, [
    work("k", { title: "One" }, [...doi("10.5555/a"), ...arxiv("0405.00001")]),
    work("k", { title: "One", venue: "Harbour Letters" }, doi("10.5555/b"), "other"),
  ]);
  expect(report.warnings).toEqual([
    {
      where: "One",
      message: "other gives doi:10.5555/b, but another one is known; kept with the record only.",
    },
  ]);
});
