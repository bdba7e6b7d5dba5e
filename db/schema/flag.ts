import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { FLAG_KINDS, FLAG_OUTCOMES } from "@/lib/citation/flag-kind";
import { citation } from "./citation";
import { at, id } from "./columns";
import { hub } from "./hub";
import { user } from "./user";

/** Somebody's word that something is wrong: with a sentence, a citation, or (work null) with a hub's page. */
export const flag = pgTable(
  "flag",
  {
    hubId: bigint("hub_id", { mode: "number" })
      .notNull()
      .references(() => hub.id, { onDelete: "cascade" }),
    id: id().notNull(),
    workId: bigint("work_id", { mode: "number" }),
    contextId: bigint("context_id", { mode: "number" }),
    kind: text("kind", { enum: FLAG_KINDS }).notNull(),
    note: text("note").notNull().default(""),
    /** Null: a reader who was not signed in. */
    userId: bigint("user_id", { mode: "number" }).references(() => user.id),
    createdAt: at("created_at"),
    settledAt: timestamp("settled_at", { withTimezone: true }),
    settledBy: bigint("settled_by", { mode: "number" }).references(() => user.id),
    outcome: text("outcome", { enum: FLAG_OUTCOMES }),
    /** The admin's words to whoever flagged. */
    reason: text("reason").notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.id] }),
    foreignKey({ columns: [t.hubId, t.workId], foreignColumns: [citation.hubId, citation.workId] }).onDelete(
      "cascade",
    ),
    index("flag_open_index").on(t.id).where(sql`${t.settledAt} is null`),
  ],
);
