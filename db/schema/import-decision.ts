import { bigint, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { DECISION_KINDS } from "@/lib/import/decision";
import { importRun } from "./import-run";
import { work } from "./work";

/** What an admin decided that a key of the file means, where several works, or none for sure, could be meant. */
export const importDecision = pgTable(
  "import_decision",
  {
    importRunId: bigint("import_run_id", { mode: "number" })
      .notNull()
      .references(() => importRun.id, { onDelete: "cascade" }),
    workKey: text("work_key").notNull(),
    /** What the file calls it. */
    title: text("title").notNull(),
    kind: text("kind", { enum: DECISION_KINDS }).notNull(),
    /** The known work that is meant. */
    workId: bigint("work_id", { mode: "number" }).references(() => work.id, { onDelete: "cascade" }),
    /** The other key of the file that means the same work. */
    otherKey: text("other_key"),
    /** The work that was made because it is to be a new one, so that a second try finds it. */
    madeWorkId: bigint("made_work_id", { mode: "number" }).references(() => work.id, {
      onDelete: "set null",
    }),
  },
  (t) => [
    primaryKey({ columns: [t.importRunId, t.workKey] }),
    index("import_decision_work_index").on(t.workId),
    index("import_decision_made_index").on(t.madeWorkId),
  ],
);
