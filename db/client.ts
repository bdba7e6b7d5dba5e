import { drizzle, type NodePgQueryResultHKT } from "drizzle-orm/node-postgres";
import type { PgDatabase } from "drizzle-orm/pg-core";
import { Client, type ClientConfig, Pool, type PoolClient, types } from "pg";
import { isOutage, UncertainCommitError } from "./outage";

/** What every query and command takes first: a database or a transaction on it. */
export type Db = PgDatabase<NodePgQueryResultHKT>;

/** One connection, as drizzle and as the driver see it, so that COPY and queries share a transaction. */
export type Connection = { db: Db; client: PoolClient };

export type PoolOptions = {
  /** The largest number of connections. */
  max?: number;
  /** Milliseconds in which the server answers a new connection; without it, as long as one may wait for any. */
  answerWithinMs?: number;
  /** Milliseconds after which the server gives up a statement; without it, never. */
  statementTimeoutMs?: number;
  /** The name that the server's list of activity shows. */
  applicationName?: string;
  /** Whether something like PgBouncer stands between, which gives every transaction any session. */
  behindPooler?: boolean;
};

const CONNECT_WITHIN_MS = 10_000;
const BIGINT_ARRAY: number = 1016;

function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The bigint ${text} is too large for a number.`);
  return value;
}

// Set for all of the driver, because drizzle asks for the parsers of the driver and not for those of a pool.
const parseBigintArray: (text: string) => (string | null)[] = types.getTypeParser(BIGINT_ARRAY);
types.setTypeParser(types.builtins.INT8, parseBigint);
types.setTypeParser(BIGINT_ARRAY, (text) =>
  parseBigintArray(text).map((item) => (item === null ? null : parseBigint(item))),
);

/**
 * Opens a pool of connections. Values of type bigint come back as numbers. A connection that dies costs what
 * was being done on it and is replaced; it never ends the program. Whoever made the pool ends it.
 *
 * @param url a connection string of PostgreSQL.
 */
export function createPool(url: string, options: PoolOptions = {}): Pool {
  const { answerWithinMs = CONNECT_WITHIN_MS } = options;
  const pool = new Pool({
    connectionString: url,
    // The pool's own limit also covers the wait for a connection that is in use.
    Client: class extends Client {
      constructor(config?: ClientConfig) {
        super({ ...config, connectionTimeoutMillis: answerWithinMs });
      }
    },
    max: options.max ?? 10,
    statement_timeout: options.statementTimeoutMs,
    application_name: options.applicationName ?? "spokes",
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  // An error event without a listener ends the program. Who was using the connection learns of its death by
  // the rejection of the query, and the pool drops it.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  if (options.behindPooler) pool.on("connect", leaveNamesOut);
  return pool;
}

/** A statement that was prepared by name is known to one session, and the next transaction may have another. */
function leaveNamesOut(client: PoolClient): void {
  const { query } = client;
  client.query = (first: unknown, ...rest: unknown[]) => {
    const isNamed = typeof first === "object" && first?.constructor === Object && "name" in first;
    return Reflect.apply(query, client, [isNamed ? { ...first, name: undefined } : first, ...rest]);
  };
}

/**
 * Runs `work` on one connection of the pool, which goes back afterwards however `work` ends; a connection that
 * died or was left inside a transaction is closed instead.
 *
 * @throws whatever `work` throws, or the reason why there is no connection.
 */
export async function withConnection<T>(
  pool: Pool,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    return await work({ db: drizzle(client), client });
  } finally {
    client.release(client.getTransactionStatus() !== "I");
  }
}

/**
 * A database on the pool: each query takes any free connection, each transaction one for itself.
 */
export function createDb(pool: Pool): Db {
  const db = drizzle(pool);
  // drizzle never gives a connection back that dies between being taken and `begin`: some outages later the
  // pool would be empty. withConnection always does.
  db.transaction = async (work, config) => {
    let worked = false;
    try {
      return await withConnection(pool, (connection) =>
        connection.db.transaction(async (transaction) => {
          const result = await work(transaction);
          worked = true;
          return result;
        }, config),
      );
    } catch (error) {
      // Only the commit was left.
      if (worked && isOutage(error))
        throw new UncertainCommitError("the database was lost during a commit", { cause: error });
      throw error;
    }
  };
  return db;
}

/** The same database, which says of each of its transactions that it was committed. */
export function tellingCommits(db: Db, onCommit: () => void): Db {
  const telling: Db = Object.create(db);
  telling.transaction = async (work, config) => {
    const result = await db.transaction(work, config);
    onCommit();
    return result;
  };
  return telling;
}
