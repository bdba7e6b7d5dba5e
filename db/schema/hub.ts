import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { LABEL_STRENGTHS } from "@/lib/citation/label-state";
import { COUNTED_UNITS, EVIDENCE_READINGS, LABEL_AXES } from "@/lib/citation/reading";
import type { Reason } from "@/lib/citation/representative-reason";
import { at, id } from "./columns";
import { importRun, importRunId } from "./import-run";
import { user } from "./user";
import { work } from "./work";

export const HUB_STATUSES = ["published", "hidden"] as const;

/** A much-cited work with a page of its own. */
export const hub = pgTable("hub", {
  id: id().primaryKey(),
  workId: bigint("work_id", { mode: "number" })
    .notNull()
    .unique("hub_work_unique")
    .references(() => work.id),
  slug: text("slug").notNull().unique("hub_slug_unique"),
  status: text("status", { enum: HUB_STATUSES }).notNull().default("published"),
  /** Everything on it is invented, and every page says so. */
  demonstration: boolean("demonstration").notNull().default(false),
  importRunId: importRunId(),
  createdAt: at("created_at"),
});

const hubId = () =>
  bigint("hub_id", { mode: "number" })
    .notNull()
    .references(() => hub.id, { onDelete: "cascade" });

/** An address that a hub had before; it leads to the hub for ever, so no other hub gets it. */
export const hubSlugHistory = pgTable(
  "hub_slug_history",
  {
    slug: text("slug").primaryKey(),
    hubId: hubId(),
    replacedAt: at("replaced_at"),
  },
  (t) => [index("hub_slug_history_hub_index").on(t.hubId)],
);

/**
 * A statement that the hub makes, numbered C1, C2, … Its number is its name for ever: a retired claim keeps its row, and
 * its number is never given again.
 */
export const claim = pgTable(
  "claim",
  {
    hubId: hubId(),
    number: integer("number").notNull(),
    text: text("text").notNull(),
    /** The words of the abstract that make it. */
    quote: text("quote"),
    /** Its place in the list of claims; several of one place stand in the order of their numbers. */
    place: integer("place").notNull(),
    /** 1, 2, 3, …; a trigger keeps every version in `claim_version`. */
    version: integer("version").notNull().default(1),
    /** Since when votes on it no longer count. */
    retiredAt: timestamp("retired_at", { withTimezone: true }),
    /** The admin who wrote this version; null: an import. Imports leave alone what an admin wrote. */
    changedBy: bigint("changed_by", { mode: "number" }).references(() => user.id),
    /** Null: added by an admin. */
    importRunId: bigint("import_run_id", { mode: "number" }).references(() => importRun.id),
  },
  (t) => [primaryKey({ columns: [t.hubId, t.number] })],
);

/** What a claim said at any time. Append-only: written and guarded by triggers. */
export const claimVersion = pgTable(
  "claim_version",
  {
    hubId: hubId(),
    number: integer("number").notNull(),
    version: integer("version").notNull(),
    text: text("text").notNull(),
    quote: text("quote"),
    retired: boolean("retired").notNull(),
    changedBy: bigint("changed_by", { mode: "number" }).references(() => user.id),
    at: at("at"),
  },
  (t) => [primaryKey({ columns: [t.hubId, t.number, t.version] })],
);

/** A count that a source reports of the hub as a whole; it labels no citer. */
export const reportedCount = pgTable(
  "reported_count",
  {
    hubId: hubId(),
    source: text("source").notNull(),
    axis: text("axis", { enum: ["role", "polarity", "citers"] }).notNull(),
    value: text("value").notNull(),
    count: integer("count").notNull(),
    total: integer("total"),
    importRunId: importRunId(),
  },
  (t) => [primaryKey({ columns: [t.hubId, t.source, t.axis, t.value] })],
);

/**
 * How many citers of a hub have a value on a facet ("year" 2021, "context" yes, …; "citers" counts them all). Of a
 * "field" that a citer has in several spellings one is counted. Of what people say there are three facets, each with
 * the value yes alone: "voted", "agreed" and "contested". A hidden citation counts under "hidden" and nowhere else. Kept
 * by triggers on `citation` in the transaction of the write; `hub_summary_recount` counts from scratch.
 */
export const hubSummary = pgTable(
  "hub_summary",
  {
    hubId: hubId(),
    facet: text("facet").notNull(),
    value: text("value").notNull(),
    citers: integer("citers").notNull(),
  },
  (t) => [primaryKey({ columns: [t.hubId, t.facet, t.value] })],
);

/**
 * What imports and models suggest of a hub: citers or sentences by polarity or role, counting all evidence or own
 * evidence only. Written from scratch when an import ends, because only imports bring suggestions; `labelled` alone
 * also follows each vote, by triggers.
 */
export const suggestedSummary = pgTable(
  "suggested_summary",
  {
    hubId: hubId(),
    axis: text("axis", { enum: LABEL_AXES }).notNull(),
    unit: text("unit", { enum: COUNTED_UNITS }).notNull(),
    evidence: text("evidence", { enum: EVIDENCE_READINGS }).notNull(),
    /** The citing work's year, 0 when unknown. */
    year: integer("year").notNull(),
    value: text("value").notNull(),
    count: integer("count").notNull(),
    /** Of these, how many have a polarity by votes, or votes that give none; 0 for roles. */
    labelled: integer("labelled").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.hubId, t.axis, t.unit, t.evidence, t.year, t.value] })],
);

/** The last three count what is suggested of citers that people have labelled, so that it no longer stands for them. */
export const VOTED_AXES = [
  ...LABEL_AXES,
  "claim",
  "suggested_polarity",
  "suggested_role",
  "suggestion",
] as const;

/**
 * What people say of a hub: citers or sentences by polarity, role or verdict on a claim, kept by triggers in the
 * transaction of each vote; `voted_summary_recount` counts from scratch. What has no vote has no row.
 */
export const votedSummary = pgTable(
  "voted_summary",
  {
    hubId: hubId(),
    axis: text("axis", { enum: VOTED_AXES }).notNull(),
    unit: text("unit", { enum: COUNTED_UNITS }).notNull(),
    evidence: text("evidence", { enum: EVIDENCE_READINGS }).notNull(),
    /** The citing work's year, 0 when unknown; 0 for what is not drawn by year: sentences, claims, suggestions. */
    year: integer("year").notNull(),
    /** The claim's number, 0 on the other axes. */
    claim: integer("claim").notNull(),
    /**
     * A polarity or role or verdict; "contested" or "unclear" where the polarity has none; "any": has any role, or any
     * suggestion.
     */
    value: text("value").notNull(),
    /** Empty for contested, unclear and any, and for what is suggested. */
    strength: text("strength", { enum: ["", ...LABEL_STRENGTHS] }).notNull(),
    count: integer("count").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.axis, t.unit, t.evidence, t.year, t.claim, t.value, t.strength] }),
  ],
);

export const AGREEMENT_AXES = ["polarity", "role", "role_set"] as const;

/** How well people agree on a hub; computed some seconds after the votes, and dated. */
export const agreement = pgTable(
  "agreement",
  {
    hubId: hubId(),
    axis: text("axis", { enum: AGREEMENT_AXES }).notNull(),
    /** Krippendorff's alpha; null where there is nothing to compare. */
    alpha: doublePrecision("alpha"),
    low: doublePrecision("low"),
    high: doublePrecision("high"),
    /** The share of pairs of votes that agree, 0 to 1. */
    raw: doublePrecision("raw"),
    /** Targets with two decisive votes or more, and the decisive votes on them. */
    targets: integer("targets").notNull(),
    ratings: integer("ratings").notNull(),
    people: integer("people").notNull(),
    /** Of all counted votes, how many say unclear. */
    unclear: integer("unclear").notNull(),
    votes: integer("votes").notNull(),
    /** The last revision of a vote that it takes in. */
    lastRevision: bigint("last_revision", { mode: "number" }).notNull(),
    computedAt: at("computed_at"),
  },
  (t) => [primaryKey({ columns: [t.hubId, t.axis] })],
);

/** The citing papers that stand for all of a hub's, in the order in which the rule takes them; written with the above. */
export const representative = pgTable(
  "representative",
  {
    hubId: hubId(),
    rank: integer("rank").notNull(),
    workId: bigint("work_id", { mode: "number" })
      .notNull()
      .references(() => work.id),
    reason: jsonb("reason").$type<Reason>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.hubId, t.rank] })],
);

/** How many citers of a hub also cite another work. Kept by triggers on `reference` and `citation`. */
export const coCitation = pgTable(
  "co_citation",
  {
    hubId: hubId(),
    workId: bigint("work_id", { mode: "number" })
      .notNull()
      .references(() => work.id),
    citers: integer("citers").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.workId] }),
    index("co_citation_rank_index").on(t.hubId, t.citers.desc(), t.workId),
    unique("co_citation_work_unique").on(t.workId, t.hubId),
  ],
);
