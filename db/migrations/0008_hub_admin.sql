CREATE TABLE "claim_version" (
	"hub_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"quote" text,
	"retired" boolean NOT NULL,
	"changed_by" bigint,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claim_version_hub_id_number_version_pk" PRIMARY KEY("hub_id","number","version")
);
--> statement-breakpoint
CREATE TABLE "hub_slug_history" (
	"slug" text PRIMARY KEY NOT NULL,
	"hub_id" bigint NOT NULL,
	"replaced_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "claim" ALTER COLUMN "import_run_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "source_record" ALTER COLUMN "import_run_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "place" integer;--> statement-breakpoint
UPDATE "claim" SET "place" = "number";--> statement-breakpoint
ALTER TABLE "claim" ALTER COLUMN "place" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "claim" ADD COLUMN "changed_by" bigint;--> statement-breakpoint
ALTER TABLE "claim_version" ADD CONSTRAINT "claim_version_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_version" ADD CONSTRAINT "claim_version_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_slug_history" ADD CONSTRAINT "hub_slug_history_hub_id_hub_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hub"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "hub_slug_history_hub_index" ON "hub_slug_history" USING btree ("hub_id");--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_changed_by_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

-- What a claim says is counted and kept by triggers, so that neither an admin's command nor an import can forget it.
insert into claim_version (hub_id, number, version, text, quote, retired)
select hub_id, number, version, text, quote, false from claim;
--> statement-breakpoint
create function count_claim_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
--> statement-breakpoint
create function keep_claim_version() returns trigger language plpgsql as $$
begin
  insert into claim_version (hub_id, number, version, text, quote, retired, changed_by)
  values (new.hub_id, new.number, new.version, new.text, new.quote, new.retired_at is not null, new.changed_by);
  return null;
end $$;
--> statement-breakpoint
create trigger claim_version_counted before update on claim for each row
when ((old.text, old.quote, old.retired_at is null) is distinct from (new.text, new.quote, new.retired_at is null))
execute function count_claim_version();
--> statement-breakpoint
create trigger claim_begun_kept after insert on claim for each row execute function keep_claim_version();
--> statement-breakpoint
create trigger claim_version_kept after update on claim for each row when (old.version <> new.version)
execute function keep_claim_version();
--> statement-breakpoint
-- Deleted only with its hub.
create trigger claim_version_append_only before update or truncate on claim_version
for each statement execute function refuse_change();
