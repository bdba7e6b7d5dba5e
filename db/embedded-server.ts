import { open, rename, stat } from "node:fs/promises";
import { run } from "./embedded-account";
import { type Home, readConnectionFile, writeConnectionFile } from "./embedded-home";
import { freePort, isFree, LOOPBACK } from "./embedded-port";
import { readServerState } from "./embedded-process";
import type { Programs } from "./embedded-programs";

/** A database in its place, and what is needed to start it. */
export type Server = { home: Home; programs: () => Promise<Programs>; durable: boolean };

const SETTINGS = [`listen_addresses=${LOOPBACK}`, "unix_socket_directories=", "timezone=UTC"];
// Tests roll back what they write, and an analyze in the middle of one would find tables that are empty or full of
// dead rows: the plans, and with them the time that a test takes, would differ from run to run. Every core runs a test
// file of its own, and some open a hundred connections.
const SETTINGS_NOT_DURABLE = ["fsync=off", "full_page_writes=off", "autovacuum=off", "max_connections=500"];
const START_SECONDS = 120;
const STOP_SECONDS = 60;
const LOG_LIMIT_BYTES = 10_000_000;
const LOG_LINES_SHOWN = 3;

// Another process was quicker; processes of a killed server have not ended yet; the port was just taken; or
// the server did start, and another process was done with it before ours looked.
const PASSING = /lock file|shared memory block|address already in use|ready to accept connections/i;

/** Why a start failed, in one line, and whether it may succeed in a moment. */
export type Complaint = { text: string; passing: boolean };

/** Sets a log aside that has grown large, and answers the size of the one that will be written to. */
async function sizeOfLog(home: Home): Promise<number> {
  const info = await stat(home.log).catch(() => null);
  if (info === null) return 0;
  if (info.size <= LOG_LIMIT_BYTES) return info.size;
  await rename(home.log, `${home.log}.old`);
  return 0;
}

/** What the server wrote to its log after the first `from` bytes. */
async function logSince(home: Home, from: number): Promise<string> {
  const handle = await open(home.log).catch(() => null);
  if (handle === null) return "";
  try {
    const { size } = await handle.stat();
    // Another process may have set the log aside in between.
    const start = from <= size ? from : 0;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - start), 0, null, start);
    return buffer.toString("utf8", 0, bytesRead).trim();
  } finally {
    await handle.close();
  }
}

/** The end of a log in one line, without time stamps. */
const inOneLine = (log: string): string =>
  log
    .split("\n")
    .slice(-LOG_LINES_SHOWN)
    .map((line) => line.replace(/^.*?\[\d+\] /, "").trim())
    .join(" / ");

async function startAt({ home, programs, durable }: Server, port: number): Promise<Complaint | null> {
  const logged = await sizeOfLog(home);
  const settings = [`port=${port}`, ...SETTINGS, ...(durable ? [] : SETTINGS_NOT_DURABLE)];
  const options = settings.map((setting) => `-c ${setting}`).join(" ");
  const where = ["-D", home.cluster, "-l", home.log];
  const args = ["start", "-w", "-s", "-t", String(START_SECONDS), ...where, "-o", options];
  const { ok, output } = await run((await programs()).pgCtl, args, home.account);
  if (ok) return null;
  const log = (await logSince(home, logged)) || output;
  // Those that start at once write to one log: whether somebody else succeeded is to be asked, not read.
  const { kind } = await readServerState(home);
  return { text: inOneLine(log), passing: kind === "busy" || kind === "ready" || PASSING.test(log) };
}

/**
 * Tries once to start the server, at its remembered port, or at another one if that is taken and the server
 * may move.
 *
 * @returns what it complained of, or null when it runs.
 */
export async function startServer(server: Server, mayMove: boolean): Promise<Complaint | null> {
  const connection = await readConnectionFile(server.home);
  let port = connection.port;
  if (!(await isFree(port))) {
    if (!mayMove) return { text: `another program has taken port ${port}`, passing: true };
    port = await freePort();
  }
  const complaint = await startAt(server, port);
  if (complaint === null && port !== connection.port) {
    await writeConnectionFile(server.home, { ...connection, port });
  }
  return complaint;
}

/** Stops the server and with it every session on it, even those that are busy. What they committed stays. */
export async function stopServer({ home, programs }: Server): Promise<void> {
  const args = ["stop", "-w", "-s", "-t", String(STOP_SECONDS), "-m", "fast", "-D", home.cluster];
  const { ok, output } = await run((await programs()).pgCtl, args, home.account);
  if (ok || (await readServerState(home)).kind === "none") return;
  throw new Error(`The built-in database does not stop: ${output}`);
}
