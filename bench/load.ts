import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import autocannon from "autocannon";

const run = promisify(execFile);

/** A request that is made anew each time, for those that may be sent only once. */
export type MakeRequest = () => {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: string;
};

export interface Load {
  url: string;
  seconds: number;
  connections?: number;
}

export interface Answered {
  perSecond: number;
  /** Answers by their status; `failed` counts connections that broke. */
  statuses: Readonly<Record<string, number>>;
}

const CONNECTIONS = 20;

let wrk: Promise<boolean> | undefined;

/** Whether wrk is installed; it takes far less of the machine than autocannon. */
export function hasWrk(): Promise<boolean> {
  wrk ??= run("wrk", ["-v"]).then(
    () => true,
    // It prints its version and ends with 1.
    (error: { code?: unknown }) => error.code === 1,
  );
  return wrk;
}

/** Asks for one address as often as it is answered, and gives the answers per second; every answer must be a 200. */
export async function readUnderLoad(load: Load): Promise<number> {
  return (await hasWrk()) ? runWrk(load) : runAutocannon(load);
}

/** On the last core, where the machine can say so: the generator must not take the site's. */
const pinned = process.platform === "linux" ? ["taskset", "-c", String(availableParallelism() - 1)] : [];

async function runWrk({ url, seconds, connections = CONNECTIONS }: Load): Promise<number> {
  const [command = "", ...args] = [
    ...pinned,
    "wrk",
    "-t1",
    `-c${connections}`,
    `-d${seconds}s`,
    "-H",
    "Accept-Encoding: identity",
    url,
  ];
  const { stdout } = await run(command, args);
  const bad = /Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1];
  if (bad) throw new Error(`${bad} answers of ${url} were errors`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}

async function runAutocannon({ url, seconds, connections = CONNECTIONS }: Load): Promise<number> {
  const result = await autocannon({ url, connections, duration: seconds });
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} answers of ${url} were errors`);
  return result["2xx"] / result.duration;
}

/** Sends requests that are all different for so many seconds, and counts what came back. */
export async function sendUnderLoad(
  { url, seconds, connections = CONNECTIONS }: Load,
  make: MakeRequest,
): Promise<Answered> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, ...make() }) }],
  });
  const statuses = Object.fromEntries(
    Object.entries(result.statusCodeStats ?? {}).map(([status, { count = 0 }]) => [status, count]),
  );
  const answered = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  return { perSecond: answered / result.duration, statuses: { ...statuses, failed: result.errors } };
}
