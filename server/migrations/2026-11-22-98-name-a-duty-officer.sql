-- Somebody is on duty (R-280): the agency says who. They are told of each opening by break-glass in the same transaction,
-- and read what was opened, by whom, why and until when; of the case itself they see no more than before.

alter table agencies add column duty_officer_id uuid;
alter table agencies add foreign key (agency_id, duty_officer_id) references workers;
grant update (duty_officer_id, version) on agencies to alongside_administrator, alongside_head;
create policy head_updates on agencies for update to alongside_head
  using (agency_id = (select app_agency())) with check (agency_id = (select app_agency()));

-- Who was on duty when it was opened; whoever is on duty later knows nothing of it.
alter table break_glass_openings add column duty_officer_id uuid;
alter table break_glass_openings add foreign key (agency_id, duty_officer_id) references workers;
create index break_glass_by_duty_officer on break_glass_openings (agency_id, duty_officer_id, opened_at desc, id desc);
do $$
declare role_name text; condition text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    select pg_get_expr(p.polqual, p.polrelid) into condition from pg_policy p
      where p.polrelid = 'break_glass_openings'::regclass and p.polname = role_name || '_selects';
    execute format('alter policy %I on break_glass_openings using (agency_id = (select app_agency()) and (duty_officer_id = (select app_worker()) or %s))',
      role_name || '_selects', condition);
  end loop;
end $$;

create or replace function open_break_glass(given_id uuid, given_case uuid, given_ground text, given_reason text, given_minutes integer, given_at timestamptz)
returns timestamptz language plpgsql security definer set search_path = public, pg_temp as $$
declare
  actor workers;
  opened cases;
  principal uuid := gen_random_uuid();
  ends timestamptz := given_at + make_interval(mins => given_minutes);
  review_by timestamptz := given_at + interval '72 hours';
  told uuid[];
  reviewer uuid;
  duty uuid;
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
  select w.id into duty from agencies a join workers w on w.agency_id = a.agency_id and w.id = a.duty_officer_id
    where a.agency_id = actor.agency_id and w.active and w.role in ('worker', 'supervisor', 'agency-head') and w.id <> actor.id;
  insert into break_glass_openings (agency_id, id, case_id, case_number, worker_id, principal_id, ground, reason, opened_at, until, review_due_at, duty_officer_id)
  values (actor.agency_id, given_id, opened.id, opened.number, actor.id, principal, given_ground, given_reason, given_at, ends, review_by, duty);
  insert into sight_grants (agency_id, case_id, principal_id, source, granted_by, granted_at, until)
  values (actor.agency_id, opened.id, principal, 'break-glass', actor.id, given_at, ends);
  insert into timeline (agency_id, at, case_id, worker_id, what, facts)
  values (actor.agency_id, given_at, opened.id, actor.id, 'break-glass-opened', jsonb_build_object('minutes', given_minutes));
  -- Who answers for the case: its manager, and every supervisor or head who sees it.
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
  -- Whoever is on duty is told too, seen or not: of the opening, and of no case.
  if duty is not null and duty <> all(coalesce(told, '{}')) then
    insert into notices (agency_id, id, worker_id, kind, told_at) values (actor.agency_id, gen_random_uuid(), duty, 'break-glass-opened', given_at);
  end if;
  -- Of no case, for it stays when the case is closed, and is nobody's next step in it.
  insert into tasks (agency_id, id, kind, subject_id, owner_id, due_at, opened_at)
  select actor.agency_id, gen_random_uuid(), 'review-break-glass', given_id, reviewer, review_by, given_at where reviewer is not null;
  return ends;
end $$;
