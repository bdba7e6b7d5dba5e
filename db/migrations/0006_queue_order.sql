ALTER TABLE "citation" ADD COLUMN "voted_enough" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "citation_context" ADD COLUMN "voted_enough" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "citation_hidden_index" ON "citation" USING btree ("hub_id","work_id") WHERE "citation"."hidden_reason" is not null;--> statement-breakpoint
CREATE INDEX "citation_queue_index" ON "citation" USING btree ("hub_id",hashint8extended(work_id, - hub_id),"work_id") WHERE "citation"."context_count" = 0 and "citation"."hidden_reason" is null;--> statement-breakpoint
CREATE INDEX "citation_open_index" ON "citation" USING btree ("hub_id",hashint8extended(work_id, - hub_id),"work_id") WHERE "citation"."context_count" = 0 and "citation"."hidden_reason" is null and not "citation"."voted_enough";--> statement-breakpoint
CREATE INDEX "citation_context_queue_index" ON "citation_context" USING btree ("hub_id",hashint8extended(id, hub_id),"id","work_id") WHERE "citation_context"."hidden_reason" is null;--> statement-breakpoint
CREATE INDEX "citation_context_open_index" ON "citation_context" USING btree ("hub_id",hashint8extended(id, hub_id),"id","work_id") WHERE "citation_context"."hidden_reason" is null and not "citation_context"."voted_enough";--> statement-breakpoint

-- Takes a sentence or a paper out of the queue once it has as many votes as the queue wants (VOTES_WANTED in
-- lib/citation/queue-order.ts), and puts it back when one of them is withdrawn.
create function note_enough_votes() returns trigger language plpgsql as $$
begin
  if new.context_id is null then
    update citation set voted_enough = new.votes >= 3 where hub_id = new.hub_id and work_id = new.work_id;
  else
    update citation_context set voted_enough = new.votes >= 3 where hub_id = new.hub_id and id = new.context_id;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger target_begun_with_enough_votes after insert on target
for each row when (new.votes >= 3) execute function note_enough_votes();
--> statement-breakpoint
create trigger target_votes_changed after update on target
for each row when ((old.votes >= 3) <> (new.votes >= 3)) execute function note_enough_votes();
