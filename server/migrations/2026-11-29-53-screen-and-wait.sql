-- Screening (R-033-R-036, R-041-R-043): where somebody lives, by a dated code; for what they come; their problems, ranked by
-- them and by the worker. And the waiting list: an order, a reason, and check-ins that say what changed.

alter table inquiries
  add column residence_code text not null default '',
  add column wanted_fields text[] not null default '{}';

create table inquiry_problems (
  agency_id uuid not null,
  inquiry_id uuid not null,
  id uuid not null,
  position smallint not null,
  what text not null,
  level text,
  difficulty smallint,
  client_rank smallint,
  worker_rank smallint,
  danger boolean not null default false,
  primary key (agency_id, inquiry_id, id),
  foreign key (agency_id, inquiry_id) references inquiries,
  constraint inquiry_problems_difficulty_is_one_to_three check (difficulty between 1 and 3),
  constraint inquiry_problems_ranks_begin_at_one check (client_rank between 1 and 20 and worker_rank between 1 and 20)
);
create index inquiry_problems_in_order on inquiry_problems (agency_id, inquiry_id, position);

-- Codes of GB/T 2260 as an agency loaded them; where it loaded none, those that came with the program count.
create table division_codes (
  agency_id uuid not null references agencies,
  code text not null,
  valid_from date not null,
  name text not null,
  -- The first day on which it no longer counts, and what it became.
  valid_until date,
  became text[] not null default '{}',
  source text not null,
  loaded_by uuid not null,
  loaded_at timestamptz not null,
  primary key (agency_id, code, valid_from),
  foreign key (agency_id, loaded_by) references workers,
  constraint division_codes_have_six_digits check (code ~ '^[1-9][0-9]{5}$'),
  constraint division_codes_end_after_they_begin check (valid_until > valid_from),
  constraint division_codes_name_their_source check (source <> '' and name <> '')
);

create table waits (
  agency_id uuid not null,
  id uuid not null,
  inquiry_id uuid not null,
  -- 0 is the most urgent; within one priority whoever came first is first.
  priority smallint not null,
  reason text not null,
  entered_by uuid not null,
  entered_at timestamptz not null,
  next_check_at timestamptz not null,
  left_by uuid,
  left_at timestamptz,
  left_for text,
  left_reason text not null default '',
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, entered_by) references workers,
  foreign key (agency_id, left_by) references workers,
  constraint waits_priority_is_known check (priority between 0 and 3),
  constraint waits_have_a_reason check (reason <> ''),
  constraint waits_end_with_a_reason check ((left_by is null and left_at is null and left_for is null and left_reason = '')
    or (left_by is not null and left_at is not null and left_for is not null and left_reason <> ''))
);
create unique index waits_once_at_a_time on waits (agency_id, inquiry_id) where left_at is null;
create index waits_in_order on waits (agency_id, priority, entered_at, id) where left_at is null;
create index waits_by_check on waits (agency_id, next_check_at, id) where left_at is null;

create table wait_check_ins (
  agency_id uuid not null,
  id uuid not null,
  wait_id uuid not null,
  what_changed text not null,
  still_wishes boolean not null,
  priority smallint not null,
  next_check_at timestamptz not null,
  held_by uuid not null,
  held_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, wait_id) references waits,
  foreign key (agency_id, held_by) references workers,
  constraint wait_check_ins_say_what_changed check (what_changed <> '')
);
create index wait_check_ins_by_wait on wait_check_ins (agency_id, wait_id, held_at desc, id desc);

-- Whoever waits is no longer at the desk and not yet concluded.
alter table inquiries drop constraint inquiries_state_is_known;
alter table inquiries add constraint inquiries_state_is_known
  check (state in ('draft', 'registered', 'assessed', 'waiting', 'concluded'));
alter table inquiries drop constraint inquiries_state_is_whole;
alter table inquiries add constraint inquiries_state_is_whole check (
  state = 'draft'
  or (emergency is not null and source is not null and help_type is not null
    and (client_id is not null or (state = 'concluded' and decision = 'information-only'))
    and (state not in ('waiting', 'concluded') or (decision is not null and decision_reason <> '' and decided_by is not null))));

-- How many cases of the agency are open, seen or not, as a number and nothing else.
create function open_cases_here() returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from cases c where c.agency_id = app_agency() and c.state = 'open'
$$;
revoke execute on function open_cases_here() from public;
grant execute on function open_cases_here() to alongside_worker, alongside_supervisor, alongside_head;

call shut_table('inquiry_problems');
call shut_table('division_codes');
call shut_table('waits');
call shut_table('wait_check_ins');
do $$
declare
  role_name text;
  command text;
  own_agency text := 'agency_id = (select app_agency())';
  of_inquiry text := ' and coalesce((select true from inquiries i where i.agency_id = %1$s.agency_id and i.id = %1$s.inquiry_id), false)';
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    foreach command in array array['select', 'insert', 'delete'] loop
      call open_table('inquiry_problems', command, role_name, own_agency || format(of_inquiry, 'inquiry_problems'));
    end loop;
    foreach command in array array['select', 'insert', 'update'] loop
      call open_table('waits', command, role_name, own_agency || format(of_inquiry, 'waits'));
    end loop;
    foreach command in array array['select', 'insert'] loop
      call open_table('wait_check_ins', command, role_name, own_agency
        || ' and coalesce((select true from waits w where w.agency_id = wait_check_ins.agency_id and w.id = wait_check_ins.wait_id), false)');
    end loop;
    execute format('grant update (residence_code, wanted_fields) on inquiries to alongside_%s', role_name);
  end loop;
  foreach role_name in array array['worker', 'supervisor', 'head', 'administrator'] loop
    call open_table('division_codes', 'select', role_name, own_agency);
  end loop;
  foreach role_name in array array['head', 'administrator'] loop
    foreach command in array array['insert', 'delete'] loop
      call open_table('division_codes', command, role_name, own_agency);
    end loop;
  end loop;
end $$;
call narrow_updates('waits', array['priority', 'next_check_at', 'left_by', 'left_at', 'left_for', 'left_reason', 'version']);
call sign_as_oneself('waits', '''entered_by'', ''left_by''');
call sign_as_oneself('wait_check_ins', '''held_by''');
call sign_as_oneself('division_codes', '''loaded_by''');
