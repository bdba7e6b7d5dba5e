ALTER TABLE "suggested_summary" ADD COLUMN "labelled" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "vote_people_index" ON "vote" USING btree ("hub_id","user_id") WHERE "vote"."withdrawn_at" is null;--> statement-breakpoint

-- A suggested polarity as a reading takes it: "own" takes judgements without own evidence for neutral.
create function suggestion_read_as(polarity text, basis text, evidence text) returns text
language sql immutable parallel safe
return case
  when evidence = 'own' and basis is distinct from 'own_evidence'
    and polarity in ('supporting', 'mixed', 'contrasting') then 'neutral'
  else polarity
end;
--> statement-breakpoint

-- What all suggestions for a sentence, or without one for a citer, say together; "" when they say nothing.
create function suggested_reading(of_hub bigint, of_work bigint, of_context bigint, evidence text) returns text
language sql stable
return coalesce(joint_polarity((
  select array_agg(distinct suggestion_read_as(s.polarity, s.basis, suggested_reading.evidence))
  from suggestion s left join citation_context x on x.hub_id = s.hub_id and x.id = s.context_id
  where s.hub_id = of_hub and s.work_id = of_work and (of_context is null or s.context_id = of_context)
    and x.hidden_reason is null
)), '');
--> statement-breakpoint

create function change_labelled_suggestions(changes suggested_summary[]) returns void language sql as $$
  insert into suggested_summary as kept (hub_id, axis, unit, evidence, year, value, count, labelled)
  select hub_id, axis, unit, evidence, year, value, 0, sum(labelled)
  from unnest(changes)
  group by 1, 2, 3, 4, 5, 6 having sum(labelled) <> 0 order by 1, 2, 3, 4, 5, 6
  on conflict (hub_id, axis, unit, evidence, year, value) do update set labelled = kept.labelled + excluded.labelled
$$;
--> statement-breakpoint

-- These keep suggested_summary.labelled in the transaction of the vote by which a citer or a sentence gets its first
-- label or loses its last. An import writes the rows of a hub from scratch and shuts votes out meanwhile, by the same
-- lock (db/commands/import/summarise-hubs.ts). The lock is taken before suggestions are read, in a statement of its own.
create function lock_suggested_summary(hubs bigint[]) returns void language sql as $$
  select pg_advisory_xact_lock_shared(7307, hub_id::integer) from unnest(hubs) as hub_id
$$;
--> statement-breakpoint
-- Neither function joins its transition tables: the plan is kept from a small change and takes hours for a large one.
create type labelled_change as (hub_id bigint, work_id bigint, year integer, change integer);
--> statement-breakpoint
create function keep_labelled_citers() returns trigger language plpgsql as $$
declare changes labelled_change[] := array(
  select row(hub_id, work_id, year, sum(change))::labelled_change from (
    select c.hub_id, c.work_id, coalesce(c.year, 0) as year, 1 as change from added c
    where c.label_state <> 'unlabelled' and c.hidden_reason is null
    union all
    select c.hub_id, c.work_id, coalesce(c.year, 0), -1 from removed c
    where c.label_state <> 'unlabelled' and c.hidden_reason is null
  ) as labelled
  group by hub_id, work_id, year having sum(change) <> 0);
begin
  if cardinality(changes) = 0 then return null; end if;
  perform lock_suggested_summary(array(select distinct hub_id from unnest(changes) order by 1));
  perform change_labelled_suggestions(array(
    select row(c.hub_id, 'polarity', 'citers', reading.evidence, c.year,
      suggested_reading(c.hub_id, c.work_id, null, reading.evidence), 0, c.change)::suggested_summary
    from unnest(changes) c cross join (values ('all'), ('own')) as reading (evidence)));
  return null;
end $$;
--> statement-breakpoint
create function keep_labelled_sentences() returns trigger language plpgsql as $$
declare settled target[];
begin
  if tg_op = 'INSERT' then
    settled := array(
      select row(t.*)::target from added t where t.polarity_state <> 'unlabelled'
        and t.context_id is not null and not t.hidden);
  else
    settled := array(
      select (array_agg(one.t) filter (where one.sign = 1))[1] from (
        select t.hub_id, t.id, row(t.*)::target as t, 1 as sign, t.polarity_state <> 'unlabelled' as labelled
        from added t where t.context_id is not null and not t.hidden
        union all
        select t.hub_id, t.id, null, -1, t.polarity_state <> 'unlabelled' from removed t
        where t.context_id is not null
      ) as one
      group by hub_id, id
      having count(*) filter (where one.sign = 1) = 1 and sum(one.sign * one.labelled::integer) <> 0);
  end if;
  if cardinality(settled) = 0 then return null; end if;
  perform lock_suggested_summary(array(select distinct hub_id from unnest(settled) order by 1));
  perform change_labelled_suggestions(array(
    select row(t.hub_id, 'polarity', 'sentences', reading.evidence, coalesce(c.year, 0),
      suggested_reading(t.hub_id, t.work_id, t.context_id, reading.evidence), 0,
      case when t.polarity_state = 'unlabelled' then -1 else 1 end)::suggested_summary
    from unnest(settled) t join citation c using (hub_id, work_id)
    cross join (values ('all'), ('own')) as reading (evidence)));
  return null;
end $$;
--> statement-breakpoint
create trigger citation_changed_beside_suggestions after update on citation
referencing old table as removed new table as added for each statement execute function keep_labelled_citers();
--> statement-breakpoint
create trigger target_added_beside_suggestions after insert on target
referencing new table as added for each statement execute function keep_labelled_sentences();
--> statement-breakpoint
create trigger target_changed_beside_suggestions after update on target
referencing old table as removed new table as added for each statement execute function keep_labelled_sentences();
--> statement-breakpoint

-- What suggested_summary.labelled must hold, counted from scratch; the proof that the triggers keep it right.
create view labelled_suggestions_recount as
select hub_id, unit, evidence, year, suggested_reading(hub_id, work_id, context_id, evidence) as value,
  count(*)::integer as labelled
from (
  select c.hub_id, 'citers' as unit, coalesce(c.year, 0) as year, c.work_id, null::bigint as context_id
  from citation c where c.label_state <> 'unlabelled' and c.hidden_reason is null
  union all
  select t.hub_id, 'sentences', coalesce(c.year, 0), t.work_id, t.context_id
  from target t join citation c using (hub_id, work_id)
  join citation_context x on x.hub_id = t.hub_id and x.id = t.context_id
  where t.polarity_state <> 'unlabelled' and c.hidden_reason is null and x.hidden_reason is null
) as said cross join (values ('all'), ('own')) as reading (evidence)
group by 1, 2, 3, 4, 5;
