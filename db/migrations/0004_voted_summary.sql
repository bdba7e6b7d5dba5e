ALTER TABLE "target" ADD COLUMN "hidden" boolean DEFAULT false NOT NULL;
--> statement-breakpoint

-- The facets under which one citation counts in its hub's summary. Of votes only what is there is a facet: a count of
-- citations without votes would be a row that an import and a vote both write, and they would wait for one another.
drop view hub_summary_recount;
--> statement-breakpoint
drop function citation_facets;
--> statement-breakpoint
create function citation_facets(
  year integer, context_count integer, context_gap text, reference_count integer, is_self boolean,
  suggested_polarity text, suggested_roles text[], votes integer, strength text, contested boolean, hidden_reason text
) returns table (facet text, value text)
language sql immutable parallel safe
begin atomic
  select * from (values
    ('citers', ''),
    ('year', coalesce(year::text, '')),
    ('context', case when context_count > 0 then 'yes' else coalesce(context_gap, 'not_supplied') end),
    ('references', case when reference_count > 0 then 'yes' else 'no' end),
    ('self', case when is_self then 'yes' else 'no' end),
    ('suggested_polarity', coalesce(suggested_polarity, '')),
    ('has_suggested_role', case when cardinality(suggested_roles) > 0 then 'yes' else 'no' end),
    ('has_suggestion', case when suggested_polarity is not null or cardinality(suggested_roles) > 0 then 'yes' else 'no' end)
  ) as one(facet, value)
  where hidden_reason is null
  union all
  select 'suggested_role', role from unnest(suggested_roles) as role where hidden_reason is null
  union all
  select 'voted', 'yes' where votes > 0 and hidden_reason is null
  union all
  select 'agreed', 'yes' where strength = 'agreed' and hidden_reason is null
  union all
  select 'contested', 'yes' where contested and hidden_reason is null
  union all
  select 'hidden', 'yes' where hidden_reason is not null;
end;
--> statement-breakpoint

create or replace function keep_hub_summary() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into hub_summary as kept (hub_id, facet, value, citers)
    select c.hub_id, f.facet, f.value, count(*)
    from added c cross join lateral citation_facets(
      c.year, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity, c.suggested_roles,
        c.votes, c.strength, c.contested, c.hidden_reason) f
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (hub_id, facet, value) do update set citers = kept.citers + excluded.citers;
  elsif tg_op = 'UPDATE' then
    insert into hub_summary as kept (hub_id, facet, value, citers)
    select hub_id, facet, value, sum(change) from (
      select c.hub_id, f.facet, f.value, 1 as change
      from added c cross join lateral citation_facets(
        c.year, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity, c.suggested_roles,
          c.votes, c.strength, c.contested, c.hidden_reason) f
      union all
      select c.hub_id, f.facet, f.value, -1
      from removed c cross join lateral citation_facets(
        c.year, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity, c.suggested_roles,
          c.votes, c.strength, c.contested, c.hidden_reason) f
    ) as changes
    group by 1, 2, 3 having sum(change) <> 0 order by 1, 2, 3
    on conflict (hub_id, facet, value) do update set citers = kept.citers + excluded.citers;
  else
    insert into hub_summary as kept (hub_id, facet, value, citers)
    select c.hub_id, f.facet, f.value, -count(*)
    from removed c join hub on hub.id = c.hub_id cross join lateral citation_facets(
      c.year, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity, c.suggested_roles,
        c.votes, c.strength, c.contested, c.hidden_reason) f
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (hub_id, facet, value) do update set citers = kept.citers + excluded.citers;
  end if;
  return null;
end $$;
--> statement-breakpoint

create view hub_summary_recount as
select c.hub_id, f.facet, f.value, count(*)::integer as citers
from citation c cross join lateral citation_facets(
  c.year, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity, c.suggested_roles,
    c.votes, c.strength, c.contested, c.hidden_reason) f
group by 1, 2, 3;
--> statement-breakpoint

-- A hidden citation takes part in no co-citation count. The two transition tables are never joined: their plan is kept from
-- the first statement, which is small, and would be a nested loop over those of an import.
create or replace function keep_co_citation() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and tg_table_name = 'reference' then
    insert into co_citation as kept (hub_id, work_id, citers)
    select c.hub_id, r.cited_work_id, count(*)
    from added r join citation c on c.work_id = r.citing_work_id join hub h on h.id = c.hub_id
    where r.cited_work_id <> h.work_id and c.hidden_reason is null
    group by 1, 2 order by 1, 2
    on conflict (hub_id, work_id) do update set citers = kept.citers + excluded.citers;
  elsif tg_op = 'INSERT' then
    insert into co_citation as kept (hub_id, work_id, citers)
    select c.hub_id, r.cited_work_id, count(*)
    from added c join reference r on r.citing_work_id = c.work_id join hub h on h.id = c.hub_id
    where r.cited_work_id <> h.work_id and c.hidden_reason is null
    group by 1, 2 order by 1, 2
    on conflict (hub_id, work_id) do update set citers = kept.citers + excluded.citers;
  elsif tg_op = 'UPDATE' then
    insert into co_citation as kept (hub_id, work_id, citers)
    select c.hub_id, r.cited_work_id, sum(c.change)
    from (
      select hub_id, work_id, sum(change) as change
      from (
        select hub_id, work_id, -1 as change from added where hidden_reason is not null
        union all select hub_id, work_id, 1 from removed where hidden_reason is not null
      ) as hidden
      group by 1, 2 having sum(change) <> 0
    ) as c
    join reference r on r.citing_work_id = c.work_id join hub h on h.id = c.hub_id
    where r.cited_work_id <> h.work_id
    group by 1, 2 order by 1, 2
    on conflict (hub_id, work_id) do update set citers = kept.citers + excluded.citers;
  elsif tg_table_name = 'reference' then
    update co_citation kept set citers = kept.citers - gone.citers
    from (select c.hub_id, r.cited_work_id as work_id, count(*) as citers
      from removed r join citation c on c.work_id = r.citing_work_id
      where c.hidden_reason is null group by 1, 2) gone
    where kept.hub_id = gone.hub_id and kept.work_id = gone.work_id;
  else
    update co_citation kept set citers = kept.citers - gone.citers
    from (select c.hub_id, r.cited_work_id as work_id, count(*) as citers
      from removed c join reference r on r.citing_work_id = c.work_id
      where c.hidden_reason is null group by 1, 2) gone
    where kept.hub_id = gone.hub_id and kept.work_id = gone.work_id;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger citation_changed_in_co_citation after update on citation
referencing old table as removed new table as added for each statement execute function keep_co_citation();
--> statement-breakpoint

create or replace view co_citation_recount as
select c.hub_id, r.cited_work_id as work_id, count(*)::integer as citers
from citation c join reference r on r.citing_work_id = c.work_id join hub h on h.id = c.hub_id
where r.cited_work_id <> h.work_id and c.hidden_reason is null
group by 1, 2;
--> statement-breakpoint

-- Brings the repeated columns of citations up to date after their works, contexts, references or suggestions changed.
-- What is hidden does not count. Rows are locked in the order in which votes lock them. What votes say stays as it is.
create or replace function refresh_citations(works bigint[]) returns void language sql as $$
  update citation set
    published = fresh.published, year = fresh.year, cited_by_count = fresh.cited_by_count,
    context_count = fresh.context_count, reference_count = fresh.reference_count,
    suggested_polarity = fresh.suggested_polarity, suggested_roles = fresh.suggested_roles
  from (
    select c.hub_id, c.work_id,
      coalesce(w.published, '') as published, w.year, coalesce(w.cited_by_count, 0) as cited_by_count,
      (select count(*)::integer from citation_context x
        where x.hub_id = c.hub_id and x.work_id = c.work_id and x.hidden_reason is null) as context_count,
      (select count(*)::integer from reference r where r.citing_work_id = c.work_id) as reference_count,
      joint_polarity(said.polarities) as suggested_polarity,
      coalesce(said.roles, '{}') as suggested_roles
    from citation c
    join work w on w.id = c.work_id
    left join lateral (
      select array_agg(distinct s.polarity) as polarities,
        array_agg(distinct s.role order by s.role) filter (where s.role is not null) as roles
      from suggestion s left join citation_context x on x.hub_id = s.hub_id and x.id = s.context_id
      where s.hub_id = c.hub_id and s.work_id = c.work_id and x.hidden_reason is null
    ) said on true
    where c.work_id = any (works)
    order by c.hub_id, c.work_id
    for no key update of c
  ) fresh
  where citation.hub_id = fresh.hub_id and citation.work_id = fresh.work_id
    and (citation.published, citation.year, citation.cited_by_count, citation.context_count,
      citation.reference_count, citation.suggested_polarity, citation.suggested_roles)
    is distinct from (fresh.published, fresh.year, fresh.cited_by_count, fresh.context_count,
      fresh.reference_count, fresh.suggested_polarity, fresh.suggested_roles)
$$;
--> statement-breakpoint

-- Where one citation counts in voted_summary: by what its targets say together.
create function counts_of_citer(c citation, count integer) returns setof voted_summary
language sql immutable parallel safe
begin atomic
  select c.hub_id, 'polarity', 'citers', reading.evidence, coalesce(c.year, 0), 0, reading.value,
    coalesce(c.strength, ''), count
  from (values
    ('all', case when c.label_state = 'labelled' then c.polarity else c.label_state end),
    ('own', case when c.label_state = 'labelled' then c.polarity_own else c.label_state end)
  ) as reading (evidence, value)
  where c.label_state <> 'unlabelled' and c.hidden_reason is null
  union all
  select c.hub_id, 'role', 'citers', 'all', coalesce(c.year, 0), 0, role, c.role_strength, count
  from unnest(c.roles) as role where c.hidden_reason is null
  union all
  select c.hub_id, 'role', 'citers', 'all', coalesce(c.year, 0), 0, 'any', '', count
  where cardinality(c.roles) > 0 and c.hidden_reason is null;
end;
--> statement-breakpoint

-- Where one target counts in voted_summary, if it is a sentence: by the consensus of its votes.
create function counts_of_sentence(t target, count integer) returns setof voted_summary
language sql immutable parallel safe
begin atomic
  select t.hub_id, 'polarity', 'sentences', reading.evidence, 0, 0,
    case
      when t.polarity is null then t.polarity_state
      when reading.evidence = 'own' and t.polarity in ('supporting', 'mixed', 'contrasting')
        and t.basis is distinct from 'own_evidence' then 'neutral'
      else t.polarity
    end,
    case
      when t.polarity is null or t.polarity = 'unclear' then ''
      when t.polarity_state = 'single' then 'single'
      else 'agreed'
    end,
    count
  from (values ('all'), ('own')) as reading (evidence)
  where t.polarity_state <> 'unlabelled' and t.context_id is not null and not t.hidden
  union all
  select t.hub_id, 'role', 'sentences', 'all', 0, 0, named.role,
    case when t.role_state = 'single' then 'single' else 'agreed' end, count
  from unnest(t.role || t.further_roles) as named (role)
  where t.role is not null and t.context_id is not null and not t.hidden
  union all
  select t.hub_id, 'role', 'sentences', 'all', 0, 0, 'any', '', count
  where t.role is not null and t.context_id is not null and not t.hidden;
end;
--> statement-breakpoint

create function counts_of_verdict(v citation_claim, count integer) returns setof voted_summary
language sql immutable parallel safe
begin atomic
  select v.hub_id, 'claim', 'citers', 'all', 0, v.claim_number, v.verdict, v.strength, count;
end;
--> statement-breakpoint

create function change_voted_summary(changes voted_summary[]) returns void language sql as $$
  insert into voted_summary as kept (hub_id, axis, unit, evidence, year, claim, value, strength, count)
  select hub_id, axis, unit, evidence, year, claim, value, strength, sum(count)
  from unnest(changes) join hub on hub.id = hub_id
  group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(count) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8
  on conflict (hub_id, axis, unit, evidence, year, claim, value, strength)
  do update set count = kept.count + excluded.count
$$;
--> statement-breakpoint

-- These three keep voted_summary in the transaction of the write. Writers never wait for one another in a circle, because
-- all take its rows in one order: sentences, then citers, then verdicts (db/commands/relabel.ts), each lot sorted.
create function keep_voted_sentences() returns trigger language plpgsql as $$
declare changes voted_summary[] := '{}';
begin
  if tg_op <> 'DELETE' then
    changes := array(select f from added t cross join lateral counts_of_sentence(row(t.*)::target, 1) f);
  end if;
  if tg_op <> 'INSERT' then
    changes := changes || array(select f from removed t cross join lateral counts_of_sentence(row(t.*)::target, -1) f);
  end if;
  perform change_voted_summary(changes) where cardinality(changes) > 0;
  return null;
end $$;
--> statement-breakpoint
create function keep_voted_citers() returns trigger language plpgsql as $$
declare changes voted_summary[] := '{}';
begin
  if tg_op <> 'DELETE' then
    changes := array(select f from added c cross join lateral counts_of_citer(row(c.*)::citation, 1) f);
  end if;
  if tg_op <> 'INSERT' then
    changes := changes || array(select f from removed c cross join lateral counts_of_citer(row(c.*)::citation, -1) f);
  end if;
  perform change_voted_summary(changes) where cardinality(changes) > 0;
  return null;
end $$;
--> statement-breakpoint
-- Taking verdicts away and adding others are two statements, so two sorted lots: one writer of a hub's verdicts at a time.
create function keep_voted_verdicts() returns trigger language plpgsql as $$
declare changes voted_summary[] := '{}';
begin
  if tg_op <> 'DELETE' then
    changes := array(select f from added v cross join lateral counts_of_verdict(row(v.*)::citation_claim, 1) f);
  end if;
  if tg_op <> 'INSERT' then
    changes := changes || array(select f from removed v cross join lateral counts_of_verdict(row(v.*)::citation_claim, -1) f);
  end if;
  perform pg_advisory_xact_lock(7306, hub_id::integer)
  from (select distinct hub_id from unnest(changes) order by hub_id) as hubs;
  perform change_voted_summary(changes) where cardinality(changes) > 0;
  return null;
end $$;
--> statement-breakpoint
create trigger target_added_to_voted_summary after insert on target
referencing new table as added for each statement execute function keep_voted_sentences();
--> statement-breakpoint
create trigger target_changed_in_voted_summary after update on target
referencing old table as removed new table as added for each statement execute function keep_voted_sentences();
--> statement-breakpoint
create trigger target_removed_from_voted_summary after delete on target
referencing old table as removed for each statement execute function keep_voted_sentences();
--> statement-breakpoint
create trigger citation_added_to_voted_summary after insert on citation
referencing new table as added for each statement execute function keep_voted_citers();
--> statement-breakpoint
create trigger citation_changed_in_voted_summary after update on citation
referencing old table as removed new table as added for each statement execute function keep_voted_citers();
--> statement-breakpoint
create trigger citation_removed_from_voted_summary after delete on citation
referencing old table as removed for each statement execute function keep_voted_citers();
--> statement-breakpoint
create trigger citation_claim_added_to_voted_summary after insert on citation_claim
referencing new table as added for each statement execute function keep_voted_verdicts();
--> statement-breakpoint
create trigger citation_claim_changed_in_voted_summary after update on citation_claim
referencing old table as removed new table as added for each statement execute function keep_voted_verdicts();
--> statement-breakpoint
create trigger citation_claim_removed_from_voted_summary after delete on citation_claim
referencing old table as removed for each statement execute function keep_voted_verdicts();
--> statement-breakpoint

-- What voted_summary must hold, counted from scratch; the proof that the triggers keep it right.
create view voted_summary_recount as
select f.hub_id, f.axis, f.unit, f.evidence, f.year, f.claim, f.value, f.strength, sum(f.count)::integer as count
from (
  select f.* from citation c cross join lateral counts_of_citer(c, 1) f
  union all
  select f.* from target t
  join citation c on c.hub_id = t.hub_id and c.work_id = t.work_id
  join citation_context x on x.hub_id = t.hub_id and x.id = t.context_id
  cross join lateral counts_of_sentence(t, 1) f
  where c.hidden_reason is null and x.hidden_reason is null
  union all
  select f.* from citation_claim v
  join citation c on c.hub_id = v.hub_id and c.work_id = v.work_id
  cross join lateral counts_of_verdict(v, 1) f
  where c.hidden_reason is null
) as f
group by 1, 2, 3, 4, 5, 6, 7, 8;
--> statement-breakpoint

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: rows are added to it, and never changed or deleted', tg_table_name;
end $$;
--> statement-breakpoint
create trigger vote_revision_append_only before update or delete or truncate on vote_revision
for each statement execute function refuse_change();
--> statement-breakpoint
create trigger audit_log_append_only before update or delete or truncate on audit_log
for each statement execute function refuse_change();
