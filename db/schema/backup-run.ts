import { bigint, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { at, id } from "./columns";

/** A backup that a worker made, tried to make or is making; the last of them are kept, for admins to look at. */
export const backupRun = pgTable("backup_run", {
  id: id().primaryKey(),
  startedAt: at("started_at"),
  endedAt: timestamp("ended_at", { withTimezone: true }),
  /** The name of its folder in `BACKUP_DIR`. */
  name: text("name").notNull(),
  bytes: bigint("bytes", { mode: "number" }),
  /** Why there is none. */
  failure: text("failure"),
});
