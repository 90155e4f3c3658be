-- The second wall, without trusting the program before it: what an acting role may write is no wider than what the
-- acts of the program write, and nobody writes in another's name, into another's case, or into a closed book.

-- Which columns change ---------------------------------------------------------------------------------------

-- Narrows what the roles that work on cases may change of a table to these columns; none at all for an empty list.
create procedure narrow_updates(table_name text, columns text[]) language plpgsql as $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('revoke update on %I from alongside_%s', table_name, role_name);
    if cardinality(columns) = 0 then
      execute format('drop policy if exists %I on %I', role_name || '_updates', table_name);
    else
      execute format('grant update (%s) on %I to alongside_%s',
        (select string_agg(quote_ident(name), ', ') from unnest(columns) as name), table_name, role_name);
    end if;
  end loop;
end $$;

call narrow_updates('cases', array['stage', 'state', 'closed_at', 'archived_at', 'keep_until', 'version']);
call narrow_updates('tasks', array['done_at', 'done_by']);
call narrow_updates('notices', array['seen_at']);
call narrow_updates('relations', array['kind', 'guardian', 'caregiver', 'lives_together', 'proof', 'ended_at', 'version']);
call narrow_updates('goals', array['status']);
call narrow_updates('steps', array['state', 'outcome', 'done_on', 'settled_by', 'due_on', 'version']);
-- Rows of these lists are replaced while their record is a draft, never changed.
call narrow_updates('problems', '{}');
call narrow_updates('needs', '{}');
call narrow_updates('strengths', '{}');
call narrow_updates('services', '{}');
call narrow_updates('goal_ratings', '{}');

-- What a record is, whose, and of which case, is settled when it is opened.
do $$
declare role_name text; record_table text; columns text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    foreach record_table in array array['people', 'inquiries', 'preliminary_assessments', 'interviews', 'assessments', 'plans',
      'process_records', 'evaluations', 'closings', 'follow_ups']
    loop
      select string_agg(quote_ident(c.column_name), ', ') into columns from information_schema.columns c
        where c.table_schema = 'public' and c.table_name = record_table
          and (c.column_name in ('author_id', 'created_at', 'received_at', 'plan_id', 'assessment_id', 'closing_id', 'edition', 'ordinal')
            or (c.column_name = 'case_id' and record_table <> 'inquiries')
            or (c.column_name = 'inquiry_id' and record_table = 'preliminary_assessments')
            or (c.column_name = 'kind' and record_table in ('assessments', 'evaluations')));
      if columns is not null then
        execute format('revoke update (%s) on %I from alongside_%s', columns, record_table, role_name);
      end if;
    end loop;
  end loop;
end $$;

-- An administrator writes the agency's profile, not the posts that give sight.
revoke update on agencies from alongside_administrator;
grant update (name, language, case_prefix, service_scope, service_area, client_requirements, version)
  on agencies to alongside_administrator;

-- Whose name stands there ------------------------------------------------------------------------------------

-- Nobody signs, decides or writes in another's name: a column named here is set to the actor or not at all.
create function hands_are_ones_own() returns trigger language plpgsql as $$
declare hand text; now_is jsonb := to_jsonb(new); was jsonb := case tg_op when 'UPDATE' then to_jsonb(old) else '{}' end;
begin
  if app_worker() is null then return new; end if;
  foreach hand in array tg_argv::text[] loop
    if (now_is ->> hand) is distinct from (was ->> hand) and (now_is ->> hand) <> app_worker()::text then
      raise exception '% of % is not the actor', hand, tg_table_name using errcode = 'insufficient_privilege';
    end if;
  end loop;
  return new;
end $$;
revoke execute on function hands_are_ones_own() from public;

create procedure sign_as_oneself(table_name text, hands text) language plpgsql as $$
begin
  execute format('create trigger hands_are_ones_own before insert or update on %I for each row execute function hands_are_ones_own(%s)',
    table_name, hands);
end $$;
call sign_as_oneself('inquiries', '''received_by'', ''emergency_decided_by'', ''decided_by''');
call sign_as_oneself('preliminary_assessments', '''written_by''');
call sign_as_oneself('relations', '''recorded_by''');
call sign_as_oneself('timeline', '''worker_id''');
call sign_as_oneself('tasks', '''done_by''');
call sign_as_oneself('addenda', '''author_id''');
call sign_as_oneself('interviews', '''author_id'', ''signed_by''');
call sign_as_oneself('assessments', '''author_id'', ''signed_by'', ''cosigned_by'', ''client_view_recorded_by''');
call sign_as_oneself('plans', '''author_id'', ''signed_by'', ''cosigned_by'', ''activated_by''');
call sign_as_oneself('plan_confirmations', '''recorded_by''');
call sign_as_oneself('steps', '''settled_by''');
call sign_as_oneself('step_moves', '''moved_by''');
call sign_as_oneself('process_records', '''author_id'', ''signed_by''');
call sign_as_oneself('evaluations', '''author_id'', ''signed_by'', ''cosigned_by''');
call sign_as_oneself('satisfaction_surveys', '''recorded_by''');
call sign_as_oneself('closings', '''author_id'', ''submitted_by'', ''decided_by''');
call sign_as_oneself('follow_ups', '''recorded_by''');
call sign_as_oneself('reopenings', '''reopened_by''');

-- What waits for a second signature goes on with one, or waits (R-114, R-143).
create function cosignature_is_given() returns trigger language plpgsql as $$
begin
  if old.state = 'awaiting-cosignature' and new.state <> old.state and new.cosigned_by is null then
    raise exception '% % still waits for its second signature', tg_table_name, old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function cosignature_is_given() from public;
create trigger cosignature_is_given before update on assessments for each row execute function cosignature_is_given();
create trigger cosignature_is_given before update on plans for each row execute function cosignature_is_given();
create trigger cosignature_is_given before update on evaluations for each row execute function cosignature_is_given();

-- What belongs to what ---------------------------------------------------------------------------------------

-- Whatever hangs on a record hangs on one of the same case.
do $$
declare pair text[];
begin
  foreach pair slice 1 in array array[['assessments'], ['plans'], ['goals'], ['steps'], ['evaluations'], ['closings']] loop
    execute format('alter table %1$I add constraint %2$I unique (agency_id, case_id, id)', pair[1], pair[1] || '_of_one_case');
  end loop;
  foreach pair slice 1 in array array[
    ['problems', 'assessments', 'assessment_id'], ['needs', 'assessments', 'assessment_id'], ['strengths', 'assessments', 'assessment_id'],
    ['plans', 'assessments', 'assessment_id'], ['goals', 'plans', 'plan_id'], ['services', 'plans', 'plan_id'], ['steps', 'plans', 'plan_id'],
    ['plan_confirmations', 'plans', 'plan_id'], ['step_moves', 'steps', 'step_id'], ['evaluations', 'plans', 'plan_id'],
    ['goal_ratings', 'evaluations', 'evaluation_id'], ['goal_ratings', 'goals', 'goal_id'], ['follow_ups', 'closings', 'closing_id']]
  loop
    execute format('alter table %1$I add constraint %4$I foreign key (agency_id, case_id, %3$I) references %2$I (agency_id, case_id, id)',
      pair[1], pair[2], pair[3], pair[1] || '_' || pair[3] || '_is_of_this_case');
  end loop;
end $$;

-- An inquiry becomes one case, and names the case that names it.
alter table cases add constraint cases_come_from_one_inquiry_each unique (agency_id, id, inquiry_id);
create unique index one_case_for_each_inquiry on cases (agency_id, inquiry_id);
alter table inquiries add constraint inquiries_become_their_own_case
  foreign key (agency_id, case_id, id) references cases (agency_id, id, inquiry_id);

-- Who may be named -------------------------------------------------------------------------------------------

do $$
declare
  role_name text;
  own_agency text := 'agency_id = (select app_agency())';
  in_sight text := ' and readers && (select app_principals())';
  -- Naming people shows them to everybody who sees the inquiry: only whoever sees them may do it.
  people_in_sight text := ' and (caller_id is null or exists (select 1 from people p where p.agency_id = inquiries.agency_id and p.id = inquiries.caller_id))'
    ' and (client_id is null or exists (select 1 from people p where p.agency_id = inquiries.agency_id and p.id = inquiries.client_id))';
  -- Of a case or an inquiry in sight; or of the case that is being opened out of one, which may be a colleague's.
  about_something text := ' and case when %1$s.case_id is null then exists (select 1 from inquiries i where i.agency_id = %1$s.agency_id and i.id = %1$s.inquiry_id)'
    ' else exists (select 1 from cases c where c.agency_id = %1$s.agency_id and c.id = %1$s.case_id)'
    '  or exists (select 1 from inquiries i where i.agency_id = %1$s.agency_id and i.case_id = %1$s.case_id and i.state <> ''concluded'') end';
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('drop policy %I on inquiries', role_name || '_inserts');
    execute format('create policy %I on inquiries for insert to alongside_%s with check (%s)', role_name || '_inserts', role_name,
      own_agency || ' and received_by = (select app_worker())' || people_in_sight);
    execute format('drop policy %I on inquiries', role_name || '_updates');
    execute format('create policy %I on inquiries for update to alongside_%s using (%s) with check (%s)', role_name || '_updates', role_name,
      own_agency || in_sight, own_agency || in_sight || people_in_sight);

    -- A case is opened out of an inquiry in sight, for the client of that inquiry.
    execute format('drop policy %I on cases', role_name || '_inserts');
    execute format('create policy %I on cases for insert to alongside_%s with check (%s)', role_name || '_inserts', role_name,
      own_agency || ' and opened_by = (select app_worker()) and exists (select 1 from inquiries i where i.agency_id = cases.agency_id'
      ' and i.id = cases.inquiry_id and i.client_id = cases.client_id and i.state <> ''concluded'')');

    execute format('drop policy %I on case_people', role_name || '_inserts');
    execute format('create policy %I on case_people for insert to alongside_%s with check (%s)', role_name || '_inserts', role_name,
      own_agency || ' and exists (select 1 from people p where p.agency_id = case_people.agency_id and p.id = case_people.person_id)'
      ' and (exists (select 1 from cases c where c.agency_id = case_people.agency_id and c.id = case_people.case_id)'
      '  or exists (select 1 from inquiries i where i.agency_id = case_people.agency_id and i.case_id = case_people.case_id and i.state <> ''concluded''))');

    execute format('drop policy %I on timeline', role_name || '_inserts');
    execute format('create policy %I on timeline for insert to alongside_%s with check (%s)', role_name || '_inserts', role_name,
      own_agency || format(about_something, 'timeline'));
    -- Whoever sees where a case came from does not thereby see the case.
    execute format('drop policy %I on timeline', role_name || '_selects');
    execute format('create policy %I on timeline for select to alongside_%s using (%s)', role_name || '_selects', role_name,
      own_agency || ' and case when case_id is null then exists (select 1 from inquiries i where i.agency_id = timeline.agency_id and i.id = timeline.inquiry_id)'
      ' else exists (select 1 from cases c where c.agency_id = timeline.agency_id and c.id = timeline.case_id) end');

    execute format('drop policy %I on tasks', role_name || '_inserts');
    execute format('create policy %I on tasks for insert to alongside_%s with check (%s)', role_name || '_inserts', role_name,
      own_agency || format(about_something, 'tasks'));
    execute format('drop policy %I on notices', role_name || '_inserts');
    execute format('create policy %I on notices for insert to alongside_%s with check (%s)', role_name || '_inserts', role_name,
      own_agency || format(about_something, 'notices'));
  end loop;
end $$;

-- The audit says who it was in which role, and when by the database's own clock.
do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head', 'administrator', 'inspector'] loop
    execute format('drop policy %I on audit_log', role_name || '_inserts');
    execute format('create policy %I on audit_log for insert to alongside_%s with check (agency_id = (select app_agency())'
      ' and worker_id = (select app_worker()) and worker_role = %L)', role_name || '_inserts', role_name,
      case role_name when 'head' then 'agency-head' when 'administrator' then 'agency-administrator' else role_name end);
    execute format('revoke insert on audit_log from alongside_%s', role_name);
    execute format('grant insert (agency_id, worker_id, worker_role, operation, act, outcome, reason, subject_kind, subject_id,'
      ' case_id, inquiry_id, person_id, listed, request_id) on audit_log to alongside_%s', role_name);
  end loop;
end $$;

-- A job is asked for in one's own name.
create or replace function enqueue_job(task text, payload jsonb, run_at timestamptz) returns void
language sql security definer set search_path = public, graphile_worker, pg_temp as $$
  select graphile_worker.add_job(task, (payload || jsonb_build_object('agencyId', app_agency(), 'workerId', app_worker()))::json,
    run_at => run_at, max_attempts => 5)
$$;

-- Whoever an inquiry no longer names is no longer seen because of it.
create function inquiries_take_sight_back() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare former uuid;
begin
  foreach former in array array_remove(array[old.caller_id, old.client_id], null) loop
    perform refresh_person_readers(old.agency_id, former);
    perform refresh_relatives_readers(old.agency_id, former);
  end loop;
  return null;
end $$;
revoke execute on function inquiries_take_sight_back() from public;
create trigger inquiries_take_sight_back after update of caller_id, client_id on inquiries for each row
  when (old.caller_id is distinct from new.caller_id or old.client_id is distinct from new.client_id)
  execute function inquiries_take_sight_back();

-- What is over stays ---------------------------------------------------------------------------------------

-- tg_argv[0]: the states from which a row does not change; the others: columns that are no part of what is said.
create function what_is_over_stays() returns trigger language plpgsql as $$
declare kept text[] := (tg_argv::text[])[1:];
begin
  if old.state = any(string_to_array(tg_argv[0], ' ')) and (to_jsonb(old) - kept) is distinct from (to_jsonb(new) - kept) then
    raise exception '% % is over', tg_table_name, old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function what_is_over_stays() from public;
create trigger what_is_over_stays before update on cases for each row execute function what_is_over_stays('archived', 'readers');
create trigger what_is_over_stays before update on inquiries for each row execute function what_is_over_stays('concluded', 'readers');
create trigger what_is_over_stays before update on follow_ups for each row execute function what_is_over_stays('done cancelled');

create function concluded_assessments_stay() returns trigger language plpgsql as $$
begin
  if exists (select 1 from inquiries i where i.agency_id = new.agency_id and i.id = new.inquiry_id and i.state = 'concluded') then
    raise exception 'inquiry % is concluded', new.inquiry_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function concluded_assessments_stay() from public;
create trigger concluded_assessments_stay before insert or update on preliminary_assessments
  for each row execute function concluded_assessments_stay();

-- A kept answer is given again only to whoever still sees what it shows.
alter table kept_answers add column case_ids uuid[] not null default '{}';
alter table kept_answers add column inquiry_ids uuid[] not null default '{}';
alter table kept_answers add column person_ids uuid[] not null default '{}';
