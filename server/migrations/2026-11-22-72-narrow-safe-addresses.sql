-- A grant that does not count at the level of its case does not show a safe address either: the supervisor of a restricted
-- case, or the team of a sealed one, must not know where somebody lives in hiding whom they do not see.
create or replace function may_see_safe_address(given_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from sight_grants g
    join cases c on c.agency_id = g.agency_id and c.id = g.case_id
    where g.agency_id = app_agency() and g.principal_id = app_worker() and g.ended_at is null
      and g.source not in ('desk', 'agency-head') and grant_counts(g.source, c.confidentiality)
      and c.id in (
        select cp.case_id from case_people cp where cp.agency_id = app_agency() and cp.person_id = given_person
        union all
        select rc.id from relations r join cases rc on rc.agency_id = r.agency_id and rc.client_id = r.person_id
          where r.agency_id = app_agency() and r.relative_id = given_person)
  ) or exists (
    select 1 from sight_grants g
    join inquiries i on i.agency_id = g.agency_id and i.id = g.inquiry_id and i.state <> 'concluded'
    where g.agency_id = app_agency() and g.principal_id = app_worker() and g.ended_at is null
      and g.source not in ('desk', 'agency-head')
      and i.id in (
        select own.id from inquiries own
          where own.agency_id = app_agency() and given_person in (own.caller_id, own.client_id)
        union all
        select ri.id from relations r join inquiries ri on ri.agency_id = r.agency_id and ri.client_id = r.person_id
          where r.agency_id = app_agency() and r.relative_id = given_person)
  ) or exists (
    select 1 from people p
    where p.agency_id = app_agency() and p.id = given_person and p.created_by = app_worker()
      and p.readers = array[p.created_by]
  )
$$;
