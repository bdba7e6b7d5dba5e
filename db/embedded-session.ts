import { setTimeout as sleep } from "node:timers/promises";
import { Client, DatabaseError } from "pg";
import { UserError } from "@/lib/errors";
import { type Home, readConnectionFile } from "./embedded-home";
import { LOOPBACK } from "./embedded-port";
import { readServerState, removeForeignPidFile } from "./embedded-process";
import { type Server, startServer, stopServer } from "./embedded-server";

/** A place among the users of a running server. It lasts as long as its connection. */
export type Session = { client: Client; url: string };

// Every session holds this lock shared; who then gets it alone is the last user.
const USERS_LOCK = 7_305_806;
const PATIENCE_MS = 120_000;
const PAUSE_MS = 25;

// A server that is killed while it starts says nothing; one that cannot start says so every time.
const REFUSALS = 3;

/** Whether an error says that the server is stopping, starting or gone, and not that we are wrong. */
const isPassing = (error: unknown): boolean =>
  // 57P01 to 57P03: shutting down, crashed, starting up.
  error instanceof DatabaseError ? /^57P/.test(error.code ?? "") : !(error instanceof UserError);

/** Opens a session on the maintenance database, after making sure that it is the one of this home. */
async function openSession(home: Home, port: number): Promise<Session> {
  const { user, password, database } = await readConnectionFile(home);
  const client = new Client({
    host: LOOPBACK,
    port,
    user,
    password,
    database: "postgres",
    application_name: `spokes keeper ${process.pid}`,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that dies rejects what it was doing, and its owner listens for its end.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ directory: string }>(
      "select current_setting('data_directory') as directory",
    );
    if (rows[0]?.directory !== home.cluster) {
      throw new UserError(
        `Port ${port} belongs to the database in ${rows[0]?.directory}, not ${home.cluster}.`,
      );
    }
    await client.query("select pg_advisory_lock_shared($1)", [USERS_LOCK]);
    return { client, url: `postgres://${user}:${password}@${LOOPBACK}:${port}/${database}` };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/**
 * Joins the users of a server, after starting it if it does not run. Works beside other processes that do the
 * same, and beside one that is just stopping the server. After `signal` it joins only a server that runs: one
 * that it has just started must not be left behind.
 *
 * @throws UserError when the server cannot be started or does not become ready in two minutes.
 */
export async function join(
  server: Server,
  { mayMove, signal }: { mayMove: boolean; signal?: AbortSignal },
): Promise<Session> {
  const deadline = Date.now() + PATIENCE_MS;
  let complaint = "it does not become ready";
  let refusals = 0;
  while (Date.now() < deadline) {
    const state = await readServerState(server.home);
    if (state.kind === "ready") {
      try {
        return await openSession(server.home, state.port);
      } catch (error) {
        if (!isPassing(error)) throw error;
        complaint = String(error);
      }
    } else if (signal?.aborted) {
      break;
    } else if (state.kind !== "busy") {
      const failure = await startServer(server, mayMove);
      if (failure === null) continue;
      complaint = failure.text;
      if (!failure.passing) refusals += 1;
      if (refusals === REFUSALS) break;
      if (state.kind === "foreign") await removeForeignPidFile(server.home, state.content);
    }
    await sleep(PAUSE_MS);
  }
  throw new UserError(`The built-in database cannot be started: ${complaint} (see ${server.home.log}).`);
}

/** Leaves the users of a server, and stops it when nobody else is left. */
export async function leave(server: Server, { client }: Session): Promise<void> {
  let last = false;
  try {
    // In this order: were ours still held, two that leave at once would each take the other for a user.
    await client.query("select pg_advisory_unlock_shared($1)", [USERS_LOCK]);
    const { rows } = await client.query<{ last: boolean }>("select pg_try_advisory_lock($1) as last", [
      USERS_LOCK,
    ]);
    last = rows[0]?.last ?? false;
  } catch (error) {
    // Without its connection a session holds no lock: there is nothing to give up.
    if (!isPassing(error)) throw error;
  }
  if (last) await stopServer(server);
  await client.end();
}
