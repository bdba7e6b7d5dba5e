import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { startProgram } from "@/bin/program";
import { createPool } from "@/db/client";

const DATA_DIR = path.resolve(`.data/log-${process.pid}`);
const CANARY = "canary-7f3a";

test.describe.configure({ timeout: 240_000 });
test.beforeAll(async () => {
  await mkdir(DATA_DIR, { recursive: true });
});
test.afterAll(async () => {
  await rm(DATA_DIR, { recursive: true, force: true });
});

/** The database of the program, as the file for its keepers says. */
async function databaseUrl(): Promise<string> {
  const text = await readFile(path.join(DATA_DIR, "postgres/connection.json"), "utf8");
  const { user, password, port, database } = JSON.parse(text);
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

test("the log tells requests and faults apart by name, and nothing of anybody; a visitor sees no stack", async () => {
  const program = await startProgram({ DATA_DIR, DEMO_DATA: "off" });
  const headers = { cookie: `spokes-session=${CANARY}`, "user-agent": CANARY, "x-request-id": CANARY };
  const lines = () =>
    program
      .output()
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));
  try {
    for (const address of [`/hubs?q=${CANARY}`, `/people/${CANARY}`, `/${CANARY}`, `/reset?token=${CANARY}`])
      await fetch(`${program.url}${address}`, { headers });
    expect((await fetch(`${program.url}/livez`)).status).toBe(200);
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200);

    const pool = createPool(await databaseUrl(), { max: 1 });
    await pool.query('alter table "user" rename to was_user; alter table hub rename to was_hub');
    const broken = await fetch(`${program.url}/people/${CANARY}`, { headers });
    await fetch(`${program.url}/hubs?q=${CANARY}`, { headers });
    await pool.query('alter table was_user rename to "user"; alter table was_hub rename to hub');
    await pool.end();
    expect(broken.status).toBe(500);
    const shown = await broken.text();
    expect(shown).not.toContain("node_modules");
    expect(shown).not.toContain("was_user");
    expect(shown).not.toContain("Failed query");

    const name = broken.headers.get("x-request-id");
    await expect
      .poll(() => lines().some((line) => line.request === name && line.level === "error"))
      .toBe(true);
    const fault = lines().find((line) => line.request === name && line.level === "error");
    expect(fault).toMatchObject({
      route: expect.stringContaining("/people/[handle]"),
      err: { stack: expect.any(String) },
    });
    expect(lines()).toContainEqual(expect.objectContaining({ msg: "request", route: "/hubs", status: 200 }));
    expect(program.output()).not.toContain(CANARY);
  } finally {
    program.process.kill("SIGTERM");
  }
  expect(await program.ended).toBe(0);
});
