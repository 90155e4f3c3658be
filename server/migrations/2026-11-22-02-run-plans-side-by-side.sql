-- A long-term goal may run beside the main plan: on which topic, and how that is tied to the main problem (R-128, R-129).
alter table goals
  add column track_link text,
  add column track_topic text not null default '',
  add constraint goals_track_link_is_known check (track_link in ('root-cause', 'co-occurring', 'preventive'));

-- A need of high priority has a goal, or a reason why it has none now (R-121).
alter table plans add column unmet_needs jsonb not null default '[]';
grant update (unmet_needs) on plans to alongside_worker, alongside_supervisor, alongside_head;
