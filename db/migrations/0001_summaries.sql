-- Words prepared for search: without accents, so that "Universität" is found by "universitat".
create extension if not exists unaccent;
--> statement-breakpoint
create function search_words(words text) returns tsvector
language sql immutable parallel safe
return to_tsvector('simple'::regconfig, unaccent('unaccent'::regdictionary, coalesce(words, '')));
--> statement-breakpoint

-- The facets under which one citation counts in its hub's summary.
create function citation_facets(
  year integer, context_count integer, context_gap text, reference_count integer,
  is_self boolean, suggested_polarity text, suggested_roles text[]
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
  union all
  select 'suggested_role', role from unnest(suggested_roles) as role;
end;
--> statement-breakpoint

-- Keeps hub_summary in the transaction of the write, rows in a fixed order so that writers never deadlock.
create function keep_hub_summary() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into hub_summary as kept (hub_id, facet, value, citers)
    select c.hub_id, f.facet, f.value, count(*)
    from added c cross join lateral citation_facets(
      c.year, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity, c.suggested_roles) f
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (hub_id, facet, value) do update set citers = kept.citers + excluded.citers;
  elsif tg_op = 'UPDATE' then
    insert into hub_summary as kept (hub_id, facet, value, citers)
    select hub_id, facet, value, sum(change) from (
      select c.hub_id, f.facet, f.value, 1 as change
      from added c cross join lateral citation_facets(
        c.year, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity, c.suggested_roles) f
      union all
      select c.hub_id, f.facet, f.value, -1
      from removed c cross join lateral citation_facets(
        c.year, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity, c.suggested_roles) f
    ) as changes
    group by 1, 2, 3 having sum(change) <> 0 order by 1, 2, 3
    on conflict (hub_id, facet, value) do update set citers = kept.citers + excluded.citers;
  else
    insert into hub_summary as kept (hub_id, facet, value, citers)
    select c.hub_id, f.facet, f.value, -count(*)
    from removed c join hub on hub.id = c.hub_id cross join lateral citation_facets(
      c.year, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity, c.suggested_roles) f
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (hub_id, facet, value) do update set citers = kept.citers + excluded.citers;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger citation_added_to_summary after insert on citation
referencing new table as added for each statement execute function keep_hub_summary();
--> statement-breakpoint
create trigger citation_changed_in_summary after update on citation
referencing old table as removed new table as added for each statement execute function keep_hub_summary();
--> statement-breakpoint
create trigger citation_removed_from_summary after delete on citation
referencing old table as removed for each statement execute function keep_hub_summary();
--> statement-breakpoint

-- What hub_summary must hold, counted from scratch; the proof that the triggers keep it right.
create view hub_summary_recount as
select c.hub_id, f.facet, f.value, count(*)::integer as citers
from citation c cross join lateral citation_facets(
  c.year, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity, c.suggested_roles) f
group by 1, 2, 3;
--> statement-breakpoint

-- Keeps co_citation: a pair counts once its citation and its reference are both known, whichever comes last.
create function keep_co_citation() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and tg_table_name = 'reference' then
    insert into co_citation as kept (hub_id, work_id, citers)
    select c.hub_id, r.cited_work_id, count(*)
    from added r join citation c on c.work_id = r.citing_work_id join hub h on h.id = c.hub_id
    where r.cited_work_id <> h.work_id
    group by 1, 2 order by 1, 2
    on conflict (hub_id, work_id) do update set citers = kept.citers + excluded.citers;
  elsif tg_op = 'INSERT' then
    insert into co_citation as kept (hub_id, work_id, citers)
    select c.hub_id, r.cited_work_id, count(*)
    from added c join reference r on r.citing_work_id = c.work_id join hub h on h.id = c.hub_id
    where r.cited_work_id <> h.work_id
    group by 1, 2 order by 1, 2
    on conflict (hub_id, work_id) do update set citers = kept.citers + excluded.citers;
  elsif tg_table_name = 'reference' then
    update co_citation kept set citers = kept.citers - gone.citers
    from (select c.hub_id, r.cited_work_id as work_id, count(*) as citers
      from removed r join citation c on c.work_id = r.citing_work_id group by 1, 2) gone
    where kept.hub_id = gone.hub_id and kept.work_id = gone.work_id;
  else
    update co_citation kept set citers = kept.citers - gone.citers
    from (select c.hub_id, r.cited_work_id as work_id, count(*) as citers
      from removed c join reference r on r.citing_work_id = c.work_id group by 1, 2) gone
    where kept.hub_id = gone.hub_id and kept.work_id = gone.work_id;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger reference_added_to_co_citation after insert on reference
referencing new table as added for each statement execute function keep_co_citation();
--> statement-breakpoint
create trigger reference_removed_from_co_citation after delete on reference
referencing old table as removed for each statement execute function keep_co_citation();
--> statement-breakpoint
create trigger citation_added_to_co_citation after insert on citation
referencing new table as added for each statement execute function keep_co_citation();
--> statement-breakpoint
create trigger citation_removed_from_co_citation after delete on citation
referencing old table as removed for each statement execute function keep_co_citation();
--> statement-breakpoint
create view co_citation_recount as
select c.hub_id, r.cited_work_id as work_id, count(*)::integer as citers
from citation c join reference r on r.citing_work_id = c.work_id join hub h on h.id = c.hub_id
where r.cited_work_id <> h.work_id
group by 1, 2;
--> statement-breakpoint

-- The polarity of a whole from those of its parts (any mixed, or supporting and contrasting: mixed); null when it has none.
create function joint_polarity(polarities text[]) returns text
language sql immutable parallel safe
return case
  when polarities @> '{mixed}' or polarities @> '{supporting,contrasting}' then 'mixed'
  when polarities @> '{supporting}' then 'supporting'
  when polarities @> '{contrasting}' then 'contrasting'
  when polarities @> '{neutral}' then 'neutral'
  when polarities @> '{unclear}' then 'unclear'
end;
--> statement-breakpoint

-- Brings the repeated columns of citations up to date after their works, contexts, references or suggestions changed.
create function refresh_citations(works bigint[]) returns void language sql as $$
  update citation set
    published = fresh.published, year = fresh.year, cited_by_count = fresh.cited_by_count,
    context_count = fresh.context_count, reference_count = fresh.reference_count,
    suggested_polarity = fresh.suggested_polarity, suggested_roles = fresh.suggested_roles
  from (
    select c.hub_id, c.work_id,
      coalesce(w.published, '') as published, w.year, coalesce(w.cited_by_count, 0) as cited_by_count,
      (select count(*)::integer from citation_context x where x.hub_id = c.hub_id and x.work_id = c.work_id) as context_count,
      (select count(*)::integer from reference r where r.citing_work_id = c.work_id) as reference_count,
      joint_polarity(said.polarities) as suggested_polarity,
      coalesce(said.roles, '{}') as suggested_roles
    from citation c
    join work w on w.id = c.work_id
    left join lateral (
      select array_agg(distinct s.polarity) as polarities,
        array_agg(distinct s.role order by s.role) filter (where s.role is not null) as roles
      from suggestion s where s.hub_id = c.hub_id and s.work_id = c.work_id
    ) said on true
    where c.work_id = any (works)
  ) fresh
  where citation.hub_id = fresh.hub_id and citation.work_id = fresh.work_id
    and (citation.published, citation.year, citation.cited_by_count, citation.context_count,
      citation.reference_count, citation.suggested_polarity, citation.suggested_roles)
    is distinct from (fresh.published, fresh.year, fresh.cited_by_count, fresh.context_count,
      fresh.reference_count, fresh.suggested_polarity, fresh.suggested_roles)
$$;
