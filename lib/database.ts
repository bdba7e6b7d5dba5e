import "server-only";
import { createDb, createPool, type Db } from "@/db/client";
import { watchForHangs } from "@/db/hang-watch";

type Pool = ReturnType<typeof createPool>;

const STATEMENT_TIMEOUT_MS = 15_000;
const ANSWER_WITHIN_MS = 4_000;

// Kept on globalThis, because development loads this module anew after every change.
const KEPT = Symbol.for("spokes.database");
const kept = globalThis as typeof globalThis & { [KEPT]?: { pool: Pool; db: Db } };

/** The database that pages read, opened when it is first asked for and shared by the whole process. */
export function database(): Db {
  kept[KEPT] ??= open();
  return kept[KEPT].db;
}

/** The connections of the same database, for a library that writes its own SQL. */
export function databasePool(): Pool {
  kept[KEPT] ??= open();
  return kept[KEPT].pool;
}

function open(): { pool: Pool; db: Db } {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set; start the site with npm start or npm run dev.");
  const pool = createPool(url, {
    answerWithinMs: ANSWER_WITHIN_MS,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    applicationName: "spokes site",
    behindPooler: (process.env.DATABASE_URL_DIRECT ?? url) !== url,
  });
  watchForHangs(pool);
  return { pool, db: createDb(pool) };
}
