import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { createDb, createPool } from "@/db/client";
import { forgetCutOffBackup } from "@/db/commands/backup-runs";
import { giveBackImports } from "@/db/commands/import/lease-import";
import { offerSetup } from "@/db/commands/set-up";
import { openDatabase } from "@/db/database";
import { migrate } from "@/db/migrate";
import { type Env, readEnv } from "@/lib/env";
import { UserError } from "@/lib/errors";
import { loadDemonstration } from "@/lib/jobs/load-demonstration";
import { readOrMakeSecret } from "./auth-secret";
import { buildIfNeeded, NEXT } from "./build";
import { endWithUserErrors } from "./end";

const SITE_STOPS_WITHIN_MS = 8000;
const FRONT_DOOR = pathToFileURL("lib/front-door/open.mjs").href;

/** `npm start` and, with `--dev`, `npm run dev`: database, migrations, demonstration data, site; until a signal. */
async function main(): Promise<void> {
  const dev = process.argv.includes("--dev");
  const env = readEnv(process.env);
  if (env.ROLE === "worker")
    throw new UserError(
      "ROLE=worker serves no pages: start it by npm run worker, or set ROLE to all or web.",
    );
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());
  await refuseTakenPort(env);
  if (!dev) await buildIfNeeded();
  const database = await openDatabase(env);
  try {
    await migrate(database.url);
    env.AUTH_SECRET ??= await readOrMakeSecret(env.DATA_DIR);
    if (env.DEMO_DATA === "on") await fillEmptyDatabase(database.url);
    if (!stopping.signal.aborted) await serve(env, database.url, dev, stopping.signal);
  } finally {
    await database.release();
  }
}

async function refuseTakenPort({ HOST, PORT }: Env): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) =>
      reject(
        new UserError(
          `Cannot listen on ${HOST}:${PORT} (${error.message}); set PORT or HOST to something free.`,
        ),
      ),
    );
    server.listen(PORT, HOST, () => server.close(() => resolve()));
  });
}

async function fillEmptyDatabase(url: string): Promise<void> {
  const pool = createPool(url, { max: 2, applicationName: "spokes start" });
  try {
    if (await loadDemonstration(pool)) console.log("Loaded the demonstration hubs into the empty database.");
  } finally {
    await pool.end();
  }
}

/** The secret with which somebody can become the first admin; null when there is one. */
async function setupSecret(url: string): Promise<string | null> {
  const pool = createPool(url, { max: 1, applicationName: "spokes start" });
  try {
    return await offerSetup(createDb(pool));
  } finally {
    await pool.end();
  }
}

async function serve(env: Env, databaseUrl: string, dev: boolean, stop: AbortSignal): Promise<void> {
  const address = env.SITE_URL ?? `http://localhost:${env.PORT}`;
  const worker = randomUUID();
  const site = spawn(
    process.execPath,
    [NEXT, dev ? "dev" : "start", "--port", String(env.PORT), "--hostname", env.HOST],
    {
      env: {
        ...process.env,
        DATABASE_URL: env.DATABASE_URL ?? databaseUrl,
        DATABASE_URL_DIRECT: databaseUrl,
        SITE_URL: address,
        NEXTAUTH_URL: `${address}/api/auth`,
        AUTH_SECRET: env.AUTH_SECRET,
        WORKER_NAME: worker,
        // Whoever starts it at a terminal reads what concerns them; a service manager keeps a line a request.
        LOG_LEVEL: env.LOG_LEVEL ?? (process.stderr.isTTY ? "warn" : "info"),
        // By the environment, because next dev serves from a process of its own.
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --import=${FRONT_DOOR}`.trim(),
        NODE_ENV: dev ? "development" : "production",
        NEXT_TELEMETRY_DISABLED: "1",
      },
      stdio: ["ignore", dev ? "inherit" : "ignore", "inherit"],
      // A group of its own, so that Ctrl-C reaches it once, from us.
      detached: true,
    },
  );
  const ended = new Promise<number | string | null>((resolve) =>
    site.on("close", (code, signal) => resolve(signal ?? code)),
  );
  const leave = () => site.kill("SIGTERM");
  stop.addEventListener("abort", leave);
  const over = new AbortController();
  const waiting = AbortSignal.any([stop, over.signal]);
  void sayWhenReady(address, env, await setupSecret(databaseUrl), waiting);
  stop.addEventListener("abort", () => {
    void delay(SITE_STOPS_WITHIN_MS, undefined, { signal: over.signal }).then(
      () => site.kill("SIGKILL"),
      () => undefined,
    );
  });
  const how = await ended;
  over.abort();
  // With the database away, its lease runs out; a backup that somebody else makes is theirs.
  await giveBack(databaseUrl, worker).catch(() => undefined);
  if (!stop.aborted) throw new Error(`The site ended by itself with ${how}.`);
  if (how === "SIGKILL")
    throw new Error(`The site did not end within ${SITE_STOPS_WITHIN_MS / 1000} s and was killed.`);
  console.log("Spokes has stopped.");
}

/** What the worker in the site was at when the site ended, so that the next one takes it up or makes it at once. */
async function giveBack(url: string, worker: string): Promise<void> {
  const pool = createPool(url, { max: 1, applicationName: "spokes start" });
  try {
    await giveBackImports(createDb(pool), worker);
    await forgetCutOffBackup(createDb(pool));
  } finally {
    await pool.end();
  }
}

async function sayWhenReady(
  address: string,
  { HOST, PORT }: Env,
  setup: string | null,
  stop: AbortSignal,
): Promise<void> {
  const host = { "0.0.0.0": "127.0.0.1", "::": "[::1]" }[HOST] ?? (HOST.includes(":") ? `[${HOST}]` : HOST);
  while (!stop.aborted) {
    const answer = await fetch(`http://${host}:${PORT}/`).catch(() => null);
    if (answer?.ok) {
      const ready = `Spokes is at ${address} — Ctrl-C stops it.`;
      const toDo = `Nobody runs it yet. Become its admin, once, at ${address}/setup?token=${setup}`;
      console.log(setup === null ? ready : `${ready}\n${toDo}`);
      return;
    }
    await delay(100);
  }
}

await endWithUserErrors(main);
