-- Whoever sees a client sees the client's relatives, whether by an inquiry or by a case, and nobody else does:
-- a relation can only be drawn between two people who are both in the writer's sight.

create or replace function refresh_person_readers(given_agency uuid, given_person uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update people p set readers = coalesce(nullif((
    select coalesce(array_agg(distinct reader), '{}') from (
      select unnest(i.readers) as reader from inquiries i
        where i.agency_id = given_agency and given_person in (i.caller_id, i.client_id)
      union all
      select unnest(i.readers) from relations r
        join inquiries i on i.agency_id = r.agency_id and i.client_id = r.person_id
        where r.agency_id = given_agency and r.relative_id = given_person
      union all
      select unnest(c.readers) from case_people cp
        join cases c on c.agency_id = cp.agency_id and c.id = cp.case_id
        where cp.agency_id = given_agency and cp.person_id = given_person
      union all
      select unnest(c.readers) from relations r
        join cases c on c.agency_id = r.agency_id and c.client_id = r.person_id
        where r.agency_id = given_agency and r.relative_id = given_person
    ) as links), '{}'), array[p.created_by])
  where p.agency_id = given_agency and p.id = given_person
$$;

create function refresh_relatives_readers(given_agency uuid, given_person uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  select refresh_person_readers(r.agency_id, r.relative_id) from relations r
  where r.agency_id = given_agency and r.person_id = given_person
$$;
revoke execute on function refresh_relatives_readers(uuid, uuid) from public;

create function case_grants_reach_relatives() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.case_id is not null then
    perform refresh_relatives_readers(c.agency_id, c.client_id) from cases c
      where c.agency_id = new.agency_id and c.id = new.case_id;
  end if;
  return null;
end $$;
revoke execute on function case_grants_reach_relatives() from public;
-- Triggers fire in the order of their names: this one after grants_keep_readers.
create trigger grants_reach_relatives after insert or update on sight_grants
  for each row execute function case_grants_reach_relatives();

do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('drop policy %I on relations', role_name || '_inserts');
    execute format('create policy %I on relations for insert to alongside_%s with check (agency_id = (select app_agency())'
      ' and exists (select 1 from people p where p.agency_id = relations.agency_id and p.id = relations.person_id)'
      ' and exists (select 1 from people p where p.agency_id = relations.agency_id and p.id = relations.relative_id))',
      role_name || '_inserts', role_name);
    execute format('revoke update (person_id, relative_id, recorded_by, recorded_at) on relations from alongside_%s', role_name);
  end loop;
end $$;
