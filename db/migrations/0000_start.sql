CREATE TABLE "citation" (
	"hub_id" bigint NOT NULL,
	"work_id" bigint NOT NULL,
	"is_self" boolean DEFAULT false NOT NULL,
	"is_influential" boolean DEFAULT false NOT NULL,
	"context_gap" text,
	"import_run_id" bigint NOT NULL,
	"published" text DEFAULT '' NOT NULL,
	"year" integer,
	"cited_by_count" integer DEFAULT 0 NOT NULL,
	"context_count" integer DEFAULT 0 NOT NULL,
	"reference_count" integer DEFAULT 0 NOT NULL,
	"suggested_polarity" text,
	"suggested_roles" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "citation_hub_id_work_id_pk" PRIMARY KEY("hub_id","work_id")
);
--> statement-breakpoint
CREATE TABLE "citation_context" (
	"hub_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "citation_context_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"work_id" bigint NOT NULL,
	"position" integer,
	"section" text,
	"before" text,
	"text" text NOT NULL,
	"after" text,
	"markers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"implicit" boolean DEFAULT false NOT NULL,
	"source" text NOT NULL,
	"quote_digest" text NOT NULL,
	"occurrence" integer DEFAULT 1 NOT NULL,
	"import_run_id" bigint NOT NULL,
	CONSTRAINT "citation_context_hub_id_id_pk" PRIMARY KEY("hub_id","id"),
	CONSTRAINT "citation_context_said_once" UNIQUE("hub_id","work_id","quote_digest","occurrence")
);
--> statement-breakpoint
CREATE TABLE "reference" (
	"citing_work_id" bigint NOT NULL,
	"cited_work_id" bigint NOT NULL,
	"import_run_id" bigint NOT NULL,
	CONSTRAINT "reference_citing_work_id_cited_work_id_pk" PRIMARY KEY("citing_work_id","cited_work_id")
);
--> statement-breakpoint
CREATE TABLE "suggestion" (
	"hub_id" bigint NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "suggestion_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"work_id" bigint NOT NULL,
	"context_id" bigint,
	"original" text NOT NULL,
	"role" text,
	"polarity" text,
	"basis" text,
	"source" text NOT NULL,
	"version" text,
	"confidence" double precision,
	"import_run_id" bigint NOT NULL,
	CONSTRAINT "suggestion_hub_id_id_pk" PRIMARY KEY("hub_id","id"),
	CONSTRAINT "suggestion_made_once" UNIQUE NULLS NOT DISTINCT("hub_id","work_id","context_id","source","original")
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"hub_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"quote" text,
	"import_run_id" bigint NOT NULL,
	CONSTRAINT "claim_hub_id_number_pk" PRIMARY KEY("hub_id","number")
);
--> statement-breakpoint
CREATE TABLE "co_citation" (
	"hub_id" bigint NOT NULL,
	"work_id" bigint NOT NULL,
	"citers" integer NOT NULL,
	CONSTRAINT "co_citation_hub_id_work_id_pk" PRIMARY KEY("hub_id","work_id"),
	CONSTRAINT "co_citation_work_unique" UNIQUE("work_id","hub_id")
);
--> statement-breakpoint
CREATE TABLE "hub" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "hub_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"work_id" bigint NOT NULL,
	"slug" text NOT NULL,
	"status" text DEFAULT 'published' NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"import_run_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hub_work_unique" UNIQUE("work_id"),
	CONSTRAINT "hub_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "hub_summary" (
	"hub_id" bigint NOT NULL,
	"facet" text NOT NULL,
	"value" text NOT NULL,
	"citers" integer NOT NULL,
	CONSTRAINT "hub_summary_hub_id_facet_value_pk" PRIMARY KEY("hub_id","facet","value")
);
--> statement-breakpoint
CREATE TABLE "reported_count" (
	"hub_id" bigint NOT NULL,
	"source" text NOT NULL,
	"axis" text NOT NULL,
	"value" text NOT NULL,
	"count" integer NOT NULL,
	"total" integer,
	"import_run_id" bigint NOT NULL,
	CONSTRAINT "reported_count_hub_id_source_axis_value_pk" PRIMARY KEY("hub_id","source","axis","value")
);
--> statement-breakpoint
CREATE TABLE "import_run" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "import_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"report" jsonb,
	"failure" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "import_run_row" (
	"import_run_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"outcome" text NOT NULL,
	"subject" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "import_run_row_import_run_id_number_pk" PRIMARY KEY("import_run_id","number")
);
--> statement-breakpoint
CREATE TABLE "source_record" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "source_record_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"work_id" bigint NOT NULL,
	"source" text NOT NULL,
	"identifiers" text[] DEFAULT '{}' NOT NULL,
	"fields" jsonb NOT NULL,
	"digest" text NOT NULL,
	"title_key" text,
	"year" integer,
	"first_author_key" text,
	"import_run_id" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_record_said_once" UNIQUE("work_id","source","import_run_id","digest")
);
--> statement-breakpoint
CREATE TABLE "work" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "work_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"title" text,
	"authors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"authors_complete" boolean DEFAULT true NOT NULL,
	"published" text,
	"year" integer,
	"venue" text,
	"fields" text[] DEFAULT '{}' NOT NULL,
	"abstract" text,
	"summary" text,
	"summary_source" text,
	"summary_problem" text,
	"cited_by_count" integer,
	"notices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"search" "tsvector"
);
--> statement-breakpoint
CREATE TABLE "work_identifier" (
	"scheme" text NOT NULL,
	"value" text NOT NULL,
	"work_id" bigint NOT NULL,
	"import_run_id" bigint NOT NULL,
	CONSTRAINT "work_identifier_scheme_value_pk" PRIMARY KEY("scheme","value")
);
--> statement-breakpoint
ALTER TABLE "citation" ADD CONSTRAINT "citation_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citation" ADD CONSTRAINT "citation_work_id_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citation" ADD CONSTRAINT "citation_import_run_id_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citation_context" ADD CONSTRAINT "citation_context_import_run_id_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citation_context" ADD CONSTRAINT "citation_context_hub_id_work_id_citation_hub_id_work_id_fk" FOREIGN KEY ("hub_id","work_id") REFERENCES "public"."citation"("hub_id","work_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference" ADD CONSTRAINT "reference_citing_work_id_work_id_fk" FOREIGN KEY ("citing_work_id") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference" ADD CONSTRAINT "reference_cited_work_id_work_id_fk" FOREIGN KEY ("cited_work_id") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference" ADD CONSTRAINT "reference_import_run_id_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_import_run_id_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_hub_id_work_id_citation_hub_id_work_id_fk" FOREIGN KEY ("hub_id","work_id") REFERENCES "public"."citation"("hub_id","work_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_hub_id_context_id_citation_context_hub_id_id_fk" FOREIGN KEY ("hub_id","context_id") REFERENCES "public"."citation_context"("hub_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_import_run_id_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_citation" ADD CONSTRAINT "co_citation_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_citation" ADD CONSTRAINT "co_citation_work_id_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub" ADD CONSTRAINT "hub_work_id_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub" ADD CONSTRAINT "hub_import_run_id_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_summary" ADD CONSTRAINT "hub_summary_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_count" ADD CONSTRAINT "reported_count_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_count" ADD CONSTRAINT "reported_count_import_run_id_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_run_row" ADD CONSTRAINT "import_run_row_import_run_id_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_record" ADD CONSTRAINT "source_record_work_id_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."work"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_record" ADD CONSTRAINT "source_record_import_run_id_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_identifier" ADD CONSTRAINT "work_identifier_work_id_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."work"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_identifier" ADD CONSTRAINT "work_identifier_import_run_id_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "citation_work_index" ON "citation" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "citation_published_index" ON "citation" USING btree ("hub_id","published","work_id");--> statement-breakpoint
CREATE INDEX "citation_cited_index" ON "citation" USING btree ("hub_id","cited_by_count","work_id");--> statement-breakpoint
CREATE INDEX "reference_cited_index" ON "reference" USING btree ("cited_work_id");--> statement-breakpoint
CREATE INDEX "co_citation_rank_index" ON "co_citation" USING btree ("hub_id","citers" DESC NULLS LAST,"work_id");--> statement-breakpoint
CREATE INDEX "import_run_row_outcome_index" ON "import_run_row" USING btree ("import_run_id","outcome");--> statement-breakpoint
CREATE INDEX "source_record_title_index" ON "source_record" USING btree ("title_key");--> statement-breakpoint
CREATE INDEX "work_search_index" ON "work" USING gin ("search");--> statement-breakpoint
CREATE INDEX "work_identifier_work_index" ON "work_identifier" USING btree ("work_id");