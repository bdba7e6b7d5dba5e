import { TransactionRollbackError } from "drizzle-orm";
import type { Pool } from "pg";
import { test as base, inject } from "vitest";
import { type Connection, createPool, type Db, withConnection } from "@/db/client";
import { copyName, copyTemplate, dropDatabase, urlOf, withClient } from "./test-databases";

type Fixtures = {
  /** One connection inside a transaction that is rolled back after the test. */
  connection: Connection;
  /** The same transaction for code that needs no COPY. */
  db: Db;
  /** A pool on a migrated database of this test alone, for what must commit. It is dropped after the test. */
  freshPool: Pool;
};

let freshCopies = 0;

/** Vitest's `test` with a real, migrated database. */
export const test = base
  .extend("testServer", { scope: "worker" }, () => inject("testServer"))
  .extend("workerPool", { scope: "worker" }, async ({ testServer }, { onCleanup }) => {
    const { url, template, run } = testServer;
    // The files that a worker runs one after another share its copy: nothing in it is ever committed.
    const name = copyName(run, `worker${process.env.VITEST_POOL_ID}`);
    await withClient(url, (client) => copyTemplate(client, template, name));
    const pool = createPool(urlOf(url, name), { max: 1, applicationName: "spokes tests" });
    onCleanup(() => pool.end());
    return pool;
  })
  .extend<Fixtures>({
    connection: async ({ workerPool }, use) => {
      try {
        await withConnection(workerPool, ({ db, client }) =>
          db.transaction(async (transaction) => {
            await use({ db: transaction, client });
            transaction.rollback();
          }),
        );
      } catch (error) {
        // What rollback() throws on its way out.
        if (!(error instanceof TransactionRollbackError)) throw error;
      }
    },
    db: async ({ connection }, use) => use(connection.db),
    freshPool: async ({ testServer }, use) => {
      const { url, template, run } = testServer;
      freshCopies += 1;
      const name = copyName(run, `fresh${process.pid}_${freshCopies}`);
      await withClient(url, (client) => copyTemplate(client, template, name));
      const pool = createPool(urlOf(url, name), { applicationName: "spokes tests" });
      await use(pool);
      await pool.end();
      await withClient(url, (client) => dropDatabase(client, name));
    },
  });
