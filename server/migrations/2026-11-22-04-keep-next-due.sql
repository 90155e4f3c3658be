-- A caseload is ordered by what is due next. The moment stands on the case itself, kept by the work that is opened and
-- settled, so that the first page is read from an index however many cases there are.
alter table cases add column next_due_at timestamptz not null default 'infinity';

create function tasks_keep_next_due() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update cases c set next_due_at = due.at
  from (select coalesce(min(t.due_at), 'infinity') as at from tasks t
        where t.agency_id = new.agency_id and t.case_id = new.case_id and t.done_at is null) as due
  where c.agency_id = new.agency_id and c.id = new.case_id and c.next_due_at <> due.at;
  return null;
end $$;
revoke execute on function tasks_keep_next_due() from public;
create trigger tasks_keep_next_due after insert or update on tasks
  for each row when (new.case_id is not null) execute function tasks_keep_next_due();

-- What is archived stays, but for who reads it and what is due.
drop trigger what_is_over_stays on cases;
create trigger what_is_over_stays before update on cases for each row
  execute function what_is_over_stays('archived', 'readers', 'next_due_at');

update cases c set next_due_at = due.at
from (select agency_id, case_id, min(due_at) as at from tasks where done_at is null and case_id is not null group by 1, 2) as due
where c.agency_id = due.agency_id and c.id = due.case_id;

drop index cases_by_manager;
create index cases_by_manager on cases (agency_id, case_manager_id, state, next_due_at, id);
create index cases_by_next_due on cases (agency_id, state, next_due_at, id);
