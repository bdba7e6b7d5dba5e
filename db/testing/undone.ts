import type { Connection } from "@/db/client";

/** Runs `body` in a transaction within the test's own, and undoes it. */
export async function undone(connection: Connection, body: (inside: Connection) => Promise<void>) {
  const undo = new Error("undo");
  await connection.db
    .transaction(async (tx) => {
      await body({ db: tx, client: connection.client });
      throw undo;
    })
    .catch((error) => {
      if (error !== undo) throw error;
    });
}
