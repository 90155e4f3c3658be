-- What is due next stands on the case beside its moment: a caseload asks for no open work any more, and so need not ask for
-- each of it whether its case is in sight.
alter table cases add column next_due_kind text;

create or replace function tasks_keep_next_due() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare due_at timestamptz := 'infinity'; due_kind text;
begin
  select t.due_at, t.kind into due_at, due_kind from tasks t
    where t.agency_id = new.agency_id and t.case_id = new.case_id and t.done_at is null
    order by t.due_at, t.id limit 1;
  update cases c set next_due_at = coalesce(due_at, 'infinity'), next_due_kind = due_kind
  where c.agency_id = new.agency_id and c.id = new.case_id
    and (c.next_due_at, c.next_due_kind) is distinct from (coalesce(due_at, 'infinity'), due_kind);
  return null;
end $$;

drop trigger what_is_over_stays on cases;
create trigger what_is_over_stays before update on cases for each row
  execute function what_is_over_stays('archived', 'readers', 'next_due_at', 'next_due_kind');

update cases c set next_due_kind = due.kind
from (select distinct on (agency_id, case_id) agency_id, case_id, kind from tasks
      where done_at is null and case_id is not null order by agency_id, case_id, due_at, id) as due
where c.agency_id = due.agency_id and c.id = due.case_id;
