import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { ImportReport } from "@/lib/import/report";
import { at, id } from "./columns";

export const IMPORT_STATUSES = ["running", "done", "failed"] as const;

/** One file taken in, or tried. */
export const importRun = pgTable("import_run", {
  id: id().primaryKey(),
  /** The file's name as it was given, without its folder. */
  fileName: text("file_name").notNull(),
  format: text("format").notNull(),
  status: text("status", { enum: IMPORT_STATUSES }).notNull().default("running"),
  report: jsonb("report").$type<ImportReport>(),
  failure: text("failure"),
  startedAt: at("started_at"),
  endedAt: timestamp("ended_at", { withTimezone: true }),
});

/** The import that first wrote a row. */
export const importRunId = () =>
  bigint("import_run_id", { mode: "number" })
    .notNull()
    .references(() => importRun.id);

export const IMPORT_ROW_OUTCOMES = ["rejected", "ambiguous", "withheld", "warning"] as const;

/** What an admin should know of one entry of the file; entries that simply went in have no row. */
export const importRunRow = pgTable(
  "import_run_row",
  {
    importRunId: bigint("import_run_id", { mode: "number" })
      .notNull()
      .references(() => importRun.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    outcome: text("outcome", { enum: IMPORT_ROW_OUTCOMES }).notNull(),
    /** Where in the file, or which work. */
    subject: text("subject").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importRunId, t.number] }),
    index("import_run_row_outcome_index").on(t.importRunId, t.outcome),
  ],
);
