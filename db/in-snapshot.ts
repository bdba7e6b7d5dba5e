import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type { Pool } from "pg";
import type { Db } from "./client";

/** A reader who takes nothing for so long loses the connection, so that it does not hold back the clearing of old rows. */
const IDLE_SECONDS = 60;

/**
 * What `body` yields, all of it read from the database as it was at the first question, however long the reader takes.
 * The connection goes back when the reader has had all, and is closed when it leaves earlier.
 */
export async function* inSnapshot<Item>(
  pool: Pool,
  body: (db: Db) => AsyncIterable<Item>,
): AsyncGenerator<Item> {
  const client = await pool.connect();
  try {
    const db = drizzle(client);
    await db.execute(sql`begin transaction isolation level repeatable read read only`);
    await db.execute(sql.raw(`set local idle_in_transaction_session_timeout = '${IDLE_SECONDS}s'`));
    yield* body(db);
    await db.execute(sql`commit`);
  } finally {
    client.release(client.getTransactionStatus() !== "I");
  }
}
