-- The same work is open once at most, whoever opens it at the same moment.
-- What two wrote at the same moment before is one piece of work: the first to be due stays.
alter table tasks disable trigger user;
update tasks t set done_at = t.opened_at, done_by = t.owner_id
where t.done_at is null and exists (
  select 1 from tasks o
  where o.agency_id = t.agency_id and o.kind = t.kind and o.done_at is null and (o.due_at, o.id) < (t.due_at, t.id)
    and o.case_id is not distinct from t.case_id and o.inquiry_id is not distinct from t.inquiry_id
    and o.subject_id is not distinct from t.subject_id);
alter table tasks enable trigger user;
create unique index tasks_open_once on tasks (agency_id, kind, case_id, inquiry_id, subject_id) nulls not distinct where done_at is null;
