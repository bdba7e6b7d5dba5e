ALTER TABLE "citation" ADD COLUMN "fields" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "citation_oldest_index" ON "citation" USING btree ("hub_id",(coalesce(nullif("published", ''), '9999')),"work_id");--> statement-breakpoint
CREATE INDEX "citation_dispute_index" ON "citation" USING btree ("hub_id",(case when "contested" then "votes" else 0 end),"work_id");--> statement-breakpoint
CREATE INDEX "citation_context_search_index" ON "citation_context" USING gin (search_words("text"));--> statement-breakpoint
CREATE INDEX "work_venue_index" ON "work" USING gin (search_words("venue"));--> statement-breakpoint

-- Weights tell the title, the authors and the summary apart.
update work set search = setweight(search_words(title), 'A')
  || setweight(search_words((select string_agg(author ->> 'name', ' ') from jsonb_array_elements(authors) as author)), 'B')
  || setweight(search_words(case when summary_problem is null then summary end), 'C');
--> statement-breakpoint
update citation set fields = work.fields from work where work.id = citation.work_id and work.fields <> '{}';
--> statement-breakpoint

create or replace function refresh_citations(works bigint[]) returns void language sql as $$
  update citation set
    published = fresh.published, year = fresh.year, fields = fresh.fields, cited_by_count = fresh.cited_by_count,
    context_count = fresh.context_count, reference_count = fresh.reference_count,
    suggested_polarity = fresh.suggested_polarity, suggested_roles = fresh.suggested_roles
  from (
    select c.hub_id, c.work_id,
      coalesce(w.published, '') as published, w.year, w.fields, coalesce(w.cited_by_count, 0) as cited_by_count,
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
    and (citation.published, citation.year, citation.fields, citation.cited_by_count, citation.context_count,
      citation.reference_count, citation.suggested_polarity, citation.suggested_roles)
    is distinct from (fresh.published, fresh.year, fresh.fields, fresh.cited_by_count, fresh.context_count,
      fresh.reference_count, fresh.suggested_polarity, fresh.suggested_roles)
$$;
