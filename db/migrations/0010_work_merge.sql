CREATE TABLE "merged_reference" (
	"citing_work_id" bigint NOT NULL,
	"cited_work_id" bigint NOT NULL,
	"import_run_id" bigint NOT NULL,
	CONSTRAINT "merged_reference_citing_work_id_cited_work_id_pk" PRIMARY KEY("citing_work_id","cited_work_id")
);
--> statement-breakpoint
CREATE TABLE "work_merge" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "work_merge_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"from_work_id" bigint NOT NULL,
	"into_work_id" bigint NOT NULL,
	"merged_by" bigint NOT NULL,
	"merged_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_apart_by" bigint,
	"taken_apart_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "work_merge_row" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "work_merge_row_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"work_merge_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb NOT NULL
);
--> statement-breakpoint
DROP INDEX "source_record_title_index";--> statement-breakpoint
ALTER TABLE "reference" ADD COLUMN "by_merge" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "merged_reference" ADD CONSTRAINT "merged_reference_citing_work_id_work_id_fk" FOREIGN KEY ("citing_work_id") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merged_reference" ADD CONSTRAINT "merged_reference_cited_work_id_work_id_fk" FOREIGN KEY ("cited_work_id") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merged_reference" ADD CONSTRAINT "merged_reference_import_run_id_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_merge" ADD CONSTRAINT "work_merge_from_work_id_work_id_fk" FOREIGN KEY ("from_work_id") REFERENCES "public"."work"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_merge" ADD CONSTRAINT "work_merge_into_work_id_work_id_fk" FOREIGN KEY ("into_work_id") REFERENCES "public"."work"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_merge" ADD CONSTRAINT "work_merge_merged_by_user_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_merge" ADD CONSTRAINT "work_merge_taken_apart_by_user_id_fk" FOREIGN KEY ("taken_apart_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_merge_row" ADD CONSTRAINT "work_merge_row_work_merge_id_work_merge_id_fk" FOREIGN KEY ("work_merge_id") REFERENCES "public"."work_merge"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "merged_reference_cited_index" ON "merged_reference" USING btree ("cited_work_id");--> statement-breakpoint
CREATE UNIQUE INDEX "work_merge_stands_once" ON "work_merge" USING btree ("from_work_id") WHERE "work_merge"."taken_apart_at" is null;--> statement-breakpoint
CREATE INDEX "work_merge_into_index" ON "work_merge" USING btree ("into_work_id");--> statement-breakpoint
CREATE INDEX "work_merge_row_index" ON "work_merge_row" USING btree ("work_merge_id","kind");--> statement-breakpoint
CREATE INDEX "source_record_title_index" ON "source_record" USING btree ("title_key","work_id");--> statement-breakpoint

-- The work that stands for this one: itself, unless it was merged.
create function remaining_work(work bigint) returns bigint language sql stable as $$
  with recursive step as (
    select work as id
    union all
    select m.into_work_id from step join work_merge m on m.from_work_id = step.id and m.taken_apart_at is null
  )
  select id from step where not exists (
    select from work_merge m where m.from_work_id = step.id and m.taken_apart_at is null)
$$;
--> statement-breakpoint

-- The works for which this one stands: itself, and those merged into it, also by way of others.
create function works_merged_into(work bigint) returns setof bigint language sql stable as $$
  with recursive step as (
    select work as id
    union all
    select m.from_work_id from step join work_merge m on m.into_work_id = step.id and m.taken_apart_at is null
  )
  select id from step
$$;
