-- Whether the caller sees few, told by the cases and first contacts that were opened to them. It only chooses the way to a page.
create index sight_grants_by_principal on sight_grants (agency_id, principal_id) where ended_at is null;
create function sees_few() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) <= 1000 from (select from sight_grants g
    where g.agency_id = app_agency() and g.principal_id = any(app_principals()) and g.ended_at is null limit 1001) as opened
$$;
revoke execute on function sees_few() from public;
grant execute on function sees_few() to alongside_worker, alongside_supervisor, alongside_head;
