-- Partners: agencies whose own program reads and answers what was referred to them, without an account here (R-073, R-077).
-- A credential of theirs is known by its hash only, runs out, and is taken back from one second to the next. Who acts is the
-- partner; they reach the referrals that name them, as long as sight of those lasts, and nothing else.

create table partners (
  agency_id uuid not null references agencies,
  id uuid not null,
  name text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, added_by) references workers,
  constraint partners_have_a_name check (name ~ '\S')
);
create unique index partners_by_name on partners (agency_id, name);
call shut_table('partners');
call sign_as_oneself('partners', '''added_by''');

create table partner_credentials (
  agency_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  token_hash bytea not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  primary key (agency_id, id),
  foreign key (agency_id, partner_id) references partners,
  foreign key (agency_id, issued_by) references workers,
  foreign key (agency_id, ended_by) references workers,
  constraint partner_credentials_hash_is_one check (octet_length(token_hash) = 32),
  constraint partner_credentials_run_out check (expires_at > issued_at and expires_at <= issued_at + interval '400 days'),
  constraint partner_credentials_end_by_somebody check ((ended_at is null) = (ended_by is null))
);
create unique index partner_credentials_by_token on partner_credentials (token_hash);
create index partner_credentials_by_partner on partner_credentials (agency_id, partner_id, issued_at desc, id desc);
call shut_table('partner_credentials');
call sign_as_oneself('partner_credentials', '''issued_by'', ''ended_by''');

-- The administrator keeps them; a hash is nobody's to read.
call open_table('partners', 'select', 'administrator', 'agency_id = (select app_agency())');
call open_table('partners', 'insert', 'administrator', 'agency_id = (select app_agency()) and added_by = (select app_worker())');
call open_table('partner_credentials', 'select', 'administrator', 'agency_id = (select app_agency())');
call open_table('partner_credentials', 'insert', 'administrator', 'agency_id = (select app_agency()) and issued_by = (select app_worker())');
call open_table('partner_credentials', 'update', 'administrator', 'agency_id = (select app_agency())');
revoke select on partner_credentials from alongside_administrator;
grant select (agency_id, id, partner_id, issued_by, issued_at, expires_at, used_at, ended_at, ended_by)
  on partner_credentials to alongside_administrator;
revoke update on partner_credentials from alongside_administrator;
grant update (ended_at, ended_by) on partner_credentials to alongside_administrator;

create function credentials_end_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null and (new.ended_at, new.ended_by) is distinct from (old.ended_at, old.ended_by) then
    raise exception 'credential % has ended', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function credentials_end_once() from public;
create trigger credentials_end_once before update on partner_credentials for each row execute function credentials_end_once();

-- The partners that can read now, for whoever looks for a receiver: their names, nothing else.
create function partners_here(given_now timestamptz) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name from partners p where p.agency_id = app_agency() and exists (select 1 from partner_credentials c
    where c.agency_id = p.agency_id and c.partner_id = p.id and c.ended_at is null and c.expires_at > given_now)
  order by p.name, p.id limit 200
$$;

-- A referral names the partner that it goes to.
alter table referrals add column receiver_partner_id uuid;
alter table referrals add foreign key (agency_id, receiver_partner_id) references partners;
alter table referrals drop constraint referrals_way_is_known;
alter table referrals add constraint referrals_way_is_known check (way in ('agency', 'partner', 'link', 'paper'));
alter table referrals add constraint referrals_to_partners_name_one check (case when state in ('draft', 'entered-in-error')
  then way = 'partner' or receiver_partner_id is null else (way = 'partner') = (receiver_partner_id is not null) end);
create index referrals_by_partner on referrals (agency_id, receiver_partner_id, sent_at desc, id desc)
  where receiver_partner_id is not null and sight_ended_at is null;
create index referrals_by_partner_and_state on referrals (agency_id, receiver_partner_id, state, sent_at desc, id desc)
  where receiver_partner_id is not null and sight_ended_at is null;
grant update (receiver_partner_id) on referrals to alongside_worker, alongside_supervisor, alongside_head;

-- What a partner reaches: who they are is the partner itself. Where a referral belongs is known for its line of the audit.
grant execute on function app_agency(), app_worker(), app_principals() to alongside_partner;
grant select (agency_id, id, person_id, case_id, inquiry_id, kind, reason, urgency, receiver_partner_id, receiver_name, receiver_language,
  state, state_words, outcome, sent_at, moved_at, reply_by, first_help_on, sight_ended_at, version) on referrals to alongside_partner;
create policy partner_selects on referrals for select to alongside_partner
  using (agency_id = (select app_agency()) and receiver_partner_id = (select app_worker()) and sent_at is not null and sight_ended_at is null);
grant select on referral_packages to alongside_partner;
create policy partner_selects on referral_packages for select to alongside_partner
  using (agency_id = (select app_agency()) and coalesce((select true from referrals r
    where r.agency_id = referral_packages.agency_id and r.id = referral_packages.referral_id), false));
grant insert (agency_id, at, mac, worker_id, worker_role, operation, act, outcome, reason, subject_kind, subject_id,
  case_id, inquiry_id, person_id, listed, request_id) on audit_log to alongside_partner;
create policy partner_inserts on audit_log for insert to alongside_partner
  with check (agency_id = (select app_agency()) and worker_id = (select app_worker()) and worker_role = 'partner');

-- Whose credential it is; nobody's once it was taken back or has run out. That it was used is noted, to the hour.
create function recognise_partner(given_hash bytea, given_now timestamptz)
returns table (credential_id uuid, agency_id uuid, partner_id uuid, partner_name text, agency_name text, language text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update partner_credentials c set used_at = given_now where c.token_hash = given_hash and c.expires_at > given_now
    and c.ended_at is null and (c.used_at is null or c.used_at < given_now - interval '1 hour');
  return query select c.id, c.agency_id, p.id, p.name, a.name, a.language
    from partner_credentials c join partners p on p.agency_id = c.agency_id and p.id = c.partner_id
    join agencies a on a.agency_id = c.agency_id
    where c.token_hash = given_hash and c.expires_at > given_now and c.ended_at is null;
end $$;

-- Why a partner no longer sees a referral that was sent to them; null for what never was theirs.
create function partner_sight_end(given_id uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select r.sight_ended_why from referrals r where r.agency_id = app_agency() and r.id = given_id
    and r.receiver_partner_id = app_worker() and r.sent_at is not null and r.sight_ended_at is not null
$$;

-- A step of a partner: of a referral that was sent to them and that they still see.
create function move_partner_referral(given_id uuid, seen integer, given_move text, given_state text, given_words text,
  given_day date, given_at timestamptz)
returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare who text;
begin
  select p.name into who from referrals r join partners p on p.agency_id = r.agency_id and p.id = r.receiver_partner_id
    where r.agency_id = app_agency() and r.id = given_id and p.id = app_worker() and r.sent_at is not null and r.sight_ended_at is null
    and exists (select 1 from partner_credentials c where c.agency_id = p.agency_id and c.partner_id = p.id
      and c.ended_at is null and c.expires_at > given_at);
  if who is null then return null; end if;
  return keep_receivers_step(app_agency(), given_id, seen, given_move, given_state, given_words, given_day, who, given_at);
end $$;

-- Whoever stands on the audit from outside: a worker of another agency, the receiver of a link, a partner.
create or replace function names_of_outsiders(given_ids uuid[]) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, a.name || ' · ' || w.name from workers w join agencies a on a.agency_id = w.agency_id
  where w.id = any(given_ids) and w.agency_id <> app_agency()
    and exists (select 1 from audit_log l where l.agency_id = app_agency() and l.worker_id = w.id)
  union all
  select l.id, l.receiver_name from secure_links l where l.agency_id = app_agency() and l.id = any(given_ids)
  union all
  select p.id, p.name from partners p where p.agency_id = app_agency() and p.id = any(given_ids)
$$;

revoke execute on function partners_here(timestamptz), recognise_partner(bytea, timestamptz), partner_sight_end(uuid),
  move_partner_referral(uuid, integer, text, text, text, date, timestamptz) from public;
grant execute on function partners_here(timestamptz) to alongside_worker, alongside_supervisor, alongside_head;
grant execute on function recognise_partner(bytea, timestamptz) to alongside_app;
grant execute on function partner_sight_end(uuid), move_partner_referral(uuid, integer, text, text, text, date, timestamptz)
  to alongside_partner;
