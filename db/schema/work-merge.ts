import { sql } from "drizzle-orm";
import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { at, id } from "./columns";
import { importRunId } from "./import-run";
import { user } from "./user";
import { work } from "./work";

/** A work, and with it what is known of it. */
const workId = (name: string) =>
  bigint(name, { mode: "number" })
    .notNull()
    .references(() => work.id, { onDelete: "cascade" });

/**
 * That two works are one: what was known of `from` is told of `into`, until the merge is taken apart. The row of `from`
 * stays; the function `remaining_work` leads from it to the work that stands for it.
 */
export const workMerge = pgTable(
  "work_merge",
  {
    id: id().primaryKey(),
    fromWorkId: workId("from_work_id"),
    intoWorkId: workId("into_work_id"),
    mergedBy: bigint("merged_by", { mode: "number" })
      .notNull()
      .references(() => user.id),
    mergedAt: at("merged_at"),
    takenApartBy: bigint("taken_apart_by", { mode: "number" }).references(() => user.id),
    /** Null: it stands. */
    takenApartAt: timestamp("taken_apart_at", { withTimezone: true }),
  },
  (t) => [
    uniqueIndex("work_merge_stands_once").on(t.fromWorkId).where(sql`${t.takenApartAt} is null`),
    index("work_merge_into_index").on(t.intoWorkId),
  ],
);

/** What a standing merge moved: of each row its key, and where it was before. */
export const workMergeRow = pgTable(
  "work_merge_row",
  {
    id: id().primaryKey(),
    workMergeId: bigint("work_merge_id", { mode: "number" })
      .notNull()
      .references(() => workMerge.id, { onDelete: "cascade" }),
    /** The table. */
    kind: text("kind").notNull(),
    before: jsonb("before").notNull(),
  },
  (t) => [index("work_merge_row_index").on(t.workMergeId, t.kind)],
);

/**
 * References as their sources gave them, of which a work is merged into another by now. `reference` holds them with the
 * works that remain (`by_merge`), so merges that share references can be taken apart in any order.
 */
export const mergedReference = pgTable(
  "merged_reference",
  {
    citingWorkId: bigint("citing_work_id", { mode: "number" })
      .notNull()
      .references(() => work.id),
    citedWorkId: bigint("cited_work_id", { mode: "number" })
      .notNull()
      .references(() => work.id),
    importRunId: importRunId(),
  },
  (t) => [
    primaryKey({ columns: [t.citingWorkId, t.citedWorkId] }),
    index("merged_reference_cited_index").on(t.citedWorkId),
  ],
);
