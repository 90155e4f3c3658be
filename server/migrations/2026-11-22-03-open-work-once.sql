-- The same work is open once at most, whoever opens it at the same moment.
create unique index tasks_open_once on tasks (agency_id, kind, case_id, inquiry_id, subject_id) nulls not distinct where done_at is null;
