import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { createDb, createPool } from "@/db/client";
import { claimImport, giveBackImports, holdImport } from "@/db/commands/import/lease-import";
import { runImport } from "@/db/commands/import/run-import";
import { cancelImport } from "@/db/commands/import/steer-import";
import { test } from "@/db/testing/fixtures";
import { addPerson } from "@/db/testing/people";
import { contentOf } from "@/db/testing/snapshot";
import { bytesOf, interchangeFile, preview, run, sendFile, shown } from "@/db/testing/uploads";
import { recordsOf } from "./import-file";
import { workOnce } from "./worker";

test("a file is previewed, then run, with the same report, and nothing is kept before", async ({
  freshPool,
}) => {
  const id = await sendFile(freshPool, interchangeFile("fog", 5));
  expect(await shown(freshPool, id)).toMatchObject({ status: "uploaded", report: null });
  expect(await workOnce(freshPool, "w")).toBe(false);
  await preview(freshPool, id);
  await workOnce(freshPool, "w");
  const previewed = await shown(freshPool, id);
  expect(previewed).toMatchObject({ status: "previewed", format: "spokes", leaseUntil: null });
  expect(previewed.preview?.citations.created).toBe(5);
  expect(await contentOf(createDb(freshPool))).toEqual([]);
  await run(freshPool, id);
  await workOnce(freshPool, "w");
  const done = await shown(freshPool, id);
  expect(done).toMatchObject({ status: "done", failure: null, leaseUntil: null });
  expect(done.report).toEqual(previewed.preview);
});

test("two workers never take the same import", async ({ freshPool }) => {
  const db = createDb(freshPool);
  const ids = [];
  for (const slug of ["a", "b", "c", "d"]) {
    ids.push(await sendFile(freshPool, interchangeFile(slug, 1)));
    await preview(freshPool, ids.at(-1) as number);
  }
  const claimed = await Promise.all(Array.from({ length: 8 }, (_, n) => claimImport(db, `w${n}`)));
  const taken = claimed.flatMap((one) => (one === null ? [] : [one.id]));
  expect(taken.sort((a, b) => a - b)).toEqual(ids);
});

test("a lease that ran out is another worker's, and the first one learns of it", async ({ freshPool }) => {
  const db = createDb(freshPool);
  const id = await sendFile(freshPool, interchangeFile("fog", 1));
  await preview(freshPool, id);
  await claimImport(db, "first");
  expect(await claimImport(db, "second")).toBeNull();
  await freshPool.query("update import_run set lease_until = now() - interval '1 second'");
  expect(await claimImport(db, "second")).toMatchObject({ id, attempts: 2 });
  expect(await holdImport(db, id, "first", null)).toBe(false);
  expect(await holdImport(db, id, "second", null)).toBe(true);
});

test("what a worker had that ended is free at once, as if it had not tried, and another's is not", async ({
  freshPool,
}) => {
  const db = createDb(freshPool);
  const ids = [];
  for (const slug of ["fog", "mist"]) {
    ids.push(await sendFile(freshPool, interchangeFile(slug, 1)));
    await preview(freshPool, ids.at(-1) as number);
  }
  await claimImport(db, "ended");
  await claimImport(db, "living");
  await giveBackImports(db, "ended");
  expect(await claimImport(db, "next")).toEqual({ id: ids[0], task: "previewing", attempts: 1 });
  expect(await claimImport(db, "next")).toBeNull();
});

test("a file that cannot be read fails at once, with the reason", async ({ freshPool }) => {
  const id = await sendFile(freshPool, "%PDF-1.7 and no records");
  await preview(freshPool, id);
  await workOnce(freshPool, "w");
  expect(await shown(freshPool, id)).toMatchObject({
    status: "failed",
    attempts: 1,
    failure: expect.stringContaining("it is a PDF, which cannot be read"),
  });
});

test("a failure that is nobody's fault is tried again after a while, then given up with its reason", async ({
  freshPool,
}) => {
  const id = await sendFile(freshPool, interchangeFile("fog", 1));
  await freshPool.query(`
    create function break_off() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
    create trigger broken before insert on work for each row execute function break_off()`);
  await preview(freshPool, id);
  const backOff = [60, 60];
  for (const attempts of [1, 2]) {
    expect(await workOnce(freshPool, "w", undefined, backOff)).toBe(true);
    expect(await shown(freshPool, id)).toMatchObject({ status: "previewing", attempts, leaseUntil: null });
    expect(await workOnce(freshPool, "w", undefined, backOff)).toBe(false);
    await freshPool.query("update import_run set not_before = now()");
  }
  await workOnce(freshPool, "w", undefined, backOff);
  expect(await shown(freshPool, id)).toMatchObject({
    status: "failed",
    failure: expect.stringContaining("Given up after 3 tries: disk full"),
  });
  await freshPool.query("drop trigger broken on work");
  await preview(freshPool, id);
  await workOnce(freshPool, "w");
  expect(await shown(freshPool, id)).toMatchObject({ status: "previewed", failure: null });
});

test("a cancelled import is not done by whoever had it, and can be run to its end later", async ({
  freshPool,
}) => {
  const db = createDb(freshPool);
  const id = await sendFile(freshPool, interchangeFile("fog", 3));
  await preview(freshPool, id);
  await workOnce(freshPool, "w");
  await run(freshPool, id);
  const byUserId = await addPerson(db, { role: "admin" });
  await cancelImport(db, { importRunId: id, byUserId, address: "" });
  expect(await workOnce(freshPool, "w")).toBe(false);
  expect(await shown(freshPool, id)).toMatchObject({ status: "cancelled" });
  await run(freshPool, id);
  await workOnce(freshPool, "w");
  expect(await shown(freshPool, id)).toMatchObject({ status: "done" });
});

test("a run that goes on where an earlier one was cut off says so in its report", async ({ freshPool }) => {
  const id = await sendFile(freshPool, interchangeFile("fog", 3));
  await preview(freshPool, id);
  await workOnce(freshPool, "w");
  await run(freshPool, id);
  await freshPool.query(`
    create function break_off() returns trigger language plpgsql as $$ begin raise 'disk full'; end $$;
    create trigger broken before insert on citation for each row execute function break_off()`);
  await workOnce(freshPool, "w", undefined, [0]);
  await freshPool.query("drop trigger broken on citation");
  await workOnce(freshPool, "w", undefined, [0]);
  const { status, report } = await shown(freshPool, id);
  expect(status).toBe("done");
  expect(report?.works).toEqual({ created: 0, updated: 0, unchanged: 4 });
  expect(report?.citations.created).toBe(3);
  expect(report?.warnings[0]?.message).toContain("begun before");
});

test("a worker whose connections die in the middle leaves what the next one brings to the same end", async ({
  freshPool,
  connection,
}) => {
  const file = interchangeFile("fog", 300);
  const id = await sendFile(freshPool, file);
  await preview(freshPool, id);
  await workOnce(freshPool, "w");
  await run(freshPool, id);
  for (const after of [5, 20, 60, 120]) {
    // Connections of its own, so that none that is about to die serves the test or the next worker.
    const doomed = createPool(String(freshPool.options.connectionString), { applicationName: "doomed" });
    // It may fail before the killing is over, and nobody waits for it until then.
    const killed = workOnce(doomed, randomUUID(), undefined, [0, 0, 0, 0, 0, 0]).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, after));
    await freshPool.query(`select pg_terminate_backend(pid, 60000) from pg_stat_activity
      where datname = current_database() and application_name = 'doomed'`);
    await killed;
    await doomed.end();
    await freshPool.query(
      "update import_run set lease_by = null, lease_until = null, not_before = now(), attempts = 0 where status = 'running'",
    );
  }
  await workOnce(freshPool, "last");
  expect(await shown(freshPool, id)).toMatchObject({ status: "done", failure: null });
  const { format, records } = await recordsOf(bytesOf(file), {});
  await runImport(connection, { fileName: "file.jsonl", format, records });
  const uninterrupted = await contentOf(connection.db);
  expect(uninterrupted.length).toBeGreaterThan(600);
  expect(await contentOf(createDb(freshPool))).toEqual(uninterrupted);
});
