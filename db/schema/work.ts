import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { IDENTIFIER_SCHEMES } from "@/lib/citation/identifiers";
import { SUMMARY_PROBLEMS } from "@/lib/citation/summary-check";
import type { Author, Notice, WorkFields } from "@/lib/import/record";
import { at, id, tsvector } from "./columns";
import { importRun, importRunId } from "./import-run";

/** A scholarly work, whether hub, citer or reference. Every field is derived from its source records. */
export const work = pgTable(
  "work",
  {
    id: id().primaryKey(),
    title: text("title"),
    authors: jsonb("authors").$type<Author[]>().notNull().default([]),
    authorsComplete: boolean("authors_complete").notNull().default(true),
    /** `2021`, `2021-04` or `2021-04-21`. */
    published: text("published"),
    year: integer("year"),
    venue: text("venue"),
    fields: text("fields").array().notNull().default([]),
    abstract: text("abstract"),
    summary: text("summary"),
    /** Who wrote the summary: a source's name. */
    summarySource: text("summary_source"),
    /** Why the summary is kept from readers; null when it is fit to show. */
    summaryProblem: text("summary_problem", { enum: SUMMARY_PROBLEMS }),
    citedByCount: integer("cited_by_count"),
    notices: jsonb("notices").$type<Notice[]>().notNull().default([]),
    /** The title, the authors (B) and the summary (C) if readers may see it; see `SEARCH_WORDS`. */
    search: tsvector("search"),
  },
  (t) => [
    index("work_search_index").using("gin", t.search),
    index("work_venue_index").using("gin", sql`search_words(${t.venue})`),
  ],
);

export const workIdentifier = pgTable(
  "work_identifier",
  {
    scheme: text("scheme", { enum: IDENTIFIER_SCHEMES }).notNull(),
    value: text("value").notNull(),
    workId: bigint("work_id", { mode: "number" })
      .notNull()
      .references(() => work.id, { onDelete: "cascade" }),
    importRunId: importRunId(),
  },
  (t) => [primaryKey({ columns: [t.scheme, t.value] }), index("work_identifier_work_index").on(t.workId)],
);

/** What one source said of one work, as it said it. Append-only: a change of mind is a further row. */
export const sourceRecord = pgTable(
  "source_record",
  {
    id: id().primaryKey(),
    workId: bigint("work_id", { mode: "number" })
      .notNull()
      .references(() => work.id, { onDelete: "cascade" }),
    source: text("source").notNull(),
    identifiers: text("identifiers").array().notNull().default([]),
    fields: jsonb("fields").$type<WorkFields>().notNull(),
    /** md5 of identifiers and fields, to tell "said again" from "said differently". */
    digest: text("digest").notNull(),
    /** What matching by title looks at: a work is found by every title that a source gave it. */
    titleKey: text("title_key"),
    year: integer("year"),
    firstAuthorKey: text("first_author_key"),
    /** Null: an admin wrote it. */
    importRunId: bigint("import_run_id", { mode: "number" }).references(() => importRun.id),
    recordedAt: at("recorded_at"),
    /** Said of a work that was merged into this one: what is said of the work itself comes first. */
    merged: boolean("merged").notNull().default(false),
  },
  (t) => [
    unique("source_record_said_once").on(t.workId, t.source, t.importRunId, t.digest),
    // With the work, so that titles held twice are found by reading the index alone.
    index("source_record_title_index").on(t.titleKey, t.workId),
  ],
);
