-- Fields are counted too. Of one that a citation names in several spellings one counts, so that sums over spellings are
-- of citers.
drop view hub_summary_recount;
--> statement-breakpoint
drop function citation_facets;
--> statement-breakpoint
create function citation_facets(
  year integer, fields text[], context_count integer, context_gap text, reference_count integer, is_self boolean,
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
  select 'field', min(field) from unnest(fields) as field where hidden_reason is null group by lower(field)
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
      c.year, c.fields, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity,
        c.suggested_roles, c.votes, c.strength, c.contested, c.hidden_reason) f
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (hub_id, facet, value) do update set citers = kept.citers + excluded.citers;
  elsif tg_op = 'UPDATE' then
    insert into hub_summary as kept (hub_id, facet, value, citers)
    select hub_id, facet, value, sum(change) from (
      select c.hub_id, f.facet, f.value, 1 as change
      from added c cross join lateral citation_facets(
        c.year, c.fields, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity,
          c.suggested_roles, c.votes, c.strength, c.contested, c.hidden_reason) f
      union all
      select c.hub_id, f.facet, f.value, -1
      from removed c cross join lateral citation_facets(
        c.year, c.fields, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity,
          c.suggested_roles, c.votes, c.strength, c.contested, c.hidden_reason) f
    ) as changes
    group by 1, 2, 3 having sum(change) <> 0 order by 1, 2, 3
    on conflict (hub_id, facet, value) do update set citers = kept.citers + excluded.citers;
  else
    insert into hub_summary as kept (hub_id, facet, value, citers)
    select c.hub_id, f.facet, f.value, -count(*)
    from removed c join hub on hub.id = c.hub_id cross join lateral citation_facets(
      c.year, c.fields, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity,
        c.suggested_roles, c.votes, c.strength, c.contested, c.hidden_reason) f
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (hub_id, facet, value) do update set citers = kept.citers + excluded.citers;
  end if;
  return null;
end $$;
--> statement-breakpoint

create view hub_summary_recount as
select c.hub_id, f.facet, f.value, count(*)::integer as citers
from citation c cross join lateral citation_facets(
  c.year, c.fields, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity,
    c.suggested_roles, c.votes, c.strength, c.contested, c.hidden_reason) f
group by 1, 2, 3;
--> statement-breakpoint

-- Where people have labelled a citer, what is suggested of it stands for it no longer. How many these are is counted here
-- and not in hub_summary: an import may change the suggestions of citers with votes in several hubs at once, and would
-- lock the rows of both tables in another order than votes do, which go hub by hub.
create or replace function counts_of_citer(c citation, count integer) returns setof voted_summary
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
  where cardinality(c.roles) > 0 and c.hidden_reason is null
  union all
  select c.hub_id, 'suggested_polarity', 'citers', 'all', 0, 0, c.suggested_polarity, '', count
  where c.label_state <> 'unlabelled' and c.suggested_polarity is not null and c.hidden_reason is null
  union all
  select c.hub_id, 'suggested_role', 'citers', 'all', 0, 0, role, '', count
  from unnest(c.suggested_roles) as role
  where (c.label_state <> 'unlabelled' or cardinality(c.roles) > 0) and c.hidden_reason is null
  union all
  select c.hub_id, 'suggestion', 'citers', 'all', 0, 0, 'any', '', count
  where (c.label_state <> 'unlabelled' or cardinality(c.roles) > 0)
    and (c.suggested_polarity is not null or cardinality(c.suggested_roles) > 0) and c.hidden_reason is null;
end;
--> statement-breakpoint

-- What the summaries lack so far.
insert into hub_summary (hub_id, facet, value, citers)
select c.hub_id, f.facet, f.value, count(*)
from citation c cross join lateral citation_facets(
  c.year, c.fields, c.context_count, c.context_gap, c.reference_count, c.is_self, c.suggested_polarity,
    c.suggested_roles, c.votes, c.strength, c.contested, c.hidden_reason) f
where f.facet = 'field'
group by 1, 2, 3
on conflict (hub_id, facet, value) do update set citers = excluded.citers;
--> statement-breakpoint
insert into voted_summary (hub_id, axis, unit, evidence, year, claim, value, strength, count)
select hub_id, axis, unit, evidence, year, claim, value, strength, count from voted_summary_recount
where axis in ('suggested_polarity', 'suggested_role', 'suggestion')
on conflict (hub_id, axis, unit, evidence, year, claim, value, strength) do update set count = excluded.count;
