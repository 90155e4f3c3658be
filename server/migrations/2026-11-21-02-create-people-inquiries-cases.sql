-- People, first contacts and case files, and the one table that says who may see which of them.

create table people (
  agency_id uuid not null references agencies,
  id uuid not null,
  name text not null,                         -- bit for bit as typed
  other_names text not null default '',
  sex text not null default '9',              -- GB/T 2261.1
  birth_date date,
  birth_precision text not null default 'day',
  id_number text,
  phone text not null default '',
  address text not null default '',
  safe_contact text not null default '',
  school_or_work text not null default '',
  language text not null default '',
  legal_capacity text not null default 'full', -- as recorded for adults; for minors it follows from the birth date
  created_by uuid not null,
  created_at timestamptz not null default now(),
  readers uuid[] not null default '{}',        -- kept by trigger from the grants of what this person takes part in
  version integer not null default 1,
  primary key (agency_id, id)
);
create index people_by_id_number on people (agency_id, id_number) where id_number is not null;
create index people_by_birth on people (agency_id, birth_date);

-- What a name can be found by. Equality on a btree is leakproof, so row-level security leaves this index on.
create table person_search_keys (
  agency_id uuid not null,
  key text not null,
  person_id uuid not null,
  primary key (agency_id, key, person_id),
  foreign key (agency_id, person_id) references people
);
create index person_search_keys_by_person on person_search_keys (agency_id, person_id);

create table relations (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,       -- the one of whom is spoken
  relative_id uuid not null,     -- is this person's …
  kind text not null,            -- … grandmother, mother, teacher
  guardian boolean not null default false,
  caregiver boolean not null default false,
  lives_together boolean not null default false,
  proof text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  ended_at timestamptz,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, relative_id) references people,
  constraint relations_join_two_people check (person_id <> relative_id)
);
create index relations_by_person on relations (agency_id, person_id);
create index relations_by_relative on relations (agency_id, relative_id);

create table inquiries (
  agency_id uuid not null references agencies,
  id uuid not null,
  state text not null default 'draft',
  channel text not null,
  source text,
  help_type text,
  client_type text not null default 'voluntary',
  received_at timestamptz not null,
  received_by uuid not null,
  caller_id uuid,
  client_id uuid,
  caller_relation text,
  referrer_name text not null default '',
  referrer_reason text not null default '',
  willingness smallint,
  situation text not null default '',
  trouble text not null default '',
  told_items text[] not null default '{}',
  emotional_support text not null default '',
  emergency boolean,
  emergency_reason text not null default '',
  danger_kinds text[] not null default '{}',
  emergency_decided_by uuid,
  emergency_decided_at timestamptz,
  registered_at timestamptz,
  decision text,
  decision_reason text not null default '',
  information_given text not null default '',
  referred_to text not null default '',
  referral_reason text,
  decided_by uuid,
  decided_at timestamptz,
  case_id uuid,
  readers uuid[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, received_by) references workers,
  foreign key (agency_id, caller_id) references people,
  foreign key (agency_id, client_id) references people,
  constraint inquiries_state_is_known check (state in ('draft', 'registered', 'assessed', 'concluded')),
  constraint inquiries_state_is_whole check (
    (state = 'draft')
    or (emergency is not null and client_id is not null and source is not null and help_type is not null
        and (state <> 'concluded' or (decision is not null and decision_reason <> '' and decided_by is not null)))),
  constraint inquiries_willingness_is_one_to_five check (willingness between 1 and 5)
);
create index inquiries_by_state on inquiries (agency_id, state, received_at, id);
create index inquiries_by_client on inquiries (agency_id, client_id);
create index inquiries_by_caller on inquiries (agency_id, caller_id);

-- The five questions of a preliminary assessment and what the agency can offer (R-062). One for each inquiry.
create table preliminary_assessments (
  agency_id uuid not null,
  inquiry_id uuid not null,
  willingness smallint,
  willingness_note text not null default '',
  problems text not null default '',
  how_it_arose text not null default '',
  expectation text not null default '',
  earlier_help text not null default '',
  own_efforts text not null default '',
  agency_resources text,
  worker_ability text,
  reconcilable boolean,
  reconcilable_note text not null default '',
  in_scope boolean,
  in_area boolean,
  has_capacity boolean,
  fit_note text not null default '',
  risk_level text,
  shared_at timestamptz,
  caller_agrees boolean,
  corrections text not null default '',
  client_wishes boolean,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  primary key (agency_id, inquiry_id),
  foreign key (agency_id, inquiry_id) references inquiries,
  constraint preliminary_willingness_is_one_to_five check (willingness between 1 and 5)
);

create table cases (
  agency_id uuid not null references agencies,
  id uuid not null,
  number text not null,
  client_id uuid not null,
  inquiry_id uuid,
  case_manager_id uuid not null,
  stage text not null default 'intake',
  state text not null default 'open',
  confidentiality text not null default 'normal',
  service_fields text[] not null,
  client_groups text[] not null default '{}',
  risk_level text not null default 'low',
  emergency boolean not null default false,
  opened_at timestamptz not null,
  opened_by uuid not null,
  closed_at timestamptz,
  archived_at timestamptz,
  keep_until date,
  readers uuid[] not null default '{}',
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, client_id) references people,
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, case_manager_id) references workers,
  constraint cases_number_is_unique unique (agency_id, number),
  constraint cases_stage_is_known check (stage in ('intake', 'assessment', 'plan', 'delivery', 'evaluation', 'closing', 'followup')),
  constraint cases_state_is_whole check (
    (state = 'open' and closed_at is null and archived_at is null)
    or (state = 'closed' and closed_at is not null and archived_at is null)
    or (state = 'archived' and closed_at is not null and archived_at is not null and keep_until is not null)),
  constraint cases_confidentiality_is_known check (confidentiality in ('normal', 'restricted', 'sealed')),
  constraint cases_have_a_service_field check (cardinality(service_fields) > 0)
);
create index cases_by_manager on cases (agency_id, case_manager_id, state, opened_at desc, id);
create index cases_by_client on cases (agency_id, client_id);
alter table inquiries add foreign key (agency_id, case_id) references cases;

create table case_numbers (
  agency_id uuid not null references agencies,
  year integer not null,
  last integer not null,
  primary key (agency_id, year)
);

-- Who takes part in a case, and as what.
create table case_people (
  agency_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  part text not null,
  added_at timestamptz not null default now(),
  primary key (agency_id, case_id, person_id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, person_id) references people,
  constraint case_people_part_is_known check (part in ('client', 'guardian', 'family', 'caller', 'other'))
);
create index case_people_by_person on case_people (agency_id, person_id);

-- Everything that gives sight of a case or an inquiry is a row here; nothing else does.
create table sight_grants (
  agency_id uuid not null references agencies,
  id uuid not null default gen_random_uuid(),
  case_id uuid,
  inquiry_id uuid,
  principal_id uuid not null,
  source text not null,
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  reason text not null default '',
  ended_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, inquiry_id) references inquiries,
  constraint sight_grants_name_one_thing check (num_nonnulls(case_id, inquiry_id) = 1),
  constraint sight_grants_source_is_known check (source in ('desk', 'receiver', 'case-manager', 'supervisor', 'agency-head', 'team'))
);
create index sight_grants_by_case on sight_grants (agency_id, case_id) where ended_at is null;
create index sight_grants_by_inquiry on sight_grants (agency_id, inquiry_id) where ended_at is null;

create table timeline (
  agency_id uuid not null references agencies,
  id bigint generated always as identity,
  at timestamptz not null,
  case_id uuid,
  inquiry_id uuid,
  worker_id uuid not null,
  what text not null,
  facts jsonb not null default '{}',
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, worker_id) references workers
);
create index timeline_by_case on timeline (agency_id, case_id, id desc);
create index timeline_by_inquiry on timeline (agency_id, inquiry_id, id desc);

-- What is due, for whom and why. Opened by the stage that needs it, settled by the act that does it.
create table tasks (
  agency_id uuid not null references agencies,
  id uuid not null,
  kind text not null,
  case_id uuid,
  inquiry_id uuid,
  subject_id uuid,
  owner_id uuid not null,
  due_at timestamptz not null,
  opened_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, owner_id) references workers
);
create index tasks_by_owner on tasks (agency_id, owner_id, due_at, id) where done_at is null;
create index tasks_by_case on tasks (agency_id, case_id, due_at) where done_at is null;
create index tasks_by_inquiry on tasks (agency_id, inquiry_id) where done_at is null;

-- What a worker must be told: written by jobs, read on Today.
create table notices (
  agency_id uuid not null references agencies,
  id uuid not null,
  worker_id uuid not null,
  kind text not null,
  case_id uuid,
  inquiry_id uuid,
  facts jsonb not null default '{}',
  told_at timestamptz not null default now(),
  seen_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, worker_id) references workers
);
create index notices_unseen on notices (agency_id, worker_id, told_at desc) where seen_at is null;

create table addenda (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  text text not null,
  reason text not null,
  author_id uuid not null,
  at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, author_id) references workers
);
create index addenda_by_subject on addenda (agency_id, subject_id, at);

-- Sight ----------------------------------------------------------------------------------------------------

create function refresh_person_readers(given_agency uuid, given_person uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update people p set readers = coalesce(nullif((
    select coalesce(array_agg(distinct reader), '{}') from (
      select unnest(i.readers) as reader from inquiries i
        where i.agency_id = given_agency and given_person in (i.caller_id, i.client_id)
      union all
      select unnest(i.readers) from relations r
        join inquiries i on i.agency_id = r.agency_id and i.client_id = r.person_id
        where r.agency_id = given_agency and r.relative_id = given_person
      union all
      select unnest(c.readers) from case_people cp
        join cases c on c.agency_id = cp.agency_id and c.id = cp.case_id
        where cp.agency_id = given_agency and cp.person_id = given_person
    ) as links), '{}'), array[p.created_by])
  where p.agency_id = given_agency and p.id = given_person
$$;

create function grants_keep_readers() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare touched record;
begin
  if new.case_id is not null then
    update cases c set readers = array(
      select distinct g.principal_id from sight_grants g
      where g.agency_id = new.agency_id and g.case_id = new.case_id and g.ended_at is null)
    where c.agency_id = new.agency_id and c.id = new.case_id;
    for touched in select person_id from case_people cp where cp.agency_id = new.agency_id and cp.case_id = new.case_id loop
      perform refresh_person_readers(new.agency_id, touched.person_id);
    end loop;
  else
    update inquiries i set readers = array(
      select distinct g.principal_id from sight_grants g
      where g.agency_id = new.agency_id and g.inquiry_id = new.inquiry_id and g.ended_at is null)
    where i.agency_id = new.agency_id and i.id = new.inquiry_id;
    for touched in
      select i.caller_id as person_id from inquiries i where i.agency_id = new.agency_id and i.id = new.inquiry_id and i.caller_id is not null
      union select i.client_id from inquiries i where i.agency_id = new.agency_id and i.id = new.inquiry_id and i.client_id is not null
      union select r.relative_id from inquiries i join relations r on r.agency_id = i.agency_id and r.person_id = i.client_id
            where i.agency_id = new.agency_id and i.id = new.inquiry_id
    loop
      perform refresh_person_readers(new.agency_id, touched.person_id);
    end loop;
  end if;
  return null;
end $$;
create trigger grants_keep_readers after insert or update on sight_grants
  for each row execute function grants_keep_readers();

-- A new inquiry is the desk's; a concluded one is only its receiver's, the decider's, their supervisor's and the head's.
create function inquiries_give_sight() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into sight_grants (agency_id, inquiry_id, principal_id, source, granted_by)
    select new.agency_id, new.id, a.desk_post, 'desk', new.received_by from agencies a where a.agency_id = new.agency_id
    union all select new.agency_id, new.id, new.received_by, 'receiver', new.received_by
    union all select new.agency_id, new.id, a.head_post, 'agency-head', new.received_by from agencies a where a.agency_id = new.agency_id;
  elsif new.state = 'concluded' and old.state <> 'concluded' then
    insert into sight_grants (agency_id, inquiry_id, principal_id, source, granted_by)
    select new.agency_id, new.id, new.decided_by, 'receiver', new.decided_by
    union all
    select new.agency_id, new.id, w.supervisor_id, 'supervisor', new.decided_by from workers w
      where w.agency_id = new.agency_id and w.id in (new.received_by, new.decided_by) and w.supervisor_id is not null
    union all
    select new.agency_id, new.id, c.case_manager_id, 'case-manager', new.decided_by from cases c
      where c.agency_id = new.agency_id and c.id = new.case_id
    union all
    select new.agency_id, new.id, w.supervisor_id, 'supervisor', new.decided_by
      from cases c join workers w on w.agency_id = c.agency_id and w.id = c.case_manager_id
      where c.agency_id = new.agency_id and c.id = new.case_id and w.supervisor_id is not null;
    update sight_grants g set ended_at = now()
      where g.agency_id = new.agency_id and g.inquiry_id = new.id and g.source = 'desk' and g.ended_at is null;
  end if;
  if new.caller_id is not null then perform refresh_person_readers(new.agency_id, new.caller_id); end if;
  if new.client_id is not null then
    perform refresh_person_readers(new.agency_id, new.client_id);
    perform refresh_person_readers(r.agency_id, r.relative_id) from relations r
      where r.agency_id = new.agency_id and r.person_id = new.client_id;
  end if;
  return null;
end $$;
create trigger inquiries_give_sight after insert or update of state, caller_id, client_id on inquiries
  for each row execute function inquiries_give_sight();

-- A new case belongs to its manager; the manager's supervisor and the head see it too.
create function cases_give_sight() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into sight_grants (agency_id, case_id, principal_id, source, granted_by)
  select new.agency_id, new.id, new.case_manager_id, 'case-manager', new.opened_by
  union all
  select new.agency_id, new.id, w.supervisor_id, 'supervisor', new.opened_by from workers w
    where w.agency_id = new.agency_id and w.id = new.case_manager_id and w.supervisor_id is not null
  union all
  select new.agency_id, new.id, a.head_post, 'agency-head', new.opened_by from agencies a where a.agency_id = new.agency_id;
  return null;
end $$;
create trigger cases_give_sight after insert on cases for each row execute function cases_give_sight();

create function case_people_give_sight() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refresh_person_readers(new.agency_id, new.person_id);
  return null;
end $$;
create trigger case_people_give_sight after insert on case_people for each row execute function case_people_give_sight();

create function relations_give_sight() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refresh_person_readers(new.agency_id, new.relative_id);
  return null;
end $$;
create trigger relations_give_sight after insert on relations for each row execute function relations_give_sight();

create function people_begin_with_their_recorder() returns trigger
language plpgsql as $$
begin
  new.readers := array[new.created_by];
  return new;
end $$;
create trigger people_begin_with_their_recorder before insert on people
  for each row execute function people_begin_with_their_recorder();

-- The next case number of a year, in one statement, so that two workers never get the same.
create function next_case_number(given_year integer) returns integer
language sql security definer set search_path = public, pg_temp as $$
  insert into case_numbers as n (agency_id, year, last) values (app_agency(), given_year, 1)
  on conflict (agency_id, year) do update set last = n.last + 1
  returning last
$$;

-- Policies ---------------------------------------------------------------------------------------------------

call shut_table('people');
call shut_table('person_search_keys');
call shut_table('relations');
call shut_table('inquiries');
call shut_table('preliminary_assessments');
call shut_table('cases');
call shut_table('case_numbers');
call shut_table('case_people');
call shut_table('sight_grants');
call shut_table('timeline');
call shut_table('tasks');
call shut_table('notices');
call shut_table('addenda');

-- A table that belongs to a case is seen by whoever sees the case: the subselect runs under the same policies.
create procedure open_case_table(table_name text, commands text[]) language plpgsql as $$
declare role_name text; command text;
begin
  call shut_table(table_name);
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    foreach command in array commands loop
      call open_table(table_name, command, role_name, format(
        'agency_id = (select app_agency()) and exists (select 1 from cases c where c.agency_id = %1$I.agency_id and c.id = %1$I.case_id)',
        table_name));
    end loop;
  end loop;
end $$;

do $$
declare role_name text; command text; in_sight text; own_agency text := 'agency_id = (select app_agency())';
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    in_sight := own_agency || ' and readers && (select app_principals())';
    foreach command in array array['select', 'update'] loop
      call open_table('people', command, role_name, in_sight);
      call open_table('inquiries', command, role_name, in_sight);
      call open_table('cases', command, role_name, in_sight);
    end loop;
    call open_table('people', 'insert', role_name, own_agency || ' and created_by = (select app_worker())');
    call open_table('inquiries', 'insert', role_name, own_agency || ' and received_by = (select app_worker())');
    call open_table('cases', 'insert', role_name, own_agency || ' and opened_by = (select app_worker())');

    foreach command in array array['select', 'insert', 'delete'] loop
      call open_table('person_search_keys', command, role_name, own_agency ||
        ' and exists (select 1 from people p where p.agency_id = person_search_keys.agency_id and p.id = person_search_keys.person_id)');
    end loop;
    foreach command in array array['select', 'insert', 'update'] loop
      call open_table('relations', command, role_name, own_agency ||
        ' and exists (select 1 from people p where p.agency_id = relations.agency_id and p.id = relations.person_id)');
      call open_table('preliminary_assessments', command, role_name, own_agency ||
        ' and exists (select 1 from inquiries i where i.agency_id = preliminary_assessments.agency_id and i.id = preliminary_assessments.inquiry_id)');
    end loop;
    call open_table('case_people', 'select', role_name, own_agency ||
      ' and exists (select 1 from cases c where c.agency_id = case_people.agency_id and c.id = case_people.case_id)');
    call open_table('case_people', 'insert', role_name, own_agency ||
      ' and exists (select 1 from people p where p.agency_id = case_people.agency_id and p.id = case_people.person_id)');
    call open_table('sight_grants', 'select', role_name, own_agency ||
      ' and case when case_id is null then exists (select 1 from inquiries i where i.agency_id = sight_grants.agency_id and i.id = sight_grants.inquiry_id)' ||
      ' else exists (select 1 from cases c where c.agency_id = sight_grants.agency_id and c.id = sight_grants.case_id) end');
    foreach command in array array['select', 'insert'] loop
      call open_table('timeline', command, role_name, own_agency ||
        ' and case when case_id is null then exists (select 1 from inquiries i where i.agency_id = timeline.agency_id and i.id = timeline.inquiry_id)' ||
        ' else exists (select 1 from cases c where c.agency_id = timeline.agency_id and c.id = timeline.case_id)' ||
        '  or exists (select 1 from inquiries i where i.agency_id = timeline.agency_id and i.case_id = timeline.case_id) end');
    end loop;
    call open_table('tasks', 'insert', role_name, own_agency);
    foreach command in array array['select', 'update'] loop
      call open_table('tasks', command, role_name, own_agency ||
        ' and (owner_id = (select app_worker())' ||
        '  or exists (select 1 from cases c where c.agency_id = tasks.agency_id and c.id = tasks.case_id)' ||
        '  or exists (select 1 from inquiries i where i.agency_id = tasks.agency_id and i.id = tasks.inquiry_id))');
      call open_table('notices', command, role_name, own_agency || ' and worker_id = (select app_worker())');
    end loop;
    call open_table('notices', 'insert', role_name, own_agency);
    foreach command in array array['select', 'insert'] loop
      call open_table('addenda', command, role_name, own_agency ||
        ' and exists (select 1 from cases c where c.agency_id = addenda.agency_id and c.id = addenda.case_id)');
    end loop;
    -- Whoever sees a case may see who saw it.
    call open_table('audit_log', 'select', role_name, own_agency ||
      ' and case_id is not null and exists (select 1 from cases c where c.agency_id = audit_log.agency_id and c.id = audit_log.case_id)');
    execute format('grant execute on function next_case_number(integer) to alongside_%s', role_name);
  end loop;
end $$;
