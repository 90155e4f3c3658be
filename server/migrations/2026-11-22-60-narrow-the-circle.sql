-- How narrow the circle is that may see a case (R-170, R-284). Normal: every grant counts. Restricted: whoever works on it,
-- and whoever is named; the supervisor and the head only when they are named. Sealed: its manager and whoever is named.

alter table sight_grants drop constraint sight_grants_source_is_known;
alter table sight_grants add constraint sight_grants_source_is_known check (source in ('desk', 'receiver', 'case-manager',
  'supervisor', 'agency-head', 'team', 'named', 'handover', 'referral', 'conference', 'break-glass'));

-- Whether a grant counts at a level. A source that a later migration brings counts at no level but the lowest until it is named here.
create function grant_counts(source text, level text) returns boolean language sql immutable parallel safe as $$
  select case level
    when 'normal' then true
    when 'restricted' then source in ('case-manager', 'team', 'named', 'handover', 'break-glass')
    else source in ('case-manager', 'named') end
$$;

create table confidentiality_changes (
  agency_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  from_level text not null,
  to_level text not null,
  reason text not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, changed_by) references workers,
  constraint confidentiality_changes_have_a_reason check (reason <> ''),
  constraint confidentiality_changes_go_to_a_known_level check (to_level in ('normal', 'restricted', 'sealed'))
);
create index confidentiality_changes_by_case on confidentiality_changes (agency_id, case_id, changed_at desc);
call open_case_table('confidentiality_changes', array['select']);

-- However readers are reckoned, the level has the last word.
create function cases_keep_their_circle() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.confidentiality <> 'normal' or old.confidentiality <> 'normal' then
    new.readers := array(
      select distinct g.principal_id from sight_grants g
      where g.agency_id = new.agency_id and g.case_id = new.id and g.ended_at is null
        and grant_counts(g.source, new.confidentiality));
  end if;
  return new;
end $$;
create trigger cases_keep_their_circle before update of readers, confidentiality on cases
  for each row execute function cases_keep_their_circle();

-- The first contact that a narrow case came from is seen by whoever sees the case: it tells the same story.
create function inquiries_follow_their_case() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare circle uuid[];
begin
  select c.readers into circle from cases c
    where c.agency_id = new.agency_id and c.id = new.case_id and c.confidentiality <> 'normal';
  if found then
    new.readers := circle;
  else
    new.readers := array(
      select distinct g.principal_id from sight_grants g
      where g.agency_id = new.agency_id and g.inquiry_id = new.id and g.ended_at is null);
  end if;
  return new;
end $$;
create trigger inquiries_follow_their_case before update of readers on inquiries
  for each row execute function inquiries_follow_their_case();

create function circles_reach_people() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update inquiries i set readers = i.readers where i.agency_id = new.agency_id and i.id = new.inquiry_id;
  perform refresh_person_readers(cp.agency_id, cp.person_id) from case_people cp
    where cp.agency_id = new.agency_id and cp.case_id = new.id;
  perform refresh_relatives_readers(new.agency_id, new.client_id);
  -- The first contact may have named others than the case does.
  perform refresh_person_readers(i.agency_id, named) from inquiries i, unnest(array[i.caller_id, i.client_id]) as named
    where i.agency_id = new.agency_id and i.id = new.inquiry_id and named is not null;
  return null;
end $$;
create trigger circles_reach_people after update of readers, confidentiality on cases for each row
  when ((old.readers is distinct from new.readers or old.confidentiality <> new.confidentiality)
    and (new.confidentiality <> 'normal' or old.confidentiality <> 'normal'))
  execute function circles_reach_people();

-- The one way to change the level of a case and whom it names. Whatever the program asks: only somebody who sees the case,
-- and works on it or oversees it; only who oversees lowers it; nobody hides a case from everybody who could oversee it,
-- and nobody loses sight by their own hand.
create function confide_case(given_case uuid, given_level text, given_reason text, named uuid[], given_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was cases;
  actor workers;
  oversees boolean;
  levels text[] := array['normal', 'restricted', 'sealed'];
  whom uuid[] := case given_level when 'normal' then '{}' else named end;
begin
  select * into actor from workers w where w.agency_id = app_agency() and w.id = app_worker() and w.active;
  select * into was from cases c where c.agency_id = app_agency() and c.id = given_case
    and c.readers && app_principals() and c.state <> 'archived' for update;
  oversees := actor.role in ('supervisor', 'agency-head');
  if actor.id is null or was.id is null
    or not (oversees or exists (select 1 from sight_grants g where g.agency_id = was.agency_id and g.case_id = was.id
      and g.principal_id = actor.id and g.source in ('case-manager', 'team') and g.ended_at is null))
    or (array_position(levels, given_level) < array_position(levels, was.confidentiality) and not oversees)
  then
    raise exception 'not this actor''s to confide' using errcode = 'insufficient_privilege';
  end if;
  if cardinality(whom) <> (select count(*) from workers w where w.agency_id = was.agency_id and w.id = any(whom)
    and w.active and w.role in ('worker', 'supervisor', 'agency-head'))
  then
    raise exception 'named are colleagues who work on cases, each once' using errcode = 'insufficient_privilege';
  end if;
  if given_level <> 'normal' and (
    not exists (select 1 from workers w where w.agency_id = was.agency_id and w.id = any(whom) and w.id <> was.case_manager_id
      and w.role in ('supervisor', 'agency-head'))
    or not (actor.id = any(whom || was.case_manager_id)))
  then
    raise exception 'somebody who oversees, and the actor, keep sight' using errcode = 'insufficient_privilege';
  end if;
  insert into confidentiality_changes (agency_id, case_id, from_level, to_level, reason, changed_by, changed_at)
  values (was.agency_id, was.id, was.confidentiality, given_level, given_reason, actor.id, given_at);
  update cases c set confidentiality = given_level, version = version + 1 where c.agency_id = was.agency_id and c.id = was.id;
  update sight_grants g set ended_at = given_at where g.agency_id = was.agency_id and g.case_id = was.id
    and g.source = 'named' and g.ended_at is null and not (g.principal_id = any(whom));
  insert into sight_grants (agency_id, case_id, principal_id, source, granted_by, granted_at, reason)
  select was.agency_id, was.id, one, 'named', actor.id, given_at, given_reason from unnest(whom) as one
  where not exists (select 1 from sight_grants g where g.agency_id = was.agency_id and g.case_id = was.id
    and g.source = 'named' and g.ended_at is null and g.principal_id = one);
end $$;

-- Work and news of a case that its owner no longer sees are not shown to them.
do $$
declare
  role_name text;
  case_in_sight text := '(case_id is null or exists (select 1 from cases c where c.agency_id = %1$s.agency_id and c.id = %1$s.case_id))';
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('drop policy %I on tasks', role_name || '_selects');
    execute format('create policy %I on tasks for select to alongside_%s using (%s)', role_name || '_selects', role_name,
      'agency_id = (select app_agency()) and ' || format(case_in_sight, 'tasks') ||
      ' and (case_id is not null or owner_id = (select app_worker())'
      '  or exists (select 1 from inquiries i where i.agency_id = tasks.agency_id and i.id = tasks.inquiry_id))');
    execute format('drop policy %I on notices', role_name || '_selects');
    execute format('create policy %I on notices for select to alongside_%s using (%s)', role_name || '_selects', role_name,
      'agency_id = (select app_agency()) and worker_id = (select app_worker()) and ' || format(case_in_sight, 'notices'));
  end loop;
end $$;

revoke execute on function grant_counts(text, text), cases_keep_their_circle(), inquiries_follow_their_case(), circles_reach_people(),
  confide_case(uuid, text, text, uuid[], timestamptz) from public;
grant execute on function grant_counts(text, text), confide_case(uuid, text, text, uuid[], timestamptz)
  to alongside_worker, alongside_supervisor, alongside_head;
