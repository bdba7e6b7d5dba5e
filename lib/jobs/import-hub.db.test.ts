import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import { afterEach, describe, expect } from "vitest";
import { createDb, withConnection } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { NOISE } from "@/db/testing/lighthouses";
import { contentOf, rowVersionsOf } from "@/db/testing/snapshot";
import { takeRecords } from "@/db/testing/take-records";
import { HUB_DOI, type Invented } from "@/lib/sources/testing/invented-services";
import { openInvented } from "@/lib/sources/testing/open-invented";
import type { ReplayServer } from "@/lib/sources/testing/replay-server";
import { importHub, readWorkId } from "./import-hub";

let server: ReplayServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const ID = readWorkId(`https://doi.org/${HUB_DOI}`);

async function invented(instead?: Invented["instead"]) {
  const opened = await openInvented(instead);
  server = opened.server;
  return opened.services;
}

const rowsOf = async (pool: Pool, query: ReturnType<typeof sql>) =>
  (await createDb(pool).execute(query)).rows;

describe("a hub gathered by its identifier", () => {
  test("is one hub with one citation for each citer, whoever names it", async ({ freshPool }) => {
    await withConnection(freshPool, (connection) => takeRecords(connection, NOISE));
    const report = await importHub(freshPool, ID, await invented());
    expect(report).toMatchObject({
      format: "services",
      hubs: ["how-lamps-are-kept-on-lonely-coasts"],
      citations: { created: 4 },
      contexts: { created: 3 },
      ambiguous: [],
      rejected: [],
    });
    expect(report.sources?.map(({ source, counted, listed }) => [source, counted, listed])).toEqual([
      ["openalex", 812, 3],
      ["semantic-scholar", 790, 3],
      ["crossref", 655, null],
      ["arxiv", null, null],
    ]);
  });

  test("keeps what each source said, and the counts side by side", async ({ freshPool }) => {
    await importHub(freshPool, ID, await invented());
    const said = await rowsOf(
      freshPool,
      sql`select i.value, array_agg(distinct r.source order by r.source) as sources
          from work_identifier i join source_record r on r.work_id = i.work_id
          where i.value in (${HUB_DOI}, '10.5555/w12', '10.5555/w14') group by i.value order by i.value`,
    );
    expect(said).toEqual([
      { value: HUB_DOI, sources: ["crossref", "openalex", "semantic-scholar"] },
      { value: "10.5555/w12", sources: ["crossref", "openalex", "semantic-scholar"] },
      { value: "10.5555/w14", sources: ["semantic-scholar"] },
    ]);
    const counts = await rowsOf(freshPool, sql`select source, count from reported_count order by count desc`);
    expect(counts).toEqual([
      { source: "openalex", count: 812 },
      { source: "semantic-scholar", count: 790 },
      { source: "crossref", count: 655 },
    ]);
  });

  test("shows a notice of Crossref on a citer that others describe", async ({ freshPool }) => {
    await importHub(freshPool, ID, await invented());
    const [citer] = await rowsOf(
      freshPool,
      sql`select w.title, w.notices from work w join work_identifier i on i.work_id = w.id
          where i.value = '10.5555/w12'`,
    );
    expect(citer).toMatchObject({
      title: "On the keeping of lamps, part 12",
      notices: [{ kind: "retracted", url: "https://doi.org/10.5555/notice" }],
    });
  });

  test("gathered again changes nothing", async ({ freshPool }) => {
    const services = await invented();
    await importHub(freshPool, ID, services);
    const db = createDb(freshPool);
    const before = await rowVersionsOf(db);
    const report = await importHub(freshPool, ID, services);
    expect(await rowVersionsOf(db)).toEqual(before);
    expect(
      [report.works, report.citations, report.contexts].map(({ created, updated }) => created + updated),
    ).toEqual([0, 0, 0]);
  });

  test("is previewed by what a run then does, and nothing is kept", async ({ freshPool }) => {
    const services = await invented();
    const db = createDb(freshPool);
    const before = await contentOf(db);
    const preview = await importHub(freshPool, ID, services, { dryRun: true });
    expect(await contentOf(db)).toEqual(before);
    expect(await importHub(freshPool, ID, services)).toEqual(preview);
  });

  test("takes in the others when one service fails, and all of it when that one is back", async ({
    freshPool,
  }) => {
    const without = await importHub(
      freshPool,
      ID,
      await invented((service) => (service === "openalex" ? { status: 500 } : undefined)),
    );
    expect(without.sources?.[0]).toMatchObject({ source: "openalex", state: "failed" });
    expect(without.warnings.map(({ where }) => where)).toContain("OpenAlex");
    expect(without.citations.created).toBe(3);
    await server?.close();
    const complete = await importHub(freshPool, ID, await invented());
    expect(complete.hubs).toEqual(without.hubs);
    expect(complete.citations.created).toBe(1);
  });

  test("that no service knows is refused in one line, and nothing is written", async ({ freshPool }) => {
    const db = createDb(freshPool);
    const before = await rowVersionsOf(db);
    const nothing = importHub(freshPool, ID, await invented(() => ({ status: 404 })));
    await expect(nothing).rejects.toThrow(/^nothing can be had of doi:10\.5555\/lamps: [^\n]+\.$/);
    expect(await rowVersionsOf(db)).toEqual(before);
  });
});
