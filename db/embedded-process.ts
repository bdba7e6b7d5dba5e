import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm } from "node:fs/promises";
import { run } from "./embedded-account";
import type { Home } from "./embedded-home";

/**
 * What the process file of a database says: no server, one of ours (still starting or stopping, or ready for
 * connections at a port), or a process that took the number of a server which died.
 */
export type ServerState =
  | { kind: "none" }
  | { kind: "busy" }
  | { kind: "ready"; port: number }
  | { kind: "foreign"; content: string };

// Lines of postmaster.pid, counted from 0: src/include/utils/pidfile.h of PostgreSQL.
const PROCESS_LINE = 0;
const PORT_LINE = 3;
const STATUS_LINE = 7;

/** The command line of a process, or null when there is no such process. */
async function commandOf(pid: number): Promise<string | null> {
  if (process.platform === "linux") {
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
    return command?.replaceAll("\0", " ") ?? null;
  }
  const { ok, output } = await run("ps", ["-o", "command=", "-p", String(pid)], null);
  return ok ? output : null;
}

/** Looks at the process file of a database and at the process that it names. */
export async function readServerState(home: Home): Promise<ServerState> {
  const content = await readFile(home.pidFile, "utf8").catch(() => "");
  const lines = content.split("\n").map((line) => line.trim());
  const pid = Number(lines[PROCESS_LINE]);
  if (!Number.isInteger(pid) || pid <= 0) return { kind: "none" };
  const command = await commandOf(pid);
  if (command === null) return { kind: "none" };
  if (!command.includes("postgres") || !command.includes(home.cluster)) return { kind: "foreign", content };
  const port = Number(lines[PORT_LINE]);
  return lines[STATUS_LINE] === "ready" ? { kind: "ready", port } : { kind: "busy" };
}

/**
 * Removes a process file whose process is foreign. Should a server have written a new one since it was
 * looked at, that one is put back.
 */
export async function removeForeignPidFile(home: Home, content: string): Promise<void> {
  const aside = `${home.pidFile}.${randomBytes(4).toString("hex")}`;
  try {
    await rename(home.pidFile, aside);
  } catch {
    // Another process was quicker.
    return;
  }
  if ((await readFile(aside, "utf8")) !== content) await link(aside, home.pidFile);
  await rm(aside);
}
