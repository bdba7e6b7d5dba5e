import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** The command line of the installed Next. */
export const NEXT = createRequire(import.meta.url).resolve("next/dist/bin/next");

const BUILT_FROM = [
  "app",
  "lib",
  "db",
  "public",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const STAMP = ".next/built-from";
const LOOK_EVERY_MS = 1000;
/** How Next says that somebody else builds here. */
const TAKEN = /Another .*next build.* process is already running/;

/** Builds the site unless `.next` already holds a build of these very sources, or another program is just making it. */
export async function buildIfNeeded(): Promise<void> {
  const sources = await digestOf(BUILT_FROM);
  const isBuilt = async () => (await readFile(STAMP, "utf8").catch(() => "")) === sources;
  if (await isBuilt()) return;
  console.log("Building the site; this takes a minute and is done once …");
  const started = Date.now();
  while (!(await isBuilt())) {
    const { code, output } = await run([NEXT, "build"]);
    if (code === 0) await writeFile(STAMP, sources);
    else if (TAKEN.test(output)) await delay(LOOK_EVERY_MS);
    else throw new Error(`The build failed:\n${output}`);
  }
  console.log(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
}

async function digestOf(roots: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const root of roots)
    for (const file of await filesOf(root)) hash.update(file).update(await readFile(file));
  return hash.digest("hex");
}

async function filesOf(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return [root];
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name));
  return files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
}

/** Runs a Node program to its end. */
async function run(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, output };
}
