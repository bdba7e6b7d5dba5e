import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { test as base } from "vitest";
import { type OpenedDatabase, openEmbedded } from "@/db/embedded";
import { withClient } from "./test-databases";

/** Another program that uses the built-in database. */
export type Program = { child: ChildProcess; url: string };

/** A data directory for one test, with the programs that use it. */
export type World = {
  dataDir: string;
  /** What the databases opened in this process had to say. */
  notes: string[];
  /** Opens the database in this process. */
  open: () => Promise<OpenedDatabase>;
  /** Starts another program, and waits until it has the database open. */
  startProgram: () => Promise<Program>;
};

const USER_PROGRAM = fileURLToPath(import.meta.resolve("./embedded-user.ts"));
const PROJECT = path.resolve(import.meta.dirname, "../..");

/** The process number of the server of a data directory, or null when its process file is gone. */
export async function serverPid(dataDir: string): Promise<number | null> {
  const content = await readFile(path.join(dataDir, "postgres/cluster/postmaster.pid"), "utf8").catch(
    () => null,
  );
  return content === null ? null : Number(content.split("\n")[0]);
}

/** Whether a process still runs. One that ended but was not yet waited for has no command line any more. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    // There is no such process.
    return false;
  }
  if (process.platform !== "linux") return true;
  return (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")) !== "";
}

/** Ends a process for good and waits until it is gone. */
export async function killHard(pid: number): Promise<void> {
  process.kill(pid, "SIGKILL");
  while (await isAlive(pid)) await sleep(5);
}

/** Whether anybody accepts connections at this address. */
export function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

/** The first row of a query. */
export const ask = (url: string, query: string): Promise<Record<string, unknown> | undefined> =>
  withClient(url, async (client) => (await client.query<Record<string, unknown>>(query)).rows[0]);

async function startProgram(dataDir: string): Promise<Program> {
  const child = spawn(process.execPath, ["--import", "tsx", USER_PROGRAM, dataDir], {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) return { child, url: line };
  throw new Error("The program ended before it had the database open.");
}

/** Asks a program to end, and answers its exit code. */
export async function endProgram({ child }: Program): Promise<number | null> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  return child.exitCode;
}

/** Vitest's `test` with an empty data directory, and with everything ended that was started on it. */
export const test = base.extend<{ world: World }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs.
  world: async ({}, use) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), "spokes-test-"));
    // As root we run the server as another account, which has to enter.
    await chmod(dataDir, 0o755);
    const programs: Program[] = [];
    const opened: OpenedDatabase[] = [];
    const notes: string[] = [];
    await use({
      dataDir,
      notes,
      open: async () => {
        const database = await openEmbedded({ dataDir, durable: false, note: (line) => notes.push(line) });
        opened.push(database);
        return database;
      },
      startProgram: async () => {
        const program = await startProgram(dataDir);
        programs.push(program);
        return program;
      },
    });
    await Promise.all(opened.map((database) => database.release()));
    for (const { child } of programs) if (child.exitCode === null) child.kill("SIGKILL");
    const pid = await serverPid(dataDir);
    if (pid !== null && (await isAlive(pid))) await killHard(pid);
    await rm(dataDir, { recursive: true, force: true });
  },
});
