-- A public page on which somebody may ask for help (R-013). Whoever writes there is nobody to the database: a role of its
-- own may put one sealed line into the queue of an agency that has opened its form, and can neither read nor change anything.

create table web_forms (
  agency_id uuid primary key references agencies,
  open boolean not null default false,
  emergency_numbers text not null default '110 · 120',
  leave_to text not null default 'https://www.baidu.com/',
  changed_by uuid,
  version integer not null default 1,
  foreign key (agency_id, changed_by) references workers,
  constraint web_forms_name_emergency_numbers check (emergency_numbers <> ''),
  constraint web_forms_are_left_to_the_web check (leave_to ~ '^https://')
);

create table web_requests (
  agency_id uuid not null references agencies,
  id uuid not null,
  receipt text not null,
  received_at timestamptz not null,
  language text not null,
  -- Name, how to reach them and what they wrote: sealed with the key of the agency.
  content_sealed bytea not null,
  due_at timestamptz not null,
  state text not null default 'waiting',
  handled_by uuid,
  handled_at timestamptz,
  set_aside_reason text not null default '',
  inquiry_id uuid,
  version integer not null default 1,
  arrived_at timestamptz not null default clock_timestamp(),
  primary key (agency_id, id),
  foreign key (agency_id, handled_by) references workers,
  foreign key (agency_id, inquiry_id) references inquiries,
  constraint web_requests_state_is_known check (state in ('waiting', 'taken', 'set-aside')),
  constraint web_requests_language_is_known check (language in ('zh-CN', 'en', 'ru')),
  constraint web_requests_are_short check (octet_length(content_sealed) < 40000 and length(receipt) < 20),
  constraint web_requests_are_handled_whole check (
    (state = 'waiting') = (handled_by is null) and (handled_by is null) = (handled_at is null)
    and (state = 'taken') = (inquiry_id is not null) and (state = 'set-aside') = (set_aside_reason <> ''))
);
create index web_requests_waiting on web_requests (agency_id, due_at, id) where state = 'waiting';
create index web_requests_handled on web_requests (agency_id, handled_at desc, id desc) where state <> 'waiting';
create index web_requests_by_arrival on web_requests (agency_id, arrived_at);

-- Whether an agency takes requests now: its form is open, and nobody floods it. Told as yes or no.
create function takes_web_requests(given_agency uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from web_forms f where f.agency_id = given_agency and f.open)
    and (select count(*) from (select 1 from web_requests r where r.agency_id = given_agency
      and r.arrived_at > clock_timestamp() - interval '1 hour' limit 120) as lately) < 120
$$;
-- What the page of an open form says of its agency; of any other nothing.
create function open_web_form(given_agency uuid) returns table (name text, language text, emergency_numbers text, leave_to text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.name, a.language, f.emergency_numbers, f.leave_to from web_forms f join agencies a on a.agency_id = f.agency_id
  where f.agency_id = given_agency and f.open
$$;
revoke execute on function takes_web_requests(uuid), open_web_form(uuid) from public;
grant execute on function open_web_form(uuid) to alongside_app;
grant execute on function takes_web_requests(uuid), app_agency(), app_worker(), person_is_moving() to alongside_visitor;

call shut_table('web_forms');
call shut_table('web_requests');
grant insert (agency_id, id, receipt, received_at, language, content_sealed, due_at) on web_requests to alongside_visitor;
create policy visitor_inserts on web_requests for insert to alongside_visitor
  with check (agency_id = (select app_agency()) and state = 'waiting' and takes_web_requests(agency_id));

do $$
declare
  role_name text;
  command text;
  own_agency text := 'agency_id = (select app_agency())';
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    call open_table('web_requests', 'select', role_name, own_agency);
    execute format('grant update (state, handled_by, handled_at, set_aside_reason, inquiry_id, version) on web_requests to alongside_%s', role_name);
    execute format('create policy %I on web_requests for update to alongside_%s using (%s) with check (%s)',
      role_name || '_updates', role_name, own_agency, own_agency);
  end loop;
  foreach role_name in array array['worker', 'supervisor', 'head', 'administrator', 'inspector'] loop
    call open_table('web_forms', 'select', role_name, own_agency);
  end loop;
  foreach role_name in array array['head', 'administrator'] loop
    foreach command in array array['insert', 'update'] loop
      call open_table('web_forms', command, role_name, own_agency);
    end loop;
  end loop;
end $$;
call sign_as_oneself('web_forms', '''changed_by''');
call sign_as_oneself('web_requests', '''handled_by''');

-- Handled once.
create function handled_requests_stay() returns trigger language plpgsql as $$
begin
  if old.state <> 'waiting' then
    raise exception 'request % was handled', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function handled_requests_stay() from public;
create trigger handled_requests_stay before update on web_requests for each row execute function handled_requests_stay();
