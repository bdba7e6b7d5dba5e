import type { Pool } from "pg";
import { afterEach, expect } from "vitest";
import { createDb, withConnection } from "@/db/client";
import { gatherAnew, gatherWorks } from "@/db/commands/import/gather-works";
import { mapColumns } from "@/db/commands/import/map-columns";
import { askPreview, cancelImport } from "@/db/commands/import/steer-import";
import { undoImport } from "@/db/commands/import/undo-import";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { contentOf } from "@/db/testing/snapshot";
import { run, shown } from "@/db/testing/uploads";
import { HUB_DOI, type Invented } from "@/lib/sources/testing/invented-services";
import { openInvented } from "@/lib/sources/testing/open-invented";
import type { ReplayServer } from "@/lib/sources/testing/replay-server";
import { importHub } from "./import-hub";
import { workOnce } from "./worker";

const ID = { scheme: "doi", value: HUB_DOI } as const;

let server: ReplayServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function open(instead?: Invented["instead"]) {
  const opened = await openInvented(instead);
  server = opened.server;
  return opened;
}

const admin = async (pool: Pool) => ({
  byUserId: await addPerson(createDb(pool), { role: "admin" }),
  address: "",
});

async function ask(pool: Pool): Promise<number> {
  const [id = 0] = await gatherWorks(createDb(pool), { ids: [ID], mostCiters: 100, ...(await admin(pool)) });
  return id;
}

const anew = async (pool: Pool, importRunId: number, again: boolean) =>
  gatherAnew(createDb(pool), { importRunId, hubSlug: undefined, again, ...(await admin(pool)) });

async function takeAway(pool: Pool, id: number) {
  await pool.query("update import_run set status = 'undoing', lease_by = 'u' where id = $1", [id]);
  await withConnection(pool, (connection) => undoImport(connection, { importRunId: id, holder: "u" }));
}

test("a named work is gathered once; its preview and its run see the same, and an undo takes all of it away", async ({
  freshPool,
}) => {
  const db = createDb(freshPool);
  const { services, server: asked } = await open();
  const id = await ask(freshPool);
  await workOnce(freshPool, "w", undefined, undefined, services);
  const previewed = await shown(freshPool, id);
  expect(previewed).toMatchObject({ status: "previewed", format: "services", fileName: `doi:${HUB_DOI}` });
  expect(previewed.preview).toMatchObject({ citations: { created: 4 }, contexts: { created: 3 } });
  expect(previewed.preview?.sources?.map(({ source, counted }) => [source, counted])).toEqual([
    ["openalex", 812],
    ["semantic-scholar", 790],
    ["crossref", 655],
    ["arxiv", null],
  ]);
  expect(await contentOf(db)).toEqual([]);
  const requests = asked.asked.length;
  await run(freshPool, id);
  await workOnce(freshPool, "w", undefined, undefined, services);
  expect(await shown(freshPool, id)).toMatchObject({ status: "done", report: previewed.preview });
  expect(asked.asked.length).toBe(requests);
  await takeAway(freshPool, id);
  expect(await contentOf(db)).toEqual([]);
});

test("from the browser a work comes to the same as from the shell", async ({ freshPool }) => {
  const { services } = await open();
  const id = await ask(freshPool);
  await workOnce(freshPool, "w", undefined, undefined, services);
  await run(freshPool, id);
  await workOnce(freshPool, "w", undefined, undefined, services);
  const fromBrowser = await contentOf(createDb(freshPool));
  await takeAway(freshPool, id);
  await importHub(freshPool, ID, services, { mostCiters: 100 });
  expect(await contentOf(createDb(freshPool))).toEqual(fromBrowser);
});

test("a service that failed is named, and is asked again when the admin says so", async ({ freshPool }) => {
  let isDown = true;
  const { services } = await open((service) =>
    service === "openalex" && isDown ? { status: 500 } : undefined,
  );
  const id = await ask(freshPool);
  await workOnce(freshPool, "w", undefined, undefined, services);
  const first = await shown(freshPool, id);
  expect(first.sources?.[0]).toMatchObject({ source: "openalex", state: "failed" });
  expect(first.preview?.citations.created).toBe(3);
  isDown = false;
  await anew(freshPool, id, false);
  await workOnce(freshPool, "w", undefined, undefined, services);
  expect((await shown(freshPool, id)).preview).toEqual(first.preview);
  await anew(freshPool, id, true);
  await workOnce(freshPool, "w", undefined, undefined, services);
  const second = await shown(freshPool, id);
  expect(second.sources?.[0]).toMatchObject({ source: "openalex", state: "answered" });
  expect(second.preview?.citations.created).toBe(4);
  const { rows } = await freshPool.query("select count(*)::int as uploads from upload");
  expect(rows).toEqual([{ uploads: 1 }]);
});

test("a work that no service knows fails in one line and leaves nothing behind", async ({ freshPool }) => {
  const { services } = await open(() => ({ status: 404 }));
  const id = await ask(freshPool);
  await workOnce(freshPool, "w", undefined, undefined, services);
  expect(await shown(freshPool, id)).toMatchObject({
    status: "failed",
    uploadId: null,
    failure: expect.stringMatching(/^nothing can be had of [^\n]+$/),
  });
  const { rows } = await freshPool.query("select count(*)::int as uploads from upload");
  expect(rows).toEqual([{ uploads: 0 }]);
});

test("what is gathered after the import was cancelled is not kept, and it can be asked for again", async ({
  freshPool,
}) => {
  const id = await ask(freshPool);
  let cancelled: Promise<void> | undefined;
  const { services } = await open(async (service) => {
    if (service === "s2")
      cancelled ??= admin(freshPool).then((who) =>
        cancelImport(createDb(freshPool), { importRunId: id, ...who }),
      );
    await cancelled;
    return undefined;
  });
  await workOnce(freshPool, "w", undefined, undefined, services);
  await workOnce(freshPool, "w", undefined, undefined, services);
  expect(await shown(freshPool, id)).toMatchObject({ status: "cancelled", uploadId: null });
  const { rows } = await freshPool.query("select count(*)::int as uploads from upload");
  expect(rows).toEqual([{ uploads: 0 }]);
  await anew(freshPool, id, true);
  await workOnce(freshPool, "w", undefined, undefined, services);
  expect(await shown(freshPool, id)).toMatchObject({ status: "previewed", failure: null });
});

test("an import that is cancelled while a service says nothing lets the worker go on at once", async ({
  freshPool,
}) => {
  const { services, server: asked } = await open((service) => (service === "openalex" ? "hang" : undefined));
  const id = await ask(freshPool);
  const worked = workOnce(freshPool, "w", undefined, undefined, services);
  await expect.poll(() => asked.asked.length, { timeout: 60_000 }).toBeGreaterThan(0);
  await cancelImport(createDb(freshPool), { importRunId: id, ...(await admin(freshPool)) });
  expect(await worked).toBe(true);
  expect(await shown(freshPool, id)).toMatchObject({ status: "cancelled", uploadId: null });
});

test("a work that was gathered is not previewed as a file, so it can still be asked for again", async ({
  freshPool,
}) => {
  const { services } = await open();
  const id = await ask(freshPool);
  await workOnce(freshPool, "w", undefined, undefined, services);
  const db = createDb(freshPool);
  const asked = { importRunId: id, ...(await admin(freshPool)) };
  const table = { delimiter: ",", headerLine: 1, fields: ["title", null] } as const;
  for (const asFile of [
    askPreview(db, { ...asked, choices: { format: "csv" } }),
    mapColumns(db, { ...asked, table: { ...table, fields: [...table.fields] } }),
  ])
    await expect(asFile).rejects.toThrow("gathered from open services");
  await anew(freshPool, id, true);
  await workOnce(freshPool, "w", undefined, undefined, services);
  expect(await shown(freshPool, id)).toMatchObject({ status: "previewed", choices: { gather: { id: ID } } });
});
