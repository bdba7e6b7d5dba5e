import { Client, type Pool, type PoolClient } from "pg";

const ASK_AFTER_MS = 2_000;
const ANSWER_WITHIN_MS = 4_000;
/** What the driver says when the server does not. */
const SILENT = /timeout expired|query read timeout/i;

/**
 * Ends the connections of a pool that are in use when its server has fallen silent: one that hangs, or that the network
 * lost, breaks no connection, and who waits for it would wait for minutes. What simply takes long is left alone: then
 * the server answers another connection.
 */
export function watchForHangs(
  pool: Pool,
  { askAfterMs, answerWithinMs } = { askAfterMs: ASK_AFTER_MS, answerWithinMs: ANSWER_WITHIN_MS },
): void {
  const inUse = new Map<PoolClient, number>();
  pool.on("acquire", (client) => inUse.set(client, performance.now()));
  pool.on("release", (_error, client) => inUse.delete(client));
  pool.on("remove", (client) => inUse.delete(client));
  let asking = false;
  const look = async () => {
    const isLong = [...inUse.values()].some((since) => performance.now() - since > askAfterMs);
    if (asking || !isLong) return;
    asking = true;
    const asked = performance.now();
    if (await isSilent(pool, answerWithinMs))
      for (const [client, since] of inUse) if (since < asked) streamOf(client).destroy();
    asking = false;
  };
  const timer = setInterval(() => (pool.ended ? clearInterval(timer) : void look()), askAfterMs / 2);
  timer.unref();
}

/** Whether the server of a pool says nothing to a new connection in time; a refusal is an answer. */
async function isSilent(pool: Pool, withinMs: number): Promise<boolean> {
  const client = new Client({
    connectionString: pool.options.connectionString,
    application_name: "spokes watch",
    connectionTimeoutMillis: withinMs,
    query_timeout: withinMs,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return false;
  } catch (error) {
    return error instanceof Error && SILENT.test(error.message);
  } finally {
    // Its own way of ending waits for an answer.
    streamOf(client).destroy();
  }
}

/** The socket of a connection, which the driver's own types keep to clients. */
const streamOf = (client: PoolClient | Client) => (client as Client).connection.stream;
