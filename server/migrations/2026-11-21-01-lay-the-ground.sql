-- Who may touch the data. The owner holds the tables and never serves a request; the application signs in as
-- alongside_app, which can read nothing until a transaction takes one of the five role names.
-- Every table: agency_id first in its key, row-level security enabled and forced, one policy per database role.

-- A function is for whom it is granted to, not for everybody.
alter default privileges revoke execute on functions from public;

create function app_agency() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.agency', true), '')::uuid $$;
create function app_worker() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.worker', true), '')::uuid $$;
-- The names under which the actor may be a reader: their own id, and the posts that come with their role.
create function app_principals() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.principals', true), '')::uuid[], '{}') $$;

-- Shuts a table: row-level security forced, the owner's own policy for migrations and definer functions.
create procedure shut_table(table_name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy owner_keeps on %I for all to alongside_owner using (true) with check (true)', table_name);
end $$;

-- Opens a table to one role, for one command, under one condition.
-- What identifies a row and who may see it (readers) is never granted for update.
create procedure open_table(table_name text, command text, role_name text, condition text) language plpgsql as $$
declare columns text;
begin
  select string_agg(quote_ident(c.column_name), ', ') into columns from information_schema.columns c
    where c.table_schema = 'public' and c.table_name = open_table.table_name
      and c.column_name not in ('agency_id', 'id', 'readers', 'created_by', 'opened_by', 'received_by', 'number');
  execute format('grant %s on %I to alongside_%s',
    case command when 'update' then 'update (' || columns || ')' else command end, table_name, role_name);
  if command = 'insert' then
    execute format('create policy %I on %I for insert to alongside_%s with check (%s)',
      role_name || '_inserts', table_name, role_name, condition);
  elsif command = 'update' then
    execute format('create policy %I on %I for update to alongside_%s using (%s) with check (%s)',
      role_name || '_updates', table_name, role_name, condition, condition);
  else
    execute format('create policy %I on %I for %s to alongside_%s using (%s)',
      role_name || '_' || command || 's', table_name, command, role_name, condition);
  end if;
end $$;

create table agencies (
  agency_id uuid primary key,
  name text not null,
  language text not null default 'zh-CN',
  -- Posts are readers that are not persons: the desk (whoever receives people today) and the head.
  desk_post uuid not null,
  head_post uuid not null,
  case_prefix text not null default '',
  service_scope text not null default '',
  service_area text not null default '',
  client_requirements text not null default '',
  demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now()
);

create table workers (
  agency_id uuid not null references agencies,
  id uuid not null,
  name text not null,
  email text not null,
  role text not null,
  level smallint not null,
  language text not null default 'zh-CN',
  supervisor_id uuid,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, supervisor_id) references workers,
  constraint workers_role_is_known check (role in ('worker', 'supervisor', 'agency-head', 'agency-administrator', 'inspector')),
  constraint workers_level_is_one_of_four check (level between 1 and 4)
);
create unique index workers_email_is_unique on workers (lower(email));

create table passwords (
  agency_id uuid not null,
  worker_id uuid not null,
  hash text not null,
  changed_at timestamptz not null default now(),
  primary key (agency_id, worker_id),
  foreign key (agency_id, worker_id) references workers
);

create table sign_ins (
  agency_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  token_hash bytea not null,
  device text not null default '',
  started_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, worker_id) references workers
);
create unique index sign_ins_token on sign_ins (token_hash);

-- Who looked and who changed. It can only grow: nobody is granted update or delete.
create table audit_log (
  agency_id uuid not null,
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  worker_id uuid not null,
  worker_role text not null,
  operation text not null,
  act text not null,
  outcome text not null,
  reason text not null default '',
  subject_kind text not null,
  subject_id uuid,
  case_id uuid,
  inquiry_id uuid,
  person_id uuid,
  listed uuid[] not null default '{}',
  request_id text not null default '',
  primary key (agency_id, id),
  constraint audit_log_act_is_known check (act in ('look', 'change', 'print')),
  constraint audit_log_outcome_is_known check (outcome in ('done', 'refused'))
);
create index audit_log_by_case on audit_log (agency_id, case_id, id desc);
create index audit_log_by_worker on audit_log (agency_id, worker_id, id desc);

-- A write that arrives twice is answered twice and done once.
create table kept_answers (
  agency_id uuid not null,
  worker_id uuid not null,
  key uuid not null,
  fingerprint text not null,
  status integer not null,
  answer jsonb not null,
  kept_at timestamptz not null default now(),
  primary key (agency_id, worker_id, key)
);

call shut_table('agencies');
call shut_table('workers');
call shut_table('passwords');
call shut_table('sign_ins');
call shut_table('audit_log');
call shut_table('kept_answers');

do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head', 'administrator', 'inspector'] loop
    call open_table('agencies', 'select', role_name, 'agency_id = (select app_agency())');
    call open_table('workers', 'select', role_name, 'agency_id = (select app_agency())');
    call open_table('audit_log', 'insert', role_name,
      'agency_id = (select app_agency()) and worker_id = (select app_worker())');
    call open_table('kept_answers', 'select', role_name,
      'agency_id = (select app_agency()) and worker_id = (select app_worker())');
    call open_table('kept_answers', 'insert', role_name,
      'agency_id = (select app_agency()) and worker_id = (select app_worker())');
  end loop;
end $$;
call open_table('audit_log', 'select', 'inspector', 'agency_id = (select app_agency())');
call open_table('agencies', 'update', 'administrator', 'agency_id = (select app_agency())');
call open_table('workers', 'insert', 'administrator', 'agency_id = (select app_agency())');
call open_table('workers', 'update', 'administrator', 'agency_id = (select app_agency())');

-- The door. Only these functions see passwords and sign-ins, and only the application's login may call them.

create function find_account(given_email text)
returns table (agency_id uuid, worker_id uuid, hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.agency_id, w.id, p.hash
  from workers w join passwords p on p.agency_id = w.agency_id and p.worker_id = w.id
  where lower(w.email) = lower(given_email) and w.active
$$;

create function start_sign_in(given_agency uuid, given_worker uuid, given_id uuid, given_hash bytea, given_device text, good_for_hours integer)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into sign_ins (agency_id, id, worker_id, token_hash, device, expires_at)
  values (given_agency, given_id, given_worker, given_hash, left(given_device, 200), now() + make_interval(hours => good_for_hours))
$$;

create function end_sign_in(given_hash bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  update sign_ins set ended_at = now() where token_hash = given_hash and ended_at is null
$$;

-- Recognises a token: idle for at most 30 minutes, never past its end (ASVS 7.3.1, 7.3.2).
create function recognise(given_hash bytea)
returns table (sign_in_id uuid, agency_id uuid, worker_id uuid, name text, role text, level smallint, language text,
               agency_name text, agency_language text, desk_post uuid, head_post uuid, demo boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sign_ins s set last_seen_at = now()
  where s.token_hash = given_hash and s.ended_at is null and s.expires_at > now()
    and s.last_seen_at < now() - interval '1 minute' and s.last_seen_at > now() - interval '30 minutes';
  return query
    select s.id, w.agency_id, w.id, w.name, w.role, w.level, w.language, a.name, a.language, a.desk_post, a.head_post, a.demo
    from sign_ins s
    join workers w on w.agency_id = s.agency_id and w.id = s.worker_id and w.active
    join agencies a on a.agency_id = w.agency_id
    where s.token_hash = given_hash and s.ended_at is null and s.expires_at > now()
      and s.last_seen_at > now() - interval '30 minutes';
end $$;

create function any_agency() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$ select exists (select 1 from agencies) $$;

-- Founds an agency with its first worker, an administrator. Later workers are that administrator's business.
create function found_agency(given_agency uuid, agency_name text, agency_language text, prefix text, is_demo boolean,
                             given_worker uuid, worker_name text, worker_email text, password_hash text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into agencies (agency_id, name, language, desk_post, head_post, case_prefix, demo)
  values (given_agency, agency_name, agency_language, gen_random_uuid(), gen_random_uuid(), prefix, is_demo);
  insert into workers (agency_id, id, name, email, role, level, language)
  values (given_agency, given_worker, worker_name, worker_email, 'agency-administrator', 2, agency_language);
  insert into passwords (agency_id, worker_id, hash) values (given_agency, given_worker, password_hash);
end $$;

-- An administrator gives a new worker a first password; the transaction's actor must be of the same agency.
create function set_first_password(given_worker uuid, password_hash text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into passwords (agency_id, worker_id, hash)
  select w.agency_id, w.id, password_hash from workers w where w.agency_id = app_agency() and w.id = given_worker;
  if not found then raise exception 'no such worker in this agency'; end if;
end $$;

revoke execute on all functions in schema public from public;
grant execute on function app_agency(), app_worker(), app_principals()
  to alongside_worker, alongside_supervisor, alongside_head, alongside_administrator, alongside_inspector;
grant execute on function find_account(text), start_sign_in(uuid, uuid, uuid, bytea, text, integer), end_sign_in(bytea),
  recognise(bytea), any_agency(), found_agency(uuid, text, text, text, boolean, uuid, text, text, text) to alongside_app;
grant execute on function set_first_password(uuid, text) to alongside_administrator;
