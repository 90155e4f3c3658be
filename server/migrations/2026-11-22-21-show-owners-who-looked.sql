-- Who saw a case is for whoever answers for it: its case manager, and a supervisor or head who sees the case.
-- A worker who only sees or helps reads the case, not the record of its readers.
drop policy worker_selects on audit_log;
create policy worker_selects on audit_log for select to alongside_worker using (
  agency_id = (select app_agency()) and case_id is not null
  and exists (select 1 from cases c where c.agency_id = audit_log.agency_id and c.id = audit_log.case_id
    and c.case_manager_id = (select app_worker())));

-- An inspector tells cases apart by their numbers, and sees no case.
create function numbers_of_cases(given uuid[]) returns table (case_id uuid, number text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.number from cases c where c.agency_id = app_agency() and c.id = any(given)
$$;
revoke execute on function numbers_of_cases(uuid[]) from public;
grant execute on function numbers_of_cases(uuid[]) to alongside_inspector;
