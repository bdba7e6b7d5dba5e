import { randomBytes } from "node:crypto";
import path from "node:path";
import { type Program, startProgram } from "@/bin/program";
import { createDb, createPool, type Db } from "@/db/client";
import { openDatabase } from "@/db/database";
import { freePort } from "@/db/embedded-port";
import { readEnv } from "@/lib/env";
import { killTree, processesNaming } from "./processes";

/** The built site with a database of its own, which a trial may leave in ruins. */
export interface Site {
  url: string;
  databaseUrl: string;
  pool: ReturnType<typeof createPool>;
  db: Db;
  secret: string;
  /** Where it keeps its data. */
  folder: string;
  program: () => Program;
  /** What a command needs to work on the same data. */
  environment: Record<string, string>;
  /** Ends the site at once with kill -9; its database goes on. */
  kill: () => Promise<void>;
  /** Starts it again, at the same address, with more settings. */
  start: (more?: Record<string, string>) => Promise<void>;
  /** Asks it to end, as a service manager does; gives the exit code. */
  stop: () => Promise<number | null>;
  /** Ends whatever still runs. @throws when a process is left over that still names the folder. */
  close: () => Promise<void>;
}

/** Starts the site without demonstration data. With `holdsDatabase` off nobody but the site keeps the database running. */
export async function openSite(
  parent: string,
  {
    environment: more = {},
    holdsDatabase = true,
  }: { environment?: Record<string, string>; holdsDatabase?: boolean } = {},
): Promise<Site> {
  const folder = path.join(parent, "data");
  const secret = randomBytes(32).toString("hex");
  const environment = {
    DATA_DIR: folder,
    DEMO_DATA: "off",
    AUTH_SECRET: secret,
    LOG_LEVEL: "error",
    DATABASE_URL: "",
    ...more,
  };
  const PORT = String(await freePort());
  let program = await startProgram({ ...environment, PORT });
  const database = await openDatabase(readEnv(environment));
  if (!holdsDatabase) await database.release();
  const pool = createPool(database.url, { applicationName: "spokes chaos" });
  return {
    url: program.url,
    databaseUrl: database.url,
    pool,
    db: createDb(pool),
    secret,
    folder,
    environment,
    program: () => program,
    async kill() {
      await killTree(program.process.pid ?? 0);
      await program.ended;
    },
    async start(settings = {}) {
      program = await startProgram({ ...environment, ...settings, PORT });
    },
    stop() {
      program.process.kill("SIGTERM");
      return program.ended;
    },
    async close() {
      await pool.end();
      if (program.process.exitCode === null) program.process.kill("SIGTERM");
      await program.ended;
      if (holdsDatabase) await database.release();
      const left = await processesNaming(folder);
      if (left.length > 0) throw new Error(`${left.length} processes were left behind: ${left[0]?.command}`);
    },
  };
}

/** Opens a site for a piece of work and closes it, however the work ends. */
export async function withSite<Result>(
  parent: string,
  work: (site: Site) => Promise<Result>,
  options: Parameters<typeof openSite>[1] = {},
): Promise<Result> {
  const site = await openSite(parent, options);
  let result: Result;
  try {
    result = await work(site);
  } catch (error) {
    // What broke is what counts, not what it left behind.
    await site.close().catch(() => undefined);
    throw error;
  }
  await site.close();
  return result;
}
