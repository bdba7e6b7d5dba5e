import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { PAGES_CHANNEL } from "./commands/announce-change";

const RETRY_MS = 250;
const CHECK_MS = 2000;

type Changed = readonly string[] | "all";

/**
 * Calls `onChange` with the paths of public pages that are out of date, until it is told to stop. While the
 * connection was lost nothing could be heard, so every new connection begins with "all".
 *
 * @param url a connection string of PostgreSQL that does not go through a transaction pooler.
 */
export async function listenForChanges(
  url: string,
  onChange: (paths: Changed) => void,
  stop: AbortSignal = new AbortController().signal,
): Promise<void> {
  while (!stop.aborted) {
    const client = new Client({
      connectionString: url,
      application_name: "spokes listener",
      query_timeout: CHECK_MS,
      connectionTimeoutMillis: CHECK_MS,
    });
    client.on("notification", ({ payload }) => onChange(parsePaths(payload)));
    try {
      await listenOnce(client, onChange, stop);
    } catch {
      // The database is away: try again until it is back. Pages that are held ready go on being served.
    }
    await client.end().catch(() => undefined);
    await pause(RETRY_MS, stop);
  }
}

/** Listens on one connection until it is lost, stops answering (a half-open one brings no error) or we stop. */
async function listenOnce(
  client: Client,
  onChange: (paths: Changed) => void,
  stop: AbortSignal,
): Promise<void> {
  let lost = false;
  for (const event of ["error", "end"] as const)
    client.on(event, () => {
      lost = true;
      wake.abort();
    });
  const wake = new AbortController();
  await client.connect();
  await client.query(`listen ${PAGES_CHANNEL}`);
  onChange("all");
  const either = AbortSignal.any([stop, wake.signal]);
  while (!lost && !stop.aborted) {
    await pause(CHECK_MS, either);
    if (!either.aborted) await client.query("select 1");
  }
}

const pause = (milliseconds: number, signal: AbortSignal) =>
  // An abort ends the pause early and is seen by the caller.
  delay(milliseconds, undefined, { signal }).catch(() => undefined);

function parsePaths(payload: string | undefined): Changed {
  const value: unknown = JSON.parse(payload ?? '"all"');
  return Array.isArray(value) ? value.map(String) : "all";
}
