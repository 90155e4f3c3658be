-- Signing in: a second factor, recovery codes, steps between password and sign-in, resets, and how often one may guess.
-- No acting role reads these tables; only the functions below do, each for the worker it is called for.

alter table agencies add second_factor_for text not null default 'everybody'
  constraint agencies_second_factor_for_is_known check (second_factor_for in ('nobody', 'leaders', 'everybody'));
update agencies set second_factor_for = 'nobody' where demo;
grant update (second_factor_for) on agencies to alongside_administrator;

-- A first password somebody else chose is good for choosing one's own, and for nothing else.
alter table passwords add temporary boolean not null default false;
-- Until when this sign-in counts as proved just now.
alter table sign_ins add fresh_until timestamptz;
create index sign_ins_by_worker on sign_ins (agency_id, worker_id) where ended_at is null;

create table second_factors (
  agency_id uuid not null,
  worker_id uuid not null,
  -- Encrypted with a key that is not in the database.
  secret bytea not null,
  -- The last thirty-second step whose code was used; a step is used once.
  last_step bigint not null,
  since timestamptz not null default now(),
  primary key (agency_id, worker_id),
  foreign key (agency_id, worker_id) references workers
);

create table factor_enrolments (
  agency_id uuid not null,
  worker_id uuid not null,
  secret bytea not null,
  expires_at timestamptz not null,
  primary key (agency_id, worker_id),
  foreign key (agency_id, worker_id) references workers
);

create table recovery_codes (
  agency_id uuid not null,
  worker_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (agency_id, worker_id, code_hash),
  foreign key (agency_id, worker_id) references workers
);

create table pending_sign_ins (
  agency_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  token_hash bytea not null,
  step text not null,
  device text not null default '',
  tries smallint not null default 0,
  started_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, worker_id) references workers,
  constraint pending_sign_ins_step_is_known check (step in ('own-password', 'code', 'enrolment'))
);
create unique index pending_sign_ins_token on pending_sign_ins (token_hash);
create index pending_sign_ins_by_worker on pending_sign_ins (agency_id, worker_id);

create table resets (
  agency_id uuid not null,
  id uuid not null,
  worker_id uuid not null,
  token_hash bytea not null,
  with_factor boolean not null,
  started_by uuid not null,
  started_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, worker_id) references workers,
  foreign key (agency_id, started_by) references workers
);
create unique index resets_token on resets (token_hash);
create index resets_by_worker on resets (agency_id, worker_id);

-- How often somebody guessed. It is counted before anybody knows whose account it is, the same for addresses that nobody
-- has; so the agency is always the nil one, and the account a keyed fingerprint.
create table guesses (
  agency_id uuid not null,
  account bytea not null,
  bucket text not null,
  count integer not null,
  last_at timestamptz not null,
  open_at timestamptz not null,
  primary key (agency_id, account, bucket)
);
create index guesses_by_time on guesses (last_at);

call shut_table('second_factors');
call shut_table('factor_enrolments');
call shut_table('recovery_codes');
call shut_table('pending_sign_ins');
call shut_table('resets');
call shut_table('guesses');

-- Whoever has entered as a worker reaches their own account only; the door, where nobody has entered, any.
create function own_account_only(given_agency uuid, given_worker uuid) returns void
language plpgsql stable set search_path = public, pg_temp as $$
begin
  if app_worker() is not null and (given_agency, given_worker) is distinct from (app_agency(), app_worker()) then
    raise exception 'not their own account' using errcode = '42501';
  end if;
end $$;

-- Password ------------------------------------------------------------------------------------------------------

drop function find_account(text);
create function find_account(given_email text)
returns table (agency_id uuid, worker_id uuid, hash text, temporary boolean, role text, name text, email text, agency_name text,
               second_factor_for text, has_factor boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.agency_id, w.id, p.hash, p.temporary, w.role, w.name, w.email, a.name, a.second_factor_for, f.worker_id is not null
  from workers w
  join passwords p on p.agency_id = w.agency_id and p.worker_id = w.id
  join agencies a on a.agency_id = w.agency_id
  left join second_factors f on f.agency_id = w.agency_id and f.worker_id = w.id
  where lower(w.email) = lower(given_email) and w.active
$$;

create function account_of(given_agency uuid, given_worker uuid)
returns table (agency_id uuid, worker_id uuid, hash text, temporary boolean, role text, name text, email text, agency_name text,
               second_factor_for text, has_factor boolean, factor_since timestamptz, codes_left integer, password_since timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform own_account_only(given_agency, given_worker);
  return query
    select w.agency_id, w.id, p.hash, coalesce(p.temporary, false), w.role, w.name, w.email, a.name, a.second_factor_for,
      f.worker_id is not null, f.since,
      (select count(*)::integer from recovery_codes c
        where c.agency_id = w.agency_id and c.worker_id = w.id and c.used_at is null and f.worker_id is not null),
      p.changed_at
    from workers w
    join agencies a on a.agency_id = w.agency_id
    left join passwords p on p.agency_id = w.agency_id and p.worker_id = w.id
    left join second_factors f on f.agency_id = w.agency_id and f.worker_id = w.id
    where w.agency_id = given_agency and w.id = given_worker and w.active;
end $$;

create function set_own_password(given_agency uuid, given_worker uuid, password_hash text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform own_account_only(given_agency, given_worker);
  update passwords p set hash = password_hash, temporary = false, changed_at = now()
  where p.agency_id = given_agency and p.worker_id = given_worker;
end $$;

create or replace function set_first_password(given_worker uuid, password_hash text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into passwords (agency_id, worker_id, hash, temporary)
  select w.agency_id, w.id, password_hash, true from workers w where w.agency_id = app_agency() and w.id = given_worker;
  if not found then raise exception 'no such worker in this agency'; end if;
end $$;

create or replace function set_demo_passwords(password_hash text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into passwords (agency_id, worker_id, hash)
  select w.agency_id, w.id, password_hash from workers w join agencies a on a.agency_id = w.agency_id and a.demo
  on conflict (agency_id, worker_id) do update set hash = excluded.hash, temporary = false, changed_at = now()
$$;

-- The demo asks for one step; whoever founds an agency in earnest begins with two.
create or replace function found_agency(given_agency uuid, agency_name text, agency_language text, prefix text, is_demo boolean,
                             given_worker uuid, worker_name text, worker_email text, password_hash text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into agencies (agency_id, name, language, desk_post, head_post, case_prefix, demo, second_factor_for)
  values (given_agency, agency_name, agency_language, gen_random_uuid(), gen_random_uuid(), prefix, is_demo,
    case when is_demo then 'nobody' else 'everybody' end);
  insert into workers (agency_id, id, name, email, role, level, language)
  values (given_agency, given_worker, worker_name, worker_email, 'agency-administrator', 2, agency_language);
  insert into passwords (agency_id, worker_id, hash) values (given_agency, given_worker, password_hash);
end $$;

-- Between password and sign-in -------------------------------------------------------------------------------------

create function begin_pending_sign_in(given_agency uuid, given_worker uuid, given_id uuid, given_hash bytea, given_step text,
                                      given_device text, good_for_minutes integer) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from pending_sign_ins where expires_at < now() - interval '1 day';
  insert into pending_sign_ins (agency_id, id, worker_id, token_hash, step, device, expires_at)
  values (given_agency, given_id, given_worker, given_hash, given_step, left(given_device, 200),
    now() + make_interval(mins => good_for_minutes))
$$;

-- Five tries, then the password has to be given again.
create function try_pending_sign_in(given_hash bytea, given_step text)
returns table (agency_id uuid, worker_id uuid, device text)
language sql security definer set search_path = public, pg_temp as $$
  update pending_sign_ins p set tries = tries + 1
  where p.token_hash = given_hash and p.step = given_step and p.ended_at is null and p.expires_at > now() and p.tries < 5
  returning p.agency_id, p.worker_id, p.device
$$;

-- Whoever comes second with the same token comes too late.
create function end_pending_sign_in(given_hash bytea, given_step text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update pending_sign_ins p set ended_at = now()
  where p.token_hash = given_hash and p.step = given_step and p.ended_at is null and p.expires_at > now();
  return found;
end $$;

-- Second factor ----------------------------------------------------------------------------------------------------

create function factor_of(given_agency uuid, given_worker uuid) returns bytea
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform own_account_only(given_agency, given_worker);
  return (select f.secret from second_factors f where f.agency_id = given_agency and f.worker_id = given_worker);
end $$;

create function use_factor_step(given_agency uuid, given_worker uuid, given_step bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare used bigint;
begin
  perform own_account_only(given_agency, given_worker);
  update second_factors f set last_step = given_step
  where f.agency_id = given_agency and f.worker_id = given_worker and f.last_step < given_step
  returning f.last_step into used;
  return used is not null;
end $$;

create function use_recovery_code(given_agency uuid, given_worker uuid, code_hashes bytea[]) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare used bytea;
begin
  perform own_account_only(given_agency, given_worker);
  update recovery_codes c set used_at = now()
  where c.agency_id = given_agency and c.worker_id = given_worker and c.code_hash = any(code_hashes) and c.used_at is null
  returning c.code_hash into used;
  return used is not null;
end $$;

create function keep_enrolment(given_agency uuid, given_worker uuid, given_secret bytea, good_for_minutes integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform own_account_only(given_agency, given_worker);
  insert into factor_enrolments (agency_id, worker_id, secret, expires_at)
  values (given_agency, given_worker, given_secret, now() + make_interval(mins => good_for_minutes))
  on conflict (agency_id, worker_id) do update set secret = excluded.secret, expires_at = excluded.expires_at;
end $$;

create function enrolment_of(given_agency uuid, given_worker uuid) returns bytea
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform own_account_only(given_agency, given_worker);
  return (select e.secret from factor_enrolments e
    where e.agency_id = given_agency and e.worker_id = given_worker and e.expires_at > now());
end $$;

create function keep_recovery_codes(given_agency uuid, given_worker uuid, code_hashes bytea[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform own_account_only(given_agency, given_worker);
  delete from recovery_codes c where c.agency_id = given_agency and c.worker_id = given_worker;
  insert into recovery_codes (agency_id, worker_id, code_hash)
  select given_agency, given_worker, code from unnest(code_hashes) as code;
end $$;

-- The enrolment becomes the factor; its code was shown to be known, at this step. Twice it does not.
create function confirm_enrolment(given_agency uuid, given_worker uuid, given_secret bytea, given_step bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform own_account_only(given_agency, given_worker);
  delete from factor_enrolments e
  where e.agency_id = given_agency and e.worker_id = given_worker and e.secret = given_secret and e.expires_at > now();
  if not found then return false; end if;
  insert into second_factors (agency_id, worker_id, secret, last_step) values (given_agency, given_worker, given_secret, given_step)
  on conflict (agency_id, worker_id) do update set secret = excluded.secret, last_step = excluded.last_step, since = now();
  return true;
end $$;

create function remove_factor(given_agency uuid, given_worker uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform own_account_only(given_agency, given_worker);
  delete from second_factors f where f.agency_id = given_agency and f.worker_id = given_worker;
  delete from factor_enrolments e where e.agency_id = given_agency and e.worker_id = given_worker;
  delete from recovery_codes c where c.agency_id = given_agency and c.worker_id = given_worker;
end $$;

-- Whether anything lies in the database that only the key file opens.
create function any_factor() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$ select exists (select 1 from second_factors) $$;

-- Sign-ins ---------------------------------------------------------------------------------------------------------

drop function start_sign_in(uuid, uuid, uuid, bytea, text, integer);
create function start_sign_in(given_agency uuid, given_worker uuid, given_id uuid, given_hash bytea, given_device text,
                              good_for_hours integer, fresh_for_minutes integer)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into sign_ins (agency_id, id, worker_id, token_hash, device, expires_at, fresh_until)
  values (given_agency, given_id, given_worker, given_hash, left(given_device, 200), now() + make_interval(hours => good_for_hours),
    now() + make_interval(mins => fresh_for_minutes))
$$;

drop function recognise(bytea);
create function recognise(given_hash bytea)
returns table (sign_in_id uuid, agency_id uuid, worker_id uuid, name text, role text, level smallint, language text,
               agency_name text, agency_language text, desk_post uuid, head_post uuid, demo boolean, fresh boolean)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sign_ins s set last_seen_at = now()
  where s.token_hash = given_hash and s.ended_at is null and s.expires_at > now()
    and s.last_seen_at < now() - interval '1 minute' and s.last_seen_at > now() - interval '30 minutes';
  return query
    select s.id, w.agency_id, w.id, w.name, w.role, w.level, w.language, a.name, a.language, a.desk_post, a.head_post, a.demo,
      coalesce(s.fresh_until > now(), false)
    from sign_ins s
    join workers w on w.agency_id = s.agency_id and w.id = s.worker_id and w.active
    join agencies a on a.agency_id = w.agency_id
    where s.token_hash = given_hash and s.ended_at is null and s.expires_at > now()
      and s.last_seen_at > now() - interval '30 minutes';
end $$;

-- One's own sign-ins that still open something.
create function my_sign_ins()
returns table (id uuid, device text, started_at timestamptz, last_seen_at timestamptz, fresh_until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.device, s.started_at, s.last_seen_at, s.fresh_until from sign_ins s
  where s.agency_id = app_agency() and s.worker_id = app_worker() and s.ended_at is null and s.expires_at > now()
    and s.last_seen_at > now() - interval '30 minutes'
  order by s.last_seen_at desc, s.id
$$;

create function end_my_sign_in(given_id uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update sign_ins s set ended_at = now()
  where s.agency_id = app_agency() and s.worker_id = app_worker() and s.id = given_id and s.ended_at is null and s.expires_at > now();
  return found;
end $$;

-- Ends every sign-in of an account, and what is on its way to one; all but the one that asks for it.
create function end_other_sign_ins(given_agency uuid, given_worker uuid, but_id uuid) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare ended integer;
begin
  perform own_account_only(given_agency, given_worker);
  update pending_sign_ins p set ended_at = now()
  where p.agency_id = given_agency and p.worker_id = given_worker and p.ended_at is null;
  update sign_ins s set ended_at = now()
  where s.agency_id = given_agency and s.worker_id = given_worker and s.ended_at is null and s.id is distinct from but_id;
  get diagnostics ended = row_count;
  return ended;
end $$;

-- The same sign-in under a new token: whoever has the old one has nothing.
create function renew_my_sign_in(given_id uuid, given_hash bytea, fresh_for_minutes integer) returns timestamptz
language sql security definer set search_path = public, pg_temp as $$
  update sign_ins s set token_hash = given_hash, fresh_until = now() + make_interval(mins => fresh_for_minutes)
  where s.agency_id = app_agency() and s.worker_id = app_worker() and s.id = given_id and s.ended_at is null
  returning s.fresh_until
$$;

create function end_sign_ins_of(given_worker uuid) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare ended integer;
begin
  update pending_sign_ins p set ended_at = now()
  where p.agency_id = app_agency() and p.worker_id = given_worker and p.ended_at is null;
  update sign_ins s set ended_at = now()
  where s.agency_id = app_agency() and s.worker_id = given_worker and s.ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end $$;

-- Resets -----------------------------------------------------------------------------------------------------------

create function start_reset(given_worker uuid, given_id uuid, given_hash bytea, and_factor boolean, good_for_minutes integer)
returns timestamptz language plpgsql security definer set search_path = public, pg_temp as $$
declare until timestamptz;
begin
  update resets r set ended_at = now()
  where r.agency_id = app_agency() and r.worker_id = given_worker and r.ended_at is null;
  insert into resets (agency_id, id, worker_id, token_hash, with_factor, started_by, expires_at)
  select w.agency_id, given_id, w.id, given_hash, and_factor, app_worker(), now() + make_interval(mins => good_for_minutes)
  from workers w where w.agency_id = app_agency() and w.id = given_worker and w.active
  returning expires_at into until;
  return until;
end $$;

create function find_reset(given_hash bytea)
returns table (agency_id uuid, worker_id uuid, name text, email text, agency_name text, with_factor boolean, has_factor boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.agency_id, w.id, w.name, w.email, a.name, r.with_factor, f.worker_id is not null
  from resets r
  join workers w on w.agency_id = r.agency_id and w.id = r.worker_id and w.active
  join agencies a on a.agency_id = w.agency_id
  left join second_factors f on f.agency_id = w.agency_id and f.worker_id = w.id
  where r.token_hash = given_hash and r.ended_at is null and r.expires_at > now()
$$;

-- Used once: the password is their own from now on, and whoever was signed in on the account no longer is.
create function use_reset(given_hash bytea, password_hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare used resets;
begin
  update resets r set ended_at = now()
  where r.token_hash = given_hash and r.ended_at is null and r.expires_at > now()
  returning r.* into used;
  if not found then return false; end if;
  insert into passwords (agency_id, worker_id, hash) values (used.agency_id, used.worker_id, password_hash)
  on conflict (agency_id, worker_id) do update set hash = excluded.hash, temporary = false, changed_at = now();
  if used.with_factor then perform remove_factor(used.agency_id, used.worker_id); end if;
  perform end_other_sign_ins(used.agency_id, used.worker_id, null);
  return true;
end $$;

-- Guesses ----------------------------------------------------------------------------------------------------------

-- Counts a guess before it is tried, so that many at once are not more than one after the other.
-- Answers 0 when it may be tried, otherwise how many seconds to wait. Twelve quiet hours, and the count begins again.
create function take_guess(given_account bytea, given_bucket text, delays integer[]) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare seconds integer;
begin
  insert into guesses as g (agency_id, account, bucket, count, last_at, open_at)
  values ('00000000-0000-0000-0000-000000000000', given_account, given_bucket, 1, now(), now() + make_interval(secs => delays[1]))
  on conflict (agency_id, account, bucket) do update set
    count = case when g.last_at < now() - interval '12 hours' then 1 else g.count + 1 end,
    last_at = now(),
    open_at = now() + make_interval(secs => delays[case when g.last_at < now() - interval '12 hours' then 1
      else least(g.count + 1, cardinality(delays)) end])
  where g.open_at <= now();
  if found then return 0; end if;
  select ceil(extract(epoch from g.open_at - now()))::integer into seconds from guesses g
  where g.account = given_account and g.bucket = given_bucket and g.agency_id = '00000000-0000-0000-0000-000000000000';
  return greatest(coalesce(seconds, 1), 1);
end $$;

create function forget_guesses(given_account bytea, given_bucket text) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from guesses g where g.account = given_account and g.bucket = given_bucket;
  delete from guesses g where g.last_at < now() - interval '1 day'
$$;

-- Who may call what ------------------------------------------------------------------------------------------------

revoke execute on all functions in schema public from public;
grant execute on function find_account(text), begin_pending_sign_in(uuid, uuid, uuid, bytea, text, text, integer),
  try_pending_sign_in(bytea, text), end_pending_sign_in(bytea, text), recognise(bytea),
  start_sign_in(uuid, uuid, uuid, bytea, text, integer, integer), find_reset(bytea), use_reset(bytea, text), any_factor()
  to alongside_app;
-- At the door, and by whoever has entered for themselves.
grant execute on function account_of(uuid, uuid), set_own_password(uuid, uuid, text), factor_of(uuid, uuid),
  use_factor_step(uuid, uuid, bigint), use_recovery_code(uuid, uuid, bytea[]), keep_enrolment(uuid, uuid, bytea, integer),
  enrolment_of(uuid, uuid), keep_recovery_codes(uuid, uuid, bytea[]), confirm_enrolment(uuid, uuid, bytea, bigint),
  end_other_sign_ins(uuid, uuid, uuid), take_guess(bytea, text, integer[]), forget_guesses(bytea, text)
  to alongside_app, alongside_worker, alongside_supervisor, alongside_head, alongside_administrator, alongside_inspector;
grant execute on function remove_factor(uuid, uuid), my_sign_ins(), end_my_sign_in(uuid), renew_my_sign_in(uuid, bytea, integer)
  to alongside_worker, alongside_supervisor, alongside_head, alongside_administrator, alongside_inspector;
grant execute on function end_sign_ins_of(uuid), start_reset(uuid, uuid, bytea, boolean, integer) to alongside_administrator;
