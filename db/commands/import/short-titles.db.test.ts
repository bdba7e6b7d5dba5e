import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import { test } from "@/db/testing/fixtures";
import { citation, doi, hub, LIGHTHOUSES, NOISE, work } from "@/db/testing/lighthouses";
import { takeRecords } from "@/db/testing/take-records";

describe("short titles", () => {
  const named = (title: string, key: string) => work(key, { title });

  test("one word stands for as many works as there are hubs whose citers have it", async ({ connection }) => {
    const both = ["hub", "noise"].flatMap((key) => [
      named("Introduction", `title:introduction|||${key}`),
      citation(key, `title:introduction|||${key}`),
    ]);
    const records = [...NOISE, LIGHTHOUSES, hub("hub"), ...both];
    await takeRecords(connection, records);
    const again = await takeRecords(connection, records);
    expect(again.works.created).toBe(0);
    const { rows } = await connection.db.execute(sql`
      select count(*)::int as works from work where title = 'Introduction'`);
    expect(rows).toEqual([{ works: 2 }]);
  });

  test("a reference of which only a short title is known is left out, and said to be", async ({
    connection,
  }) => {
    const report = await takeRecords(connection, [
      ...NOISE,
      named("Preface", "p"),
      { kind: "reference", citing: "n1", cited: "p" },
    ]);
    expect(report.ambiguous).toMatchObject([
      { work: "Preface", reason: "nothing but a short title is known of it" },
    ]);
    expect(report.rejected).toEqual([
      { where: "reference of p by n1", reason: "the cited work is ambiguous" },
    ]);
  });

  test("a hub is not found by a short title alone", async ({ connection }) => {
    const fields = {
      title: "Deep lamps",
      published: "2015",
      authors: [{ name: "Ada Beam", family: "Beam" }],
    };
    await takeRecords(connection, [work("a", fields, doi("10.5555/deep")), hub("a")]);
    const report = await takeRecords(connection, [work("b", { title: "Deep lamps" }, [], "other"), hub("b")]);
    expect(report.hubs).toEqual(["deep-lamps-2"]);
  });
});
