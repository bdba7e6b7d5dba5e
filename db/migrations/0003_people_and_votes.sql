CREATE TABLE "flag" (
	"hub_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "flag_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"work_id" bigint,
	"context_id" bigint,
	"kind" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"user_id" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" bigint,
	"outcome" text,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "flag_hub_id_id_pk" PRIMARY KEY("hub_id","id")
);
--> statement-breakpoint
CREATE TABLE "agreement" (
	"hub_id" bigint NOT NULL,
	"axis" text NOT NULL,
	"alpha" double precision,
	"low" double precision,
	"high" double precision,
	"raw" double precision,
	"targets" integer NOT NULL,
	"ratings" integer NOT NULL,
	"people" integer NOT NULL,
	"unclear" integer NOT NULL,
	"votes" integer NOT NULL,
	"last_revision" bigint NOT NULL,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agreement_hub_id_axis_pk" PRIMARY KEY("hub_id","axis")
);
--> statement-breakpoint
CREATE TABLE "voted_summary" (
	"hub_id" bigint NOT NULL,
	"axis" text NOT NULL,
	"unit" text NOT NULL,
	"evidence" text NOT NULL,
	"year" integer NOT NULL,
	"claim" integer NOT NULL,
	"value" text NOT NULL,
	"strength" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "voted_summary_hub_id_axis_unit_evidence_year_claim_value_strength_pk" PRIMARY KEY("hub_id","axis","unit","evidence","year","claim","value","strength")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" bigint,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"address" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identity_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notification_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "one_time_token" (
	"digest" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"user_id" bigint,
	"email" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "user_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"handle" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"email" text,
	"email_verified_at" timestamp with time zone,
	"password_hash" text,
	"role" text DEFAULT 'annotator' NOT NULL,
	"approved_at" timestamp with time zone,
	"approved_by" text,
	"disabled_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"warmed_up_at" timestamp with time zone,
	"shortcuts" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "citation_claim" (
	"hub_id" bigint NOT NULL,
	"work_id" bigint NOT NULL,
	"claim_number" integer NOT NULL,
	"verdict" text NOT NULL,
	"strength" text NOT NULL,
	CONSTRAINT "citation_claim_hub_id_work_id_claim_number_pk" PRIMARY KEY("hub_id","work_id","claim_number")
);
--> statement-breakpoint
CREATE TABLE "ruling" (
	"hub_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ruling_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"target_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"role" text,
	"further_roles" text[] DEFAULT '{}' NOT NULL,
	"polarity" text,
	"basis" text,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"lifted_at" timestamp with time zone,
	CONSTRAINT "ruling_hub_id_id_pk" PRIMARY KEY("hub_id","id")
);
--> statement-breakpoint
CREATE TABLE "target" (
	"hub_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "target_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"work_id" bigint NOT NULL,
	"context_id" bigint,
	"polarity_state" text DEFAULT 'unlabelled' NOT NULL,
	"polarity" text,
	"basis" text,
	"role_state" text DEFAULT 'unlabelled' NOT NULL,
	"role" text,
	"further_roles" text[] DEFAULT '{}' NOT NULL,
	"votes" integer DEFAULT 0 NOT NULL,
	"settled_at" timestamp with time zone,
	CONSTRAINT "target_hub_id_id_pk" PRIMARY KEY("hub_id","id"),
	CONSTRAINT "target_unique" UNIQUE NULLS NOT DISTINCT("hub_id","work_id","context_id")
);
--> statement-breakpoint
CREATE TABLE "turn" (
	"user_id" bigint NOT NULL,
	"hub_id" bigint NOT NULL,
	"target" text NOT NULL,
	"leased_until" timestamp with time zone,
	"skipped_at" timestamp with time zone,
	"shown_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "turn_user_id_target_pk" PRIMARY KEY("user_id","target")
);
--> statement-breakpoint
CREATE TABLE "vote" (
	"hub_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "vote_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"target_id" bigint NOT NULL,
	"user_id" bigint NOT NULL,
	"role" text NOT NULL,
	"further_roles" text[] DEFAULT '{}' NOT NULL,
	"polarity" text NOT NULL,
	"basis" text,
	"note" text DEFAULT '' NOT NULL,
	"own_paper" boolean DEFAULT false NOT NULL,
	"guidelines" text NOT NULL,
	"revision" integer NOT NULL,
	"cast_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "vote_hub_id_id_pk" PRIMARY KEY("hub_id","id"),
	CONSTRAINT "vote_one_each" UNIQUE("hub_id","target_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "vote_claim" (
	"hub_id" bigint NOT NULL,
	"vote_id" bigint NOT NULL,
	"claim_number" integer NOT NULL,
	"verdict" text NOT NULL,
	CONSTRAINT "vote_claim_hub_id_vote_id_claim_number_pk" PRIMARY KEY("hub_id","vote_id","claim_number")
);
--> statement-breakpoint
CREATE TABLE "vote_revision" (
	"hub_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "vote_revision_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"vote_id" bigint NOT NULL,
	"revision" integer NOT NULL,
	"act" text NOT NULL,
	"role" text NOT NULL,
	"further_roles" text[] DEFAULT '{}' NOT NULL,
	"polarity" text NOT NULL,
	"basis" text,
	"claims" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"own_paper" boolean DEFAULT false NOT NULL,
	"guidelines" text NOT NULL,
	"by_user_id" bigint NOT NULL,
	"submission" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vote_revision_hub_id_id_pk" PRIMARY KEY("hub_id","id"),
	CONSTRAINT "vote_revision_in_order" UNIQUE("hub_id","vote_id","revision"),
	CONSTRAINT "vote_revision_submitted_once" UNIQUE("hub_id","by_user_id","submission")
);
--> statement-breakpoint
ALTER TABLE "citation_context" ALTER COLUMN "import_run_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "citation" ADD COLUMN "label_state" text DEFAULT 'unlabelled' NOT NULL;--> statement-breakpoint
ALTER TABLE "citation" ADD COLUMN "polarity" text;--> statement-breakpoint
ALTER TABLE "citation" ADD COLUMN "polarity_own" text;--> statement-breakpoint
ALTER TABLE "citation" ADD COLUMN "strength" text;--> statement-breakpoint
ALTER TABLE "citation" ADD COLUMN "roles" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "citation" ADD COLUMN "role_strength" text;--> statement-breakpoint
ALTER TABLE "citation" ADD COLUMN "votes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "citation" ADD COLUMN "contested" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "citation" ADD COLUMN "hidden_reason" text;--> statement-breakpoint
ALTER TABLE "citation_context" ADD COLUMN "added_by" bigint;--> statement-breakpoint
ALTER TABLE "citation_context" ADD COLUMN "read_in" text;--> statement-breakpoint
ALTER TABLE "citation_context" ADD COLUMN "confirmed_by" bigint;--> statement-breakpoint
ALTER TABLE "citation_context" ADD COLUMN "hidden_reason" text;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_settled_by_user_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flag" ADD CONSTRAINT "flag_hub_id_work_id_citation_hub_id_work_id_fk" FOREIGN KEY ("hub_id","work_id") REFERENCES "public"."citation"("hub_id","work_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voted_summary" ADD CONSTRAINT "voted_summary_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_actor_id_user_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_token" ADD CONSTRAINT "one_time_token_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citation_claim" ADD CONSTRAINT "citation_claim_hub_id_work_id_citation_hub_id_work_id_fk" FOREIGN KEY ("hub_id","work_id") REFERENCES "public"."citation"("hub_id","work_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ruling" ADD CONSTRAINT "ruling_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ruling" ADD CONSTRAINT "ruling_hub_id_target_id_target_hub_id_id_fk" FOREIGN KEY ("hub_id","target_id") REFERENCES "public"."target"("hub_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_hub_id_work_id_citation_hub_id_work_id_fk" FOREIGN KEY ("hub_id","work_id") REFERENCES "public"."citation"("hub_id","work_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_hub_id_context_id_citation_context_hub_id_id_fk" FOREIGN KEY ("hub_id","context_id") REFERENCES "public"."citation_context"("hub_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote" ADD CONSTRAINT "vote_hub_id_target_id_target_hub_id_id_fk" FOREIGN KEY ("hub_id","target_id") REFERENCES "public"."target"("hub_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_claim" ADD CONSTRAINT "vote_claim_hub_id_vote_id_vote_hub_id_id_fk" FOREIGN KEY ("hub_id","vote_id") REFERENCES "public"."vote"("hub_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_revision" ADD CONSTRAINT "vote_revision_by_user_id_user_id_fk" FOREIGN KEY ("by_user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_revision" ADD CONSTRAINT "vote_revision_hub_id_vote_id_vote_hub_id_id_fk" FOREIGN KEY ("hub_id","vote_id") REFERENCES "public"."vote"("hub_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flag_open_index" ON "flag" USING btree ("id") WHERE "flag"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "audit_log_actor_index" ON "audit_log" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_subject_index" ON "audit_log" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "identity_user_index" ON "identity" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "notification_user_index" ON "notification" USING btree ("user_id","id" DESC NULLS LAST) WHERE "notification"."read_at" is null;--> statement-breakpoint
CREATE INDEX "one_time_token_user_index" ON "one_time_token" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user_index" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_email_unique" ON "user" USING btree ("email");--> statement-breakpoint
CREATE INDEX "citation_claim_index" ON "citation_claim" USING btree ("hub_id","claim_number","verdict");--> statement-breakpoint
CREATE INDEX "ruling_target_index" ON "ruling" USING btree ("hub_id","target_id");--> statement-breakpoint
CREATE INDEX "target_contested_index" ON "target" USING btree ("hub_id","votes" DESC NULLS LAST,"id") WHERE "target"."polarity_state" = 'contested' or "target"."role_state" = 'contested';--> statement-breakpoint
CREATE INDEX "turn_target_index" ON "turn" USING btree ("hub_id","target");--> statement-breakpoint
CREATE INDEX "turn_shown_index" ON "turn" USING btree ("user_id","shown_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "vote_user_index" ON "vote" USING btree ("user_id","changed_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "citation_context" ADD CONSTRAINT "citation_context_added_by_user_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citation_context" ADD CONSTRAINT "citation_context_confirmed_by_user_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;