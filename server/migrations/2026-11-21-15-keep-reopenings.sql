-- Whoever submits a closing has a hand in it, and does not approve it either.
alter table closings add column submitted_by uuid;
alter table closings add constraint closings_are_not_approved_by_their_submitter
  check (decided_by is distinct from submitted_by or decided_by is null);
grant update (submitted_by) on closings to alongside_worker, alongside_supervisor, alongside_head;

-- An approved closing carries its fingerprint and does not change any more (R-168).
create trigger signed_records_stay before update on closings for each row execute function signed_records_stay('version');

-- A follow-up that will not take place says why (R-199).
alter table follow_ups add column cancellation_reason text not null default '';
alter table follow_ups add constraint follow_ups_are_cancelled_with_a_reason check (state <> 'cancelled' or cancellation_reason <> '');
grant update (cancellation_reason) on follow_ups to alongside_worker, alongside_supervisor, alongside_head;

-- A closed case that was opened again: by whom, when and why (R-202). What was closed before stays as it is.
create table reopenings (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  reason text not null,
  reopened_by uuid not null,
  reopened_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, reopened_by) references workers,
  constraint reopenings_have_a_reason check (reason <> '')
);
create index reopenings_by_case on reopenings (agency_id, case_id, reopened_at);
call open_case_table('reopenings', array['select', 'insert']);
create trigger archived_cases_stay before insert or update on reopenings for each row execute function archived_cases_stay();
