-- Each of the six tasks of an intake interview is answered: done, or left for later (R-048). Not asked is neither.
alter table interviews add column tasks_left text[] not null default '{}';
alter table interviews add constraint interview_tasks_are_done_or_left check (not tasks_done && tasks_left);
create unique index one_interview_draft_for_each_case on interviews (agency_id, case_id) where state = 'draft';

-- Columns are granted one by one; this one is newer than the grants.
grant update (tasks_left) on interviews to alongside_worker, alongside_supervisor, alongside_head;
