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
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { at, id } from "./columns";

/** What a person may do, from least to most: read and flag; label as well; run the site as well. */
export const USER_ROLES = ["reader", "annotator", "admin"] as const;
export type UserRole = (typeof USER_ROLES)[number];

/** What makes an account's votes count. */
export const APPROVALS = ["email", "github", "orcid", "admin"] as const;

/** A person with an account. One that was removed keeps its row, with nothing personal in it. */
export const user = pgTable(
  "user",
  {
    id: id().primaryKey(),
    /** The name in addresses: small letters, digits and hyphens. */
    handle: text("handle").notNull().unique("user_handle_unique"),
    /** The name that readers see; empty: the handle stands for it. */
    name: text("name").notNull().default(""),
    /** In small letters; null where sign-in gave none. */
    email: text("email"),
    emailVerifiedAt: timestamp("email_verified_at", { withTimezone: true }),
    passwordHash: text("password_hash"),
    role: text("role", { enum: USER_ROLES }).notNull().default("annotator"),
    /** Since when the person's votes count; null: not yet. */
    approvedAt: timestamp("approved_at", { withTimezone: true }),
    approvedBy: text("approved_by", { enum: APPROVALS }),
    disabledAt: timestamp("disabled_at", { withTimezone: true }),
    removedAt: timestamp("removed_at", { withTimezone: true }),
    /** When the warm-up before the first vote was passed. */
    warmedUpAt: timestamp("warmed_up_at", { withTimezone: true }),
    /** Whether single keys label on the annotation page. */
    shortcuts: boolean("shortcuts").notNull().default(true),
    createdAt: at("created_at"),
  },
  (t) => [uniqueIndex("user_email_unique").on(t.email)],
);

export const userId = () =>
  bigint("user_id", { mode: "number" })
    .notNull()
    .references(() => user.id);

/** A way to sign in that somebody else vouches for. Never tied to an account by its e-mail address. */
export const identity = pgTable(
  "identity",
  {
    provider: text("provider").notNull(),
    subject: text("subject").notNull(),
    userId: userId(),
    createdAt: at("created_at"),
  },
  (t) => [primaryKey({ columns: [t.provider, t.subject] }), index("identity_user_index").on(t.userId)],
);

/** A browser that is signed in. Signing out deletes the row. */
export const session = pgTable(
  "session",
  {
    /** A random name of 128 bits; the encrypted cookie carries it. */
    id: text("id").primaryKey(),
    userId: userId(),
    createdAt: at("created_at"),
    /** Written at most once in some minutes. */
    seenAt: at("seen_at"),
    /** What the browser calls itself, shortened. */
    userAgent: text("user_agent").notNull().default(""),
  },
  (t) => [index("session_user_index").on(t.userId)],
);

export const TOKEN_PURPOSES = ["setup", "verify_email", "reset_password", "sign_in"] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

/** A secret that works once, sent by e-mail or printed at the first start. Only its digest is kept. */
export const oneTimeToken = pgTable(
  "one_time_token",
  {
    /** sha256 in hexadecimal digits. */
    digest: text("digest").primaryKey(),
    purpose: text("purpose", { enum: TOKEN_PURPOSES }).notNull(),
    userId: bigint("user_id", { mode: "number" }).references(() => user.id, { onDelete: "cascade" }),
    email: text("email"),
    createdAt: at("created_at"),
    expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
    usedAt: timestamp("used_at", { withTimezone: true }),
  },
  (t) => [index("one_time_token_user_index").on(t.userId)],
);

/** Who did what to people and data. Append-only: a trigger refuses changes. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: id().primaryKey(),
    at: at("at"),
    /** Null: the shell of the server, or nobody who was signed in. */
    actorId: bigint("actor_id", { mode: "number" }).references(() => user.id),
    /** A verb such as `user.disable`. */
    action: text("action").notNull(),
    /** On whom or what, such as `user:7` or `context:12`. */
    subject: text("subject").notNull(),
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    /** The network address it came from; empty from the shell. */
    address: text("address").notNull().default(""),
  },
  (t) => [index("audit_log_actor_index").on(t.actorId, t.id), index("audit_log_subject_index").on(t.subject)],
);

/** What `rate-limiter-flexible` counts; its columns are the library's. */
export const rateLimit = pgTable("rate_limit", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: bigint("expire", { mode: "number" }),
});

export const NOTIFICATION_KINDS = ["vote_adjudicated", "flag_settled", "context_settled"] as const;

/** A message to one person about what became of something of theirs. */
export const notification = pgTable(
  "notification",
  {
    id: id().primaryKey(),
    userId: userId(),
    kind: text("kind", { enum: NOTIFICATION_KINDS }).notNull(),
    /** What the message says beside its kind: the words that were decided and why, and where to look. */
    detail: jsonb("detail")
      .$type<{ outcome: string; reason: string; path: string; title: string }>()
      .notNull(),
    createdAt: at("created_at"),
    readAt: timestamp("read_at", { withTimezone: true }),
  },
  (t) => [index("notification_user_index").on(t.userId, t.id.desc()).where(sql`${t.readAt} is null`)],
);
