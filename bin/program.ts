import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "@/db/embedded-port";

/** A running `npm start`. */
export interface Program {
  url: string;
  process: ChildProcess;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
  /** What it has printed so far. */
  output: () => string;
}

const READY_WITHIN_MS = 180_000;

const START = [process.execPath, "--import", "tsx", "bin/start.ts"];

/** Starts the site with its own data directory and waits until it answers. */
export async function startProgram(
  environment: Record<string, string>,
  [command = "", ...args]: readonly string[] = START,
): Promise<Program> {
  const port = environment.PORT ?? String(await freePort());
  const child = spawn(command, args, {
    env: { ...process.env, DATABASE_URL: "", HOST: "127.0.0.1", ...environment, PORT: port },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const url = `http://127.0.0.1:${port}`;
  for (const started = Date.now(); Date.now() - started < READY_WITHIN_MS; await delay(100)) {
    if (child.exitCode !== null) break;
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return { url, process: child, ended, output: () => output };
  }
  child.kill("SIGTERM");
  throw new Error(`The site did not start:\n${output}`);
}
