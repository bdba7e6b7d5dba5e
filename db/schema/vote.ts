import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { LABEL_STATES } from "@/lib/citation/label-state";
import { EVIDENCE_BASES, POLARITIES, type Polarity } from "@/lib/citation/polarity";
import { ROLES } from "@/lib/citation/role";
import { VOTE_ACTS } from "@/lib/citation/vote-act";
import { citation, citationContext } from "./citation";
import { at, id } from "./columns";
import { user, userId } from "./user";

const hubId = () => bigint("hub_id", { mode: "number" }).notNull();
const targetId = () => bigint("target_id", { mode: "number" }).notNull();
const polarity = () => text("polarity", { enum: POLARITIES });
const role = () => text("role", { enum: ROLES });
const furtherRoles = () => text("further_roles", { enum: ROLES }).array().notNull().default([]);
const basis = () => text("basis", { enum: EVIDENCE_BASES });

/**
 * What people label: a context, or a citation as a whole (context null). A row is made with the first vote, decision
 * or flag; it holds the consensus of the votes, written in the transaction of each.
 */
export const target = pgTable(
  "target",
  {
    hubId: hubId(),
    id: id().notNull(),
    workId: bigint("work_id", { mode: "number" }).notNull(),
    contextId: bigint("context_id", { mode: "number" }),
    polarityState: text("polarity_state", { enum: LABEL_STATES }).notNull().default("unlabelled"),
    polarity: polarity(),
    basis: basis(),
    roleState: text("role_state", { enum: LABEL_STATES }).notNull().default("unlabelled"),
    role: role(),
    furtherRoles: furtherRoles(),
    /** Current votes of people whose votes count. */
    votes: integer("votes").notNull().default(0),
    /** When the state of an axis last became another. */
    settledAt: timestamp("settled_at", { withTimezone: true }),
    /** Its sentence or its citation is hidden, so it counts nowhere; what was voted on it is kept. */
    hidden: boolean("hidden").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.id] }),
    unique("target_unique").on(t.hubId, t.workId, t.contextId).nullsNotDistinct(),
    foreignKey({ columns: [t.hubId, t.workId], foreignColumns: [citation.hubId, citation.workId] }),
    foreignKey({
      columns: [t.hubId, t.contextId],
      foreignColumns: [citationContext.hubId, citationContext.id],
    }),
    index("target_contested_index")
      .on(t.hubId, t.votes.desc(), t.id)
      .where(sql`${t.polarityState} = 'contested' or ${t.roleState} = 'contested'`),
  ],
);

/** One person's current label of one target; the latest revision says the same. */
export const vote = pgTable(
  "vote",
  {
    hubId: hubId(),
    id: id().notNull(),
    targetId: targetId(),
    userId: userId(),
    role: role().notNull(),
    furtherRoles: furtherRoles(),
    polarity: polarity().notNull(),
    basis: basis(),
    note: text("note").notNull().default(""),
    /** The person wrote the citing paper or the hub. */
    ownPaper: boolean("own_paper").notNull().default(false),
    /** Of the guidelines that were in force. */
    guidelines: text("guidelines").notNull(),
    /** Of the latest revision: 1, 2, 3, … */
    revision: integer("revision").notNull(),
    castAt: at("cast_at"),
    changedAt: at("changed_at"),
    withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.id] }),
    unique("vote_one_each").on(t.hubId, t.targetId, t.userId),
    index("vote_user_index").on(t.userId, t.changedAt.desc()),
    index("vote_people_index").on(t.hubId, t.userId).where(sql`${t.withdrawnAt} is null`),
    foreignKey({ columns: [t.hubId, t.targetId], foreignColumns: [target.hubId, target.id] }),
  ],
);

/** A claim that a vote says the citing text speaks to. */
export const voteClaim = pgTable(
  "vote_claim",
  {
    hubId: hubId(),
    voteId: bigint("vote_id", { mode: "number" }).notNull(),
    claimNumber: integer("claim_number").notNull(),
    /** `neutral` reads as "used". */
    verdict: text("verdict", { enum: POLARITIES }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.voteId, t.claimNumber] }),
    foreignKey({ columns: [t.hubId, t.voteId], foreignColumns: [vote.hubId, vote.id] }).onDelete("cascade"),
  ],
);

/** Every state that a vote ever had; after the act `withdraw` it does not count. Append-only: a trigger refuses changes. */
export const voteRevision = pgTable(
  "vote_revision",
  {
    hubId: hubId(),
    id: id().notNull(),
    voteId: bigint("vote_id", { mode: "number" }).notNull(),
    revision: integer("revision").notNull(),
    act: text("act", { enum: VOTE_ACTS }).notNull(),
    role: role().notNull(),
    furtherRoles: furtherRoles(),
    polarity: polarity().notNull(),
    basis: basis(),
    claims: jsonb("claims").$type<{ number: number; verdict: Polarity }[]>().notNull().default([]),
    note: text("note").notNull().default(""),
    ownPaper: boolean("own_paper").notNull().default(false),
    guidelines: text("guidelines").notNull(),
    /** Whose hand it was: the voter, or an admin who reverted. */
    byUserId: bigint("by_user_id", { mode: "number" })
      .notNull()
      .references(() => user.id),
    /** Given by the form, so that a second click or a retry is the same act. */
    submission: text("submission").notNull(),
    at: at("at"),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.id] }),
    unique("vote_revision_in_order").on(t.hubId, t.voteId, t.revision),
    unique("vote_revision_submitted_once").on(t.hubId, t.byUserId, t.submission),
    foreignKey({ columns: [t.hubId, t.voteId], foreignColumns: [vote.hubId, vote.id] }),
  ],
);

/** What an admin decided on a contested target. The latest that was not lifted holds; an axis left null stays with the votes. */
export const ruling = pgTable(
  "ruling",
  {
    hubId: hubId(),
    id: id().notNull(),
    targetId: targetId(),
    /** Who decided. */
    userId: userId(),
    role: role(),
    furtherRoles: furtherRoles(),
    polarity: polarity(),
    basis: basis(),
    /** Public. */
    reason: text("reason").notNull(),
    at: at("at"),
    liftedAt: timestamp("lifted_at", { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.id] }),
    index("ruling_target_index").on(t.hubId, t.targetId),
    foreignKey({ columns: [t.hubId, t.targetId], foreignColumns: [target.hubId, target.id] }),
  ],
);

/** A citer's verdict on a claim, from its targets; written with their consensus. */
export const citationClaim = pgTable(
  "citation_claim",
  {
    hubId: hubId(),
    workId: bigint("work_id", { mode: "number" }).notNull(),
    claimNumber: integer("claim_number").notNull(),
    verdict: text("verdict", { enum: POLARITIES }).notNull(),
    strength: text("strength", { enum: ["single", "agreed"] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.hubId, t.workId, t.claimNumber] }),
    index("citation_claim_index").on(t.hubId, t.claimNumber, t.verdict),
    foreignKey({ columns: [t.hubId, t.workId], foreignColumns: [citation.hubId, citation.workId] }).onDelete(
      "cascade",
    ),
  ],
);

/** That a target is in front of somebody, or that somebody passed it over. Keys are those of `lib/citation/target-key.ts`. */
export const turn = pgTable(
  "turn",
  {
    userId: userId(),
    hubId: hubId(),
    target: text("target").notNull(),
    /** Until when nobody else is given the target. */
    leasedUntil: timestamp("leased_until", { withTimezone: true }),
    skippedAt: timestamp("skipped_at", { withTimezone: true }),
    /** When it was last shown to this person. */
    shownAt: at("shown_at"),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.target] }),
    index("turn_target_index").on(t.hubId, t.target),
    index("turn_shown_index").on(t.userId, t.shownAt.desc()),
  ],
);
