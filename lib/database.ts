import "server-only";
import { createDb, createPool, type Db } from "@/db/client";

const STATEMENT_TIMEOUT_MS = 15_000;

// Kept on globalThis, because development loads this module anew after every change.
const KEPT = Symbol.for("spokes.database");
const kept = globalThis as typeof globalThis & { [KEPT]?: Db };

/** The database that pages read, opened when it is first asked for and shared by the whole process. */
export function database(): Db {
  kept[KEPT] ??= open();
  return kept[KEPT];
}

function open(): Db {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set; start the site with npm start or npm run dev.");
  return createDb(
    createPool(url, { statementTimeoutMs: STATEMENT_TIMEOUT_MS, applicationName: "spokes site" }),
  );
}
