import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { PAGES_CHANNEL } from "./commands/announce-change";

const RETRY_MS = 250;
const CHECK_MS = 2000;

/**
 * Calls `onChange` with the paths of public pages that are out of date, for as long as the process lives. While the
 * connection was lost nothing could be heard, so every new connection begins with "all".
 */
export async function listenForChanges(
  url: string,
  onChange: (paths: readonly string[] | "all") => void,
): Promise<never> {
  for (;;) {
    const client = new pg.Client({ connectionString: url, application_name: "spokes listener", query_timeout: CHECK_MS });
    const lost = new Promise<void>((resolve) => {
      client.on("error", () => resolve());
      client.on("end", () => resolve());
    });
    client.on("notification", ({ payload }) => onChange(parsePaths(payload)));
    try {
      await client.connect();
      await client.query(`listen ${PAGES_CHANNEL}`);
      onChange("all");
      await Promise.race([lost, stopsAnswering(client)]);
    } catch {
      // The database is away: try again until it is back. Pages that are held ready go on being served.
    }
    await client.end().catch(() => undefined);
    await delay(RETRY_MS);
  }
}

/** Rejects once the server no longer answers: a half-open connection brings no error of its own. */
async function stopsAnswering(client: pg.Client): Promise<never> {
  for (;;) {
    await delay(CHECK_MS);
    await client.query("select 1");
  }
}

function parsePaths(payload: string | undefined): readonly string[] | "all" {
  const value: unknown = JSON.parse(payload ?? '"all"');
  return Array.isArray(value) ? value.map(String) : "all";
}
