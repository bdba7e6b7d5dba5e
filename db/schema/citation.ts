import {
  bigint,
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { CONTEXT_GAPS } from "@/lib/import/record";
import { id } from "./columns";
import { hub } from "./hub";
import { importRunId } from "./import-run";
import { work } from "./work";

/**
 * A citing work and the hub that it cites. The columns below `contextGap` repeat what other tables hold, so that
 * lists, facets and the hub's summary read this table alone: an import writes a new citation with them, and
 * `refresh_citations` brings known ones up to date.
 */
export const citation = pgTable(
  "citation",
  {
    hubId: bigint("hub_id", { mode: "number" })
      .notNull()
      .references(() => hub.id, { onDelete: "cascade" }),
    workId: bigint("work_id", { mode: "number" })
      .notNull()
      .references(() => work.id),
    isSelf: boolean("is_self").notNull().default(false),
    isInfluential: boolean("is_influential").notNull().default(false),
    contextGap: text("context_gap", { enum: CONTEXT_GAPS }),
    importRunId: importRunId(),
    /** The citing work's date, "" when unknown: sorts as text, newest last. */
    published: text("published").notNull().default(""),
    year: integer("year"),
    citedByCount: integer("cited_by_count").notNull().default(0),
    contextCount: integer("context_count").notNull().default(0),
    referenceCount: integer("reference_count").notNull().default(0),
    /** Suggested polarity of the citation as a whole, by the rule for a citation's polarity. */
    suggestedPolarity: text("suggested_polarity", { enum: POLARITIES }),
    suggestedRoles: text("suggested_roles").array().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.workId] }),
    index("citation_work_index").on(t.workId),
    index("citation_published_index").on(t.hubId, t.published, t.workId),
    index("citation_cited_index").on(t.hubId, t.citedByCount, t.workId),
  ],
);

/** A sentence in which the citing work speaks of the hub. */
export const citationContext = pgTable(
  "citation_context",
  {
    hubId: bigint("hub_id", { mode: "number" }).notNull(),
    id: id().notNull(),
    workId: bigint("work_id", { mode: "number" }).notNull(),
    position: integer("position"),
    section: text("section"),
    before: text("before"),
    text: text("text").notNull(),
    after: text("after"),
    /** Half-open ranges in UTF-16 units of `text`. */
    markers: jsonb("markers").$type<{ start: number; end: number }[]>().notNull().default([]),
    implicit: boolean("implicit").notNull().default(false),
    source: text("source").notNull(),
    /** md5 of the text without white space and case, so that one sentence is one context. */
    quoteDigest: text("quote_digest").notNull(),
    /** 1, or 2, 3, … where the same sentence stands in the paper again. */
    occurrence: integer("occurrence").notNull().default(1),
    importRunId: importRunId(),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.id] }),
    unique("citation_context_said_once").on(t.hubId, t.workId, t.quoteDigest, t.occurrence),
    foreignKey({ columns: [t.hubId, t.workId], foreignColumns: [citation.hubId, citation.workId] }).onDelete(
      "cascade",
    ),
  ],
);

/** A label that an import or a model proposes. It never counts as a vote. */
export const suggestion = pgTable(
  "suggestion",
  {
    hubId: bigint("hub_id", { mode: "number" }).notNull(),
    id: id().notNull(),
    workId: bigint("work_id", { mode: "number" }).notNull(),
    /** Null when it labels the citation as a whole. */
    contextId: bigint("context_id", { mode: "number" }),
    original: text("original").notNull(),
    role: text("role", { enum: ROLES }),
    polarity: text("polarity", { enum: POLARITIES }),
    basis: text("basis", { enum: EVIDENCE_BASES }),
    source: text("source").notNull(),
    version: text("version"),
    confidence: doublePrecision("confidence"),
    importRunId: importRunId(),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.id] }),
    unique("suggestion_made_once")
      .on(t.hubId, t.workId, t.contextId, t.source, t.original)
      .nullsNotDistinct(),
    foreignKey({ columns: [t.hubId, t.workId], foreignColumns: [citation.hubId, citation.workId] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [t.hubId, t.contextId],
      foreignColumns: [citationContext.hubId, citationContext.id],
    }).onDelete("cascade"),
  ],
);

/** A work in another's reference list. */
export const reference = pgTable(
  "reference",
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
    index("reference_cited_index").on(t.citedWorkId),
  ],
);
