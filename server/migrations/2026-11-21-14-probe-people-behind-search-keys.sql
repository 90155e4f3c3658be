-- A search asks the policy only about the people whose keys it met. Written as `exists`, the planner may turn it
-- round and first read everybody in sight; a scalar subselect is always one probe of the primary key.
do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('drop policy %I on person_search_keys', role_name || '_selects');
    execute format('create policy %I on person_search_keys for select to alongside_%s using (agency_id = (select app_agency())'
      ' and coalesce((select true from people p where p.agency_id = person_search_keys.agency_id'
      ' and p.id = person_search_keys.person_id), false))',
      role_name || '_selects', role_name);
  end loop;
end $$;
