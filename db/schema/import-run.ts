import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { ImportChoices } from "@/lib/import/choices";
import type { ImportProgress } from "@/lib/import/progress";
import type { ImportReport, SourceOutcome } from "@/lib/import/report";
import { at, bytes, id } from "./columns";
import { user } from "./user";

/** A file that an admin sent, kept in pieces so that a worker in any process, on any machine, can read it. */
export const upload = pgTable("upload", {
  id: id().primaryKey(),
  createdAt: at("created_at"),
});

export const uploadPiece = pgTable(
  "upload_piece",
  {
    uploadId: bigint("upload_id", { mode: "number" })
      .notNull()
      .references(() => upload.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    bytes: bytes("bytes").notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.number] })],
);

/**
 * Where an import stands. Work waits or is under way in `previewing`, `queued`, `running` and `undoing`; the lease
 * tells which. An import from the shell begins as `running`.
 */
export const IMPORT_STATUSES = [
  "uploaded",
  "previewing",
  "previewed",
  "queued",
  "running",
  "done",
  "failed",
  "cancelled",
  "undoing",
  "undone",
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** One file taken in, or tried, or waiting for it: what the worker is to do, and what admins see of it. */
export const importRun = pgTable(
  "import_run",
  {
    id: id().primaryKey(),
    /** The file's name as it was given, without its folder. */
    fileName: text("file_name").notNull(),
    /** Empty until it is known. */
    format: text("format").notNull(),
    status: text("status", { enum: IMPORT_STATUSES }).notNull().default("running"),
    /** Who sent it; null: the shell of the server. */
    userId: bigint("user_id", { mode: "number" }).references(() => user.id),
    /** Null: a file of the server's own disk, or what services give that were not asked yet. */
    uploadId: bigint("upload_id", { mode: "number" }).references(() => upload.id),
    /** The file in the uploaded archive that this is about; null where the upload is the file. */
    member: text("member"),
    /** What each service gave, where the upload holds what services were asked for. */
    sources: jsonb("sources").$type<SourceOutcome[]>(),
    sizeBytes: bigint("size_bytes", { mode: "number" }),
    /** In hexadecimal digits. */
    sha256: text("sha256"),
    choices: jsonb("choices").$type<ImportChoices>().notNull().default({}),
    progress: jsonb("progress").$type<ImportProgress>(),
    /** The worker that has it, and until when nobody else takes it. */
    leaseBy: text("lease_by"),
    leaseUntil: timestamp("lease_until", { withTimezone: true }),
    /** How often a worker has begun what was asked for last. */
    attempts: integer("attempts").notNull().default(0),
    /** Not to be tried before. */
    notBefore: at("not_before"),
    /** What the latest preview said. */
    preview: jsonb("preview").$type<ImportReport>(),
    report: jsonb("report").$type<ImportReport>(),
    failure: text("failure"),
    createdAt: at("created_at"),
    startedAt: at("started_at"),
    /** When it last began to write; null: it never did, or all that it brought is taken away again. */
    ranAt: timestamp("ran_at", { withTimezone: true }),
    endedAt: timestamp("ended_at", { withTimezone: true }),
  },
  (t) => [
    index("import_run_status_index").on(t.status, t.id),
    index("import_run_upload_index").on(t.uploadId),
  ],
);

/** The import that first wrote a row. */
export const importRunId = () =>
  bigint("import_run_id", { mode: "number" })
    .notNull()
    .references(() => importRun.id);

export const IMPORT_ROW_OUTCOMES = ["rejected", "ambiguous", "conflict", "withheld", "warning"] as const;

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

/** What a row was before an import changed it, so that the import can be undone: the newest change first. */
export const importChange = pgTable(
  "import_change",
  {
    id: id().primaryKey(),
    importRunId: bigint("import_run_id", { mode: "number" })
      .notNull()
      .references(() => importRun.id, { onDelete: "cascade" }),
    /** The table. */
    kind: text("kind").notNull(),
    before: jsonb("before").notNull(),
  },
  (t) => [index("import_change_run_index").on(t.importRunId, t.kind)],
);
