CREATE TABLE "representative" (
	"hub_id" bigint NOT NULL,
	"rank" integer NOT NULL,
	"work_id" bigint NOT NULL,
	"reason" jsonb NOT NULL,
	CONSTRAINT "representative_hub_id_rank_pk" PRIMARY KEY("hub_id","rank")
);
--> statement-breakpoint
CREATE TABLE "suggested_summary" (
	"hub_id" bigint NOT NULL,
	"axis" text NOT NULL,
	"unit" text NOT NULL,
	"evidence" text NOT NULL,
	"year" integer NOT NULL,
	"value" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "suggested_summary_hub_id_axis_unit_evidence_year_value_pk" PRIMARY KEY("hub_id","axis","unit","evidence","year","value")
);
--> statement-breakpoint
ALTER TABLE "representative" ADD CONSTRAINT "representative_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representative" ADD CONSTRAINT "representative_work_id_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggested_summary" ADD CONSTRAINT "suggested_summary_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE cascade ON UPDATE no action;
