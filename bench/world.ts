import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { buildIfNeeded } from "@/bin/build";
import { type Program, startProgram } from "@/bin/program";
import { createPool } from "@/db/client";
import { openDatabase } from "@/db/database";
import { readEnv } from "@/lib/env";
import { writeMadeHub } from "./made-hub";
import { readRealGraph } from "./real-graph";

const run = promisify(execFile);

export const LARGE = { slug: "large", citers: 100_000 };
export const SMALL = { slug: "small", citers: 100 };

/** The shipped site on a database of its own with a large and a small hub. */
export interface World {
  site: Program;
  pool: ReturnType<typeof createPool>;
  databaseUrl: string;
  secret: string;
  folder: string;
  close: () => Promise<void>;
}

/** Builds the site, starts it and imports both hubs. */
export async function openWorld(): Promise<World> {
  await buildIfNeeded();
  const folder = path.resolve(`.data/bench-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const secret = randomBytes(32).toString("hex");
  const site = await startProgram({ DATA_DIR: folder, DEMO_DATA: "off", AUTH_SECRET: secret });
  const database = await openDatabase(readEnv({ DATA_DIR: folder }));
  const pool = createPool(database.url, { applicationName: "spokes bench" });
  const graph = readRealGraph();
  for (const hub of [SMALL, LARGE]) {
    const file = path.join(folder, `${hub.slug}.jsonl`);
    await writeMadeHub(file, { ...hub, references: true, graph });
    await importInChild(file, { DATA_DIR: folder, DATABASE_URL: "" });
  }
  await pool.query("vacuum analyze");
  return {
    site,
    pool,
    databaseUrl: database.url,
    secret,
    folder,
    async close() {
      await pool.end();
      await database.release();
      site.process.kill("SIGTERM");
      await site.ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Imports a file by the command that people use, and gives the most memory that it held, in bytes. A process begins with
 * the peak of the one that starts it: here that is npm, which is small, and not the bench.
 */
export async function importInChild(file: string, env: Record<string, string>): Promise<number> {
  const { stdout } = await run("npm", ["run", "--silent", "import", "--", file], {
    env: { ...process.env, ...env, NODE_OPTIONS: `--import=${SAY_PEAK}` },
    maxBuffer: 64 * 1024 * 1024,
  });
  return Number(/PEAK (\d+)/.exec(stdout)?.[1]);
}

const SAY_PEAK = `data:text/javascript,${encodeURIComponent(`
  if (process.argv[1]?.endsWith("import.ts"))
    process.on("exit", () => console.log("PEAK " + process.resourceUsage().maxRSS * 1024));
`)}`;

/** A new, empty database on the server of the world. */
export async function createDatabase(
  { pool, databaseUrl }: Pick<World, "pool" | "databaseUrl">,
  name: string,
): Promise<string> {
  await pool.query(`drop database if exists ${name} with (force)`);
  await pool.query(`create database ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}
