import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { createDb, withConnection } from "@/db/client";
import { test } from "@/db/testing/fixtures";
import { doi, hub, NOISE, work } from "@/db/testing/lighthouses";
import { takeRecords } from "@/db/testing/take-records";
import type { Listing } from "@/lib/import/place-listed";
import { importFile } from "./import-file";
import { nameListing } from "./name-listing";
import { openFile } from "./open-file";

const LIST = "@article{a, title = {Lamps of the harbour at night}, year = 2004, doi = {10.5555/a}}\n";
const TITLE = "A census of lighthouses and their keepers";
const SLUG = "a-census-of-lighthouses-and-their-keepers";

let file = "";
beforeAll(async () => {
  file = path.join(await mkdtemp(path.join(tmpdir(), "spokes-list-")), "list.bib");
  await writeFile(file, LIST);
});
afterAll(() => rm(path.dirname(file), { recursive: true }));

async function take(pool: Pool, as: Listing["as"], of: string) {
  const [source] = await openFile(file);
  if (!source) throw new Error("a file stands for itself");
  return importFile(pool, source, await nameListing(createDb(pool), as, of));
}

const know = (pool: Pool, records: Parameters<typeof takeRecords>[1]) =>
  withConnection(pool, (connection) => takeRecords(connection, [...NOISE, ...records]));

async function listHubs(pool: Pool) {
  const { rows } = await createDb(pool).execute(sql`
    select h.slug, count(c.work_id)::int as citers from hub h left join citation c on c.hub_id = h.id
    group by h.slug order by h.slug`);
  return rows;
}
const TIDES = { slug: "on-the-tides-of-an-invented-sea", citers: 1 };

describe("a list of citers", () => {
  const named = [work("hub", { title: TITLE }, doi("10.5555/hub")), hub("hub")];

  test.for(["doi:10.5555/hub", "https://doi.org/10.5555/HUB", `slug:${SLUG}`, TITLE.toUpperCase()])(
    "goes to the known hub that is named by %s",
    async (name, { freshPool }) => {
      await know(freshPool, named);
      const report = await take(freshPool, "citers", name);
      expect(report.hubs).toEqual([SLUG]);
      expect(await listHubs(freshPool)).toEqual([{ slug: SLUG, citers: 1 }, TIDES]);
    },
  );

  test("goes to a hub by its address although nothing but a title is known of it", async ({ freshPool }) => {
    await know(freshPool, [work("hub", { title: "Lamps" }), hub("hub")]);
    await take(freshPool, "citers", "slug:lamps");
    expect(await listHubs(freshPool)).toEqual([{ slug: "lamps", citers: 1 }, TIDES]);
  });

  test("makes the hub that nobody knows yet, once", async ({ freshPool }) => {
    await know(freshPool, []);
    await take(freshPool, "citers", TITLE);
    await take(freshPool, "citers", TITLE);
    expect(await listHubs(freshPool)).toEqual([{ slug: SLUG, citers: 1 }, TIDES]);
  });

  test("makes a hub of the work of that title which is known as a citer", async ({ freshPool }) => {
    await know(freshPool, []);
    const report = await take(freshPool, "citers", "Tides and the people who read them");
    expect(report.works).toEqual({ created: 1, updated: 0, unchanged: 1 });
  });
});

test("a list of references goes to the work whose they are, which becomes no hub", async ({ freshPool }) => {
  await know(freshPool, []);
  await take(freshPool, "references", "doi:10.5555/n1");
  const { rows } = await createDb(freshPool).execute(sql`
    select citing.value as citing, cited.value as cited from reference r
    join work_identifier citing on citing.work_id = r.citing_work_id
    join work_identifier cited on cited.work_id = r.cited_work_id where cited.value = '10.5555/a'`);
  expect(rows).toEqual([{ citing: "10.5555/n1", cited: "10.5555/a" }]);
  expect(await listHubs(freshPool)).toEqual([TIDES]);
});

describe("a name is refused", () => {
  test.for([
    ["slug:no-such-hub", "There is no hub at /hubs/no-such-hub;"],
    ["doi:wheel", '"doi:wheel" is no identifier; write one such as doi:'],
    ["https://example.org/wheel", "is no identifier"],
    ["…", "Name the work by an identifier"],
  ] as const)("when it names nothing: %s", async ([name, message], { db }) => {
    await expect(nameListing(db, "citers", name)).rejects.toThrow(message);
  });

  test("when several works have that title", async ({ connection }) => {
    const twins = ["x", "y"].map((key) =>
      work(key, { title: TITLE, published: "1999" }, doi(`10.5555/${key}`)),
    );
    await takeRecords(connection, [...NOISE, ...twins]);
    await expect(nameListing(connection.db, "citers", TITLE)).rejects.toThrow(
      `Several works have the title "${TITLE}": doi:10.5555/x (1999); doi:10.5555/y (1999). Name the one`,
    );
  });

  test("when references would be tied to a hub without an identifier", async ({ connection }) => {
    await takeRecords(connection, [...NOISE, work("hub", { title: TITLE }), hub("hub")]);
    await expect(nameListing(connection.db, "references", `slug:${SLUG}`)).rejects.toThrow(
      "has no identifier yet",
    );
  });
});
