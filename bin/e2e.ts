import { spawn } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { buildIfNeeded } from "./build";
import { startProgram } from "./program";

const PLAYWRIGHT = createRequire(import.meta.url).resolve("@playwright/test/cli");
const DATA_DIR = `.data/e2e-${process.pid}`;

/** `npm run e2e -- [ARGUMENTS OF PLAYWRIGHT]`: the browser tests against the built site with the demonstration data. */
await buildIfNeeded();
await mkdir(DATA_DIR, { recursive: true });
const program = await startProgram({ DATA_DIR, DEMO_DATA: "on" });
try {
  const tests = spawn(process.execPath, [PLAYWRIGHT, "test", "--config", "e2e", ...process.argv.slice(2)], {
    env: { ...process.env, SPOKES_URL: program.url },
    stdio: "inherit",
  });
  process.exitCode = await new Promise<number>((resolve) => tests.on("close", (code) => resolve(code ?? 1)));
} finally {
  program.process.kill("SIGTERM");
  const code = await program.ended;
  if (code !== 0) {
    console.error(`The site ended with code ${code}:\n${program.output()}`);
    process.exitCode = 1;
  }
  await rm(DATA_DIR, { recursive: true, force: true });
}
