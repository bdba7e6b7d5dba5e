import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { openDatabase } from "@/db/database";
import { largeHub } from "@/e2e/large-hub";
import { readEnv } from "@/lib/env";
import { buildIfNeeded } from "./build";
import { startProgram } from "./program";

const PLAYWRIGHT = createRequire(import.meta.url).resolve("@playwright/test/cli");
/** Not named after the process: the next one of that number would find what a killed run left. */
const DATA_DIR = `.data/e2e-${randomBytes(4).toString("hex")}`;
const CITERS_OF_THE_LARGE_HUB = 130;

/** `npm run e2e -- [ARGUMENTS OF PLAYWRIGHT]`: the browser tests against the built site with the demonstration data. */
await buildIfNeeded();
await mkdir(DATA_DIR, { recursive: true });
const AUTH_SECRET = randomBytes(32).toString("hex");
const program = await startProgram({ DATA_DIR, DEMO_DATA: "on", AUTH_SECRET });
// The tests sign people in by a row of the same database.
const database = await openDatabase(readEnv({ DATA_DIR }));
try {
  const file = path.join(DATA_DIR, "large-hub.jsonl");
  await writeFile(file, largeHub(CITERS_OF_THE_LARGE_HUB));
  const imported = await run(["--import", "tsx", "bin/import.ts", file], { DATA_DIR, DATABASE_URL: "" });
  const arguments_ = [PLAYWRIGHT, "test", "--config", "e2e", ...process.argv.slice(2)];
  const site = {
    SPOKES_URL: program.url,
    SPOKES_DATABASE_URL: database.url,
    SPOKES_DATA_DIR: path.resolve(DATA_DIR),
    AUTH_SECRET,
  };
  process.exitCode = imported || (await run(arguments_, site));
} finally {
  await database.release();
  program.process.kill("SIGTERM");
  const code = await program.ended;
  if (code !== 0) {
    console.error(`The site ended with code ${code}:\n${program.output()}`);
    process.exitCode = 1;
  }
  await rm(DATA_DIR, { recursive: true, force: true });
}

/** Runs a Node program to its end and gives its exit code. */
function run(args: readonly string[], environment: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...environment }, stdio: "inherit" });
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}
