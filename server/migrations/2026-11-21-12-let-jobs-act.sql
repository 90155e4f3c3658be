-- Jobs act as whoever asked for them: the worker is read anew when the job runs, and is nobody once they are inactive.
create function originator_of_job(given_agency uuid, given_worker uuid)
returns table (agency_id uuid, worker_id uuid, name text, role text, level smallint, language text,
               agency_name text, desk_post uuid, head_post uuid, demo boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.agency_id, w.id, w.name, w.role, w.level, w.language, a.name, a.desk_post, a.head_post, a.demo
  from workers w join agencies a on a.agency_id = w.agency_id
  where w.agency_id = given_agency and w.id = given_worker and w.active
$$;

-- A job that fails is tried five times, then it stays in the queue with its error for an operator to see.
create or replace function enqueue_job(task text, payload jsonb, run_at timestamptz) returns void
language sql security definer set search_path = public, graphile_worker, pg_temp as $$
  select graphile_worker.add_job(task, payload::json, run_at => run_at, max_attempts => 5)
$$;

-- The queue keeps row-level security on its own tables; whoever works it off sees them all, and nothing of ours.
do $$
declare queue_table text;
begin
  for queue_table in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity loop
    execute format('create policy jobs_are_worked_off on graphile_worker.%I for all to alongside_jobs using (true) with check (true)', queue_table);
  end loop;
end $$;

-- How many open cases each worker of the actor's agency carries (R-232): numbers, never which.
create function open_case_counts() returns table (worker_id uuid, open_cases integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.case_manager_id, count(*)::integer from cases c
  where c.agency_id = app_agency() and c.state = 'open' group by 1
$$;

-- A new supervisor sees the cases of the workers they now supervise; the former one no longer does.
create function supervision_gives_sight() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sight_grants g set ended_at = now()
  from cases c
  where c.agency_id = new.agency_id and c.case_manager_id = new.id
    and g.agency_id = c.agency_id and g.case_id = c.id and g.source = 'supervisor' and g.ended_at is null;
  insert into sight_grants (agency_id, case_id, principal_id, source, granted_by, reason)
  select c.agency_id, c.id, new.supervisor_id, 'supervisor', coalesce(app_worker(), new.id), 'supervisor changed'
  from cases c
  where new.supervisor_id is not null and c.agency_id = new.agency_id and c.case_manager_id = new.id;
  return null;
end $$;
create trigger supervision_gives_sight after update of supervisor_id on workers
  for each row when (old.supervisor_id is distinct from new.supervisor_id) execute function supervision_gives_sight();

create index audit_log_by_day on audit_log (agency_id, at desc);

revoke execute on function originator_of_job(uuid, uuid), open_case_counts(), supervision_gives_sight() from public;
grant execute on function originator_of_job(uuid, uuid) to alongside_app;
grant execute on function open_case_counts()
  to alongside_worker, alongside_supervisor, alongside_head, alongside_administrator, alongside_inspector;
