-- Break-glass (R-280): in an emergency a worker sees one case that they may not see, for an hour at most, after giving a
-- ground and a reason. They see it under a principal of its own, lent to them by the program only while the time runs;
-- what is lent is only read. Whoever answers for the case is told in the same transaction, and another reviews it.

alter table sight_grants add column until timestamptz;
alter table sight_grants add constraint sight_grants_by_break_glass_end check (source <> 'break-glass' or until is not null);

alter table audit_log drop constraint audit_log_act_is_known;
alter table audit_log add constraint audit_log_act_is_known check (act in ('look', 'change', 'print', 'export', 'break-glass'));

create table break_glass_openings (
  agency_id uuid not null references agencies,
  id uuid not null,
  case_id uuid not null,
  case_number text not null,
  worker_id uuid not null,
  -- Under which name the case is seen: nobody's own, so that it ends without touching anybody's other sight.
  principal_id uuid not null,
  ground text not null,
  reason text not null,
  opened_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  review_due_at timestamptz not null,
  verdict text,
  review text not null default '',
  reviewed_by uuid,
  reviewed_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, worker_id) references workers,
  foreign key (agency_id, reviewed_by) references workers,
  constraint break_glass_has_a_reason check (char_length(btrim(reason)) >= 20),
  constraint break_glass_lasts_an_hour_at_most check (until > opened_at and until <= opened_at + interval '60 minutes'),
  constraint break_glass_is_reviewed_whole check (
    (reviewed_at is null and reviewed_by is null and verdict is null)
    or (reviewed_at is not null and reviewed_by is not null and verdict is not null and review <> '' and ended_at is not null)),
  constraint break_glass_is_reviewed_by_another check (reviewed_by <> worker_id)
);
create unique index break_glass_principals on break_glass_openings (agency_id, principal_id);
-- Neither extended nor stacked: one opening of one case by one worker until it is reviewed, however many ask at once.
create unique index break_glass_once_until_reviewed on break_glass_openings (agency_id, worker_id, case_id) where reviewed_at is null;
create index break_glass_by_time on break_glass_openings (agency_id, opened_at desc, id desc);
create index break_glass_running on break_glass_openings (until) where ended_at is null;
call shut_table('break_glass_openings');

-- Whoever opened it, and whoever answers for the case: its manager, and a supervisor or head who sees it.
do $$
declare
  own_agency text := 'agency_id = (select app_agency())';
  in_sight text := 'exists (select 1 from cases c where c.agency_id = break_glass_openings.agency_id and c.id = break_glass_openings.case_id';
begin
  call open_table('break_glass_openings', 'select', 'worker', own_agency || ' and (worker_id = (select app_worker()) or '
    || in_sight || ' and c.case_manager_id = (select app_worker())))');
  call open_table('break_glass_openings', 'select', 'supervisor', own_agency || ' and (worker_id = (select app_worker()) or ' || in_sight || '))');
  call open_table('break_glass_openings', 'select', 'head', own_agency || ' and (worker_id = (select app_worker()) or ' || in_sight || '))');
end $$;
-- An inspector sees that it happened, of which case, by whom, and whether it was reviewed in time; no word that was written.
create policy inspector_selects on break_glass_openings for select to alongside_inspector using (agency_id = (select app_agency()));
grant select (agency_id, id, case_id, case_number, worker_id, ground, opened_at, until, ended_at, review_due_at, verdict, reviewed_by, reviewed_at)
  on break_glass_openings to alongside_inspector;

-- Lent sight is only read ------------------------------------------------------------------------------------------

-- Whoever sees by break-glass writes nothing: cannot extend it, name anybody, pass the case on, or copy it anywhere. Only
-- the audit of what they looked at is written.
create function refuse_under_break_glass() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from break_glass_openings o where o.agency_id = app_agency() and o.principal_id = any(app_principals())) then
    raise exception 'what is seen by break-glass is only read' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
revoke execute on function refuse_under_break_glass() from public;

create procedure read_only_under_break_glass(table_name text) language plpgsql as $$
begin
  execute format('create trigger read_only_under_break_glass before insert or update or delete on %I'
    ' for each statement execute function refuse_under_break_glass()', table_name);
end $$;

-- Every table there is, and every table that comes later: shutting it makes it so.
do $$
declare table_name text;
begin
  for table_name in select t.tablename from pg_tables t where t.schemaname = 'public' and t.rowsecurity
    and t.tablename not in ('audit_log', 'kept_answers')
  loop
    call read_only_under_break_glass(table_name);
  end loop;
end $$;
create or replace procedure shut_table(table_name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy owner_keeps on %I for all to alongside_owner using (true) with check (true)', table_name);
  call read_only_under_break_glass(table_name);
end $$;

-- Opening ----------------------------------------------------------------------------------------------------------

-- The one case that an exact number means: of the case, or of its client. A sealed case is no case here. One that the
-- worker does not see comes first, then one that is open, then the newest.
create function case_for_break_glass(given_number text, given_id_mark text, given_phone_key text, given_phone_mark text)
returns table (case_id uuid, in_sight boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.readers && app_principals()
  from cases c
  where c.agency_id = app_agency() and c.confidentiality <> 'sealed' and (
    c.number in (given_number, upper(given_number))
    or c.client_id in (select p.id from people p where p.agency_id = app_agency() and p.id_number_mark = given_id_mark)
    or c.client_id in (
      select p.id from person_search_keys k join people p on p.agency_id = k.agency_id and p.id = k.person_id
      where k.agency_id = app_agency() and k.key = given_phone_key and given_phone_mark = any(p.phone_marks)))
  order by c.readers && app_principals(), c.state = 'open' desc, c.opened_at desc, c.id
  limit 1
$$;

-- Opens one case to the actor, whatever the program asks: only to somebody who does case work, whose second factor was
-- given a short while ago, and who owes no review; never a sealed one. Answers until when; null when there is no such case.
create function open_break_glass(given_id uuid, given_case uuid, given_ground text, given_reason text, given_minutes integer, given_at timestamptz)
returns timestamptz language plpgsql security definer set search_path = public, pg_temp as $$
declare
  actor workers;
  opened cases;
  principal uuid := gen_random_uuid();
  ends timestamptz := given_at + make_interval(mins => given_minutes);
  review_by timestamptz := given_at + interval '72 hours';
  told uuid[];
  reviewer uuid;
begin
  select * into actor from workers w where w.agency_id = app_agency() and w.id = app_worker() and w.active
    and w.role in ('worker', 'supervisor', 'agency-head') for no key update;
  if actor.id is null
    or not exists (select 1 from second_factors f where f.agency_id = actor.agency_id and f.worker_id = actor.id)
    or not exists (select 1 from sign_ins s where s.agency_id = actor.agency_id and s.worker_id = actor.id
      and s.ended_at is null and s.fresh_until > now())
    or exists (select 1 from break_glass_openings o where o.agency_id = actor.agency_id and o.worker_id = actor.id
      and o.reviewed_at is null and o.review_due_at <= given_at)
  then
    raise exception 'not this actor''s to open' using errcode = 'insufficient_privilege';
  end if;
  select * into opened from cases c where c.agency_id = actor.agency_id and c.id = given_case
    and c.confidentiality <> 'sealed' and not (c.readers && app_principals()) for update;
  if opened.id is null then return null; end if;
  insert into break_glass_openings (agency_id, id, case_id, case_number, worker_id, principal_id, ground, reason, opened_at, until, review_due_at)
  values (actor.agency_id, given_id, opened.id, opened.number, actor.id, principal, given_ground, given_reason, given_at, ends, review_by);
  insert into sight_grants (agency_id, case_id, principal_id, source, granted_by, granted_at, until)
  values (actor.agency_id, opened.id, principal, 'break-glass', actor.id, given_at, ends);
  insert into timeline (agency_id, at, case_id, worker_id, what, facts)
  values (actor.agency_id, given_at, opened.id, actor.id, 'break-glass-opened', jsonb_build_object('minutes', given_minutes));
  -- Who answers for the case: its manager, and every supervisor or head who sees it (the duty officers).
  -- Whoever oversees comes first for the review, the manager's own supervisor before the others.
  select array_agg(w.id order by w.id = opened.case_manager_id, w.id is distinct from m.supervisor_id, w.role, w.id)
    into told
  from workers w
  join agencies a on a.agency_id = w.agency_id
  left join workers m on m.agency_id = opened.agency_id and m.id = opened.case_manager_id
  where w.agency_id = opened.agency_id and w.active and w.id <> actor.id and (
    w.id = opened.case_manager_id
    or w.role in ('supervisor', 'agency-head')
      and (w.id = any(opened.readers) or w.role = 'agency-head' and a.head_post = any(opened.readers)));
  reviewer := told[1];
  insert into notices (agency_id, id, worker_id, kind, case_id, told_at)
  select actor.agency_id, gen_random_uuid(), one, 'break-glass-opened', opened.id, given_at from unnest(told) as one;
  -- Of no case, for it stays when the case is closed, and is nobody's next step in it.
  insert into tasks (agency_id, id, kind, subject_id, owner_id, due_at, opened_at)
  select actor.agency_id, gen_random_uuid(), 'review-break-glass', given_id, reviewer, review_by, given_at where reviewer is not null;
  return ends;
end $$;

-- Running and ending ------------------------------------------------------------------------------------------------

-- What is lent to a worker and has not been ended. The program looks at its clock and lends what still runs.
create function running_break_glass(given_agency uuid, given_worker uuid)
returns table (id uuid, case_id uuid, client_id uuid, principal_id uuid, until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, c.id, c.client_id, o.principal_id, o.until
  from break_glass_openings o
  join cases c on c.agency_id = o.agency_id and c.id = o.case_id and o.principal_id = any(c.readers)
  where o.agency_id = given_agency and o.worker_id = given_worker and o.reviewed_at is null and o.ended_at is null
$$;

create function end_grants_of_break_glass(given_agency uuid, given_principal uuid, given_at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  update sight_grants g set ended_at = given_at
  where g.agency_id = given_agency and g.principal_id = given_principal and g.source = 'break-glass' and g.ended_at is null
$$;

-- Whoever opened it gives it back before its time. Says whether there was something to give back.
create function close_break_glass(given_id uuid, given_at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare ended break_glass_openings;
begin
  update break_glass_openings o set ended_at = given_at
  where o.agency_id = app_agency() and o.id = given_id and o.worker_id = app_worker() and o.ended_at is null and o.until > given_at
  returning * into ended;
  if ended.id is null then return false; end if;
  perform end_grants_of_break_glass(ended.agency_id, ended.principal_id, given_at);
  return true;
end $$;

-- Another who answers for the case says what they think of it. It ends what still runs. Says whether there was something to review.
create function review_break_glass(given_id uuid, given_verdict text, given_review text, given_at timestamptz) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare reviewed break_glass_openings;
begin
  update break_glass_openings o set verdict = given_verdict, review = given_review, reviewed_by = app_worker(), reviewed_at = given_at,
    ended_at = coalesce(o.ended_at, least(o.until, given_at))
  from cases c, workers w
  where o.agency_id = app_agency() and o.id = given_id and o.reviewed_at is null and o.worker_id <> app_worker()
    and c.agency_id = o.agency_id and c.id = o.case_id and c.readers && app_principals()
    and w.agency_id = o.agency_id and w.id = app_worker() and w.active
    and (w.id = c.case_manager_id or w.role in ('supervisor', 'agency-head'))
  returning o.* into reviewed;
  if reviewed.id is null then return false; end if;
  perform end_grants_of_break_glass(reviewed.agency_id, reviewed.principal_id, reviewed.ended_at);
  update tasks t set done_at = given_at, done_by = app_worker()
  where t.agency_id = reviewed.agency_id and t.kind = 'review-break-glass' and t.subject_id = reviewed.id and t.done_at is null;
  return true;
end $$;

-- By the clock: whose time is over is taken off the list of readers as well. Answers how many.
create function end_break_glass_by_clock(given_at timestamptz) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare ended integer;
begin
  update break_glass_openings o set ended_at = o.until where o.ended_at is null and o.until <= given_at;
  update sight_grants g set ended_at = g.until where g.source = 'break-glass' and g.ended_at is null and g.until <= given_at;
  get diagnostics ended = row_count;
  return ended;
end $$;

revoke execute on function case_for_break_glass(text, text, text, text), open_break_glass(uuid, uuid, text, text, integer, timestamptz),
  running_break_glass(uuid, uuid), end_grants_of_break_glass(uuid, uuid, timestamptz), close_break_glass(uuid, timestamptz),
  review_break_glass(uuid, text, text, timestamptz), end_break_glass_by_clock(timestamptz) from public;
grant execute on function case_for_break_glass(text, text, text, text), open_break_glass(uuid, uuid, text, text, integer, timestamptz),
  close_break_glass(uuid, timestamptz), review_break_glass(uuid, text, text, timestamptz)
  to alongside_worker, alongside_supervisor, alongside_head;
grant execute on function running_break_glass(uuid, uuid), end_break_glass_by_clock(timestamptz) to alongside_app;
