-- Of the citers that people have labelled also those are counted of which any role is suggested.
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
  select c.hub_id, 'suggested_role', 'citers', 'all', 0, 0, 'any', '', count
  where (c.label_state <> 'unlabelled' or cardinality(c.roles) > 0) and cardinality(c.suggested_roles) > 0
    and c.hidden_reason is null
  union all
  select c.hub_id, 'suggestion', 'citers', 'all', 0, 0, 'any', '', count
  where (c.label_state <> 'unlabelled' or cardinality(c.roles) > 0)
    and (c.suggested_polarity is not null or cardinality(c.suggested_roles) > 0) and c.hidden_reason is null;
end;
--> statement-breakpoint
insert into voted_summary (hub_id, axis, unit, evidence, year, claim, value, strength, count)
select hub_id, axis, unit, evidence, year, claim, value, strength, count from voted_summary_recount
where axis = 'suggested_role' and value = 'any'
on conflict (hub_id, axis, unit, evidence, year, claim, value, strength) do update set count = excluded.count;
