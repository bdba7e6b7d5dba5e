import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
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
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { CITATION_LABEL_STATES, LABEL_STRENGTHS } from "@/lib/citation/label-state";
import { EVIDENCE_BASES, POLARITIES } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { CONTEXT_GAPS } from "@/lib/import/record";
import { id } from "./columns";
import { hub } from "./hub";
import { importRun, importRunId } from "./import-run";
import { user } from "./user";
import { work } from "./work";

/**
 * Where something stands in its hub's queue: a random order that is the same for everybody and on every day. The hub
 * is the seed, turned about for papers so that sentences and papers mix. Partitioned tables rest on the same function,
 * which is why PostgreSQL keeps what it gives.
 */
const place = (id: SQL, seed: SQL) => sql`hashint8extended(${id}, ${seed})`;

const contextPlace = place(sql.raw("id"), sql.raw("hub_id"));
const paperPlace = place(sql.raw("work_id"), sql.raw("- hub_id"));

/** Later than every date, so that works without one come last where the oldest come first. */
export const oldestFirst = (published: AnyPgColumn) => sql`(coalesce(nullif(${published}, ''), '9999'))`;

/** The counted votes of a citation on which people disagree; none where they do not. */
export const disputedVotes = (of: { contested: AnyPgColumn; votes: AnyPgColumn }) =>
  sql`(case when ${of.contested} then ${of.votes} else 0 end)`;

/**
 * A citing work and the hub that it cites. The columns below `contextGap` repeat what other tables hold, so that
 * lists, facets and the hub's summary read this table alone: an import writes a new citation with them, and
 * `refresh_citations` brings known ones up to date; what votes say is written with the votes.
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
    fields: text("fields").array().notNull().default([]),
    citedByCount: integer("cited_by_count").notNull().default(0),
    contextCount: integer("context_count").notNull().default(0),
    referenceCount: integer("reference_count").notNull().default(0),
    /** Suggested polarity of the citation as a whole, by the rule for a citation's polarity. */
    suggestedPolarity: text("suggested_polarity", { enum: POLARITIES }),
    suggestedRoles: text("suggested_roles").array().notNull().default([]),
    /** What votes say of the citation as a whole, written with each of them (`lib/citation/citation-label.ts`). */
    labelState: text("label_state", { enum: CITATION_LABEL_STATES }).notNull().default("unlabelled"),
    polarity: text("polarity", { enum: POLARITIES }),
    /** The strict reading, in which only own evidence makes a judgement. */
    polarityOwn: text("polarity_own", { enum: POLARITIES }),
    strength: text("strength", { enum: LABEL_STRENGTHS }),
    roles: text("roles", { enum: ROLES }).array().notNull().default([]),
    roleStrength: text("role_strength", { enum: LABEL_STRENGTHS }),
    /** Counted current votes on all its targets. */
    votes: integer("votes").notNull().default(0),
    /** Whether an axis of any of its targets is contested. */
    contested: boolean("contested").notNull().default(false),
    /** Why it is kept from readers and figures, once a flag against it was upheld; null: it is shown. */
    hiddenReason: text("hidden_reason"),
    /** Whether the paper as a whole has as many votes as the queue wants; kept by a trigger on `target`. */
    votedEnough: boolean("voted_enough").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.workId] }),
    index("citation_hidden_index").on(t.hubId, t.workId).where(sql`${t.hiddenReason} is not null`),
    // A paper is in the queue as a whole where no sentence of it is shown.
    index("citation_queue_index")
      .on(t.hubId, paperPlace, t.workId)
      .where(sql`${t.contextCount} = 0 and ${t.hiddenReason} is null`),
    index("citation_open_index")
      .on(t.hubId, paperPlace, t.workId)
      .where(sql`${t.contextCount} = 0 and ${t.hiddenReason} is null and not ${t.votedEnough}`),
    index("citation_enough_index")
      .on(t.hubId, t.workId)
      .where(sql`${t.contextCount} = 0 and ${t.hiddenReason} is null and ${t.votedEnough}`),
    index("citation_work_index").on(t.workId),
    index("citation_published_index").on(t.hubId, t.published, t.workId),
    index("citation_oldest_index").on(t.hubId, oldestFirst(t.published), t.workId),
    index("citation_cited_index").on(t.hubId, t.citedByCount, t.workId),
    index("citation_dispute_index").on(t.hubId, disputedVotes(t), t.workId),
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
    /** Null: added by hand. */
    importRunId: bigint("import_run_id", { mode: "number" }).references(() => importRun.id),
    addedBy: bigint("added_by", { mode: "number" }).references(() => user.id),
    /** Where the person who added it read it. */
    readIn: text("read_in"),
    confirmedBy: bigint("confirmed_by", { mode: "number" }).references(() => user.id),
    /** Why it is kept from readers and figures; null: it is shown. */
    hiddenReason: text("hidden_reason"),
    /** Whether it has as many votes as the queue wants; kept by a trigger on `target`. */
    votedEnough: boolean("voted_enough").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.id] }),
    index("citation_context_queue_index")
      .on(t.hubId, contextPlace, t.id, t.workId)
      .where(sql`${t.hiddenReason} is null`),
    index("citation_context_open_index")
      .on(t.hubId, contextPlace, t.id, t.workId)
      .where(sql`${t.hiddenReason} is null and not ${t.votedEnough}`),
    index("citation_context_enough_index")
      .on(t.hubId, t.workId)
      .where(sql`${t.hiddenReason} is null and ${t.votedEnough}`),
    // Addresses name a sentence by its number alone.
    uniqueIndex("citation_context_id_index").on(t.id),
    index("citation_context_search_index").using("gin", sql`search_words(${t.text})`),
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
    /** Told of these two works because others were merged into them (`db/schema/work-merge.ts`). */
    byMerge: boolean("by_merge").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.citingWorkId, t.citedWorkId] }),
    index("reference_cited_index").on(t.citedWorkId),
  ],
);
