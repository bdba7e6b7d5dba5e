/**
 * A program that uses the built-in database, for tests: `node --import tsx embedded-user.ts DATA_DIR`. It
 * prints the connection string, and releases the database when it gets SIGTERM. Then it ends by itself.
 */
import { openEmbedded } from "@/db/embedded";

const database = await openEmbedded({ dataDir: process.argv[2] ?? "", durable: false });
process.stdout.write(`${database.url}\n`);
const stayAlive = setInterval(() => undefined, 60_000);
process.once("SIGTERM", () => {
  clearInterval(stayAlive);
  void database.release();
});
