CREATE TABLE "import_decision" (
	"import_run_id" bigint NOT NULL,
	"work_key" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"work_id" bigint,
	"other_key" text,
	"made_work_id" bigint,
	CONSTRAINT "import_decision_import_run_id_work_key_pk" PRIMARY KEY("import_run_id","work_key")
);
--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "member" text;--> statement-breakpoint
ALTER TABLE "import_run" ADD COLUMN "sources" jsonb;--> statement-breakpoint
ALTER TABLE "import_decision" ADD CONSTRAINT "import_decision_import_run_id_import_run_id_fk" FOREIGN KEY ("import_run_id") REFERENCES "public"."import_run"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_decision" ADD CONSTRAINT "import_decision_work_id_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."work"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_decision" ADD CONSTRAINT "import_decision_made_work_id_work_id_fk" FOREIGN KEY ("made_work_id") REFERENCES "public"."work"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_decision_work_index" ON "import_decision" USING btree ("work_id");--> statement-breakpoint
CREATE INDEX "import_decision_made_index" ON "import_decision" USING btree ("made_work_id");--> statement-breakpoint
CREATE INDEX "import_run_upload_index" ON "import_run" USING btree ("upload_id");