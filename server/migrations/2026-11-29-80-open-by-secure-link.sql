-- Whoever has no account is let in by a secure link to one thing, and to nothing else: for now a referral's package, later
-- whatever else a client or a partner reads and answers on a phone. The token is known by its hash only; a second factor is
-- known by a blind mark; both are worth nothing once the link has ended, run out, or was guessed at too often.

create table secure_links (
  agency_id uuid not null references agencies,
  id uuid not null,
  -- What it lets one do, and with which record.
  purpose text not null,
  subject_id uuid not null,
  person_id uuid not null,
  case_id uuid,
  inquiry_id uuid,
  receiver_name text not null,
  language text not null,
  token_hash bytea not null,
  factor text not null,
  factor_mark text not null,
  wrong_answers integer not null default 0,
  issued_by uuid not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  opened_at timestamptz,
  ended_at timestamptz,
  ended_why text,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, issued_by) references workers,
  constraint secure_links_purpose_is_known check (purpose in ('referral')),
  constraint secure_links_factor_is_known check (factor in ('phone-tail', 'code')),
  constraint secure_links_hash_is_one check (octet_length(token_hash) = 32),
  constraint secure_links_run_out check (expires_at > issued_at),
  constraint secure_links_end_with_a_reason check ((ended_at is null) = (ended_why is null))
);
create unique index secure_links_by_token on secure_links (token_hash);
create index secure_links_by_subject on secure_links (agency_id, subject_id, issued_at desc);
call shut_table('secure_links');
call sign_as_oneself('secure_links', '''issued_by''');

-- Who has opened a link is let in for a while, by a token of its own. Only the functions below read it.
create table link_openings (
  agency_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  token_hash bytea not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, link_id) references secure_links
);
create unique index link_openings_by_token on link_openings (token_hash);
call shut_table('link_openings');

-- Whoever sees the case or the first contact sees that there is a link, and ends it; hash and mark are nobody's to read.
do $$
declare role_name text; sees text;
begin
  sees := 'agency_id = (select app_agency()) and case when case_id is not null'
    ' then coalesce((select true from cases c where c.agency_id = secure_links.agency_id and c.id = secure_links.case_id), false)'
    ' when inquiry_id is not null'
    ' then coalesce((select true from inquiries i where i.agency_id = secure_links.agency_id and i.id = secure_links.inquiry_id), false)'
    ' else coalesce((select true from people p where p.agency_id = secure_links.agency_id and p.id = secure_links.person_id), false) end';
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    call open_table('secure_links', 'select', role_name, sees);
    call open_table('secure_links', 'insert', role_name, sees || ' and issued_by = (select app_worker())');
    call open_table('secure_links', 'update', role_name, sees);
    execute format('revoke select on secure_links from alongside_%s', role_name);
    execute format('grant select (agency_id, id, purpose, subject_id, person_id, case_id, inquiry_id, receiver_name, language, factor,'
      ' wrong_answers, issued_by, issued_at, expires_at, opened_at, ended_at, ended_why) on secure_links to alongside_%s', role_name);
  end loop;
end $$;
call narrow_updates('secure_links', array['ended_at', 'ended_why']);

create function links_end_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null and (new.ended_at, new.ended_why) is distinct from (old.ended_at, old.ended_why) then
    raise exception 'link % has ended', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function links_end_once() from public;
create trigger links_end_once before update on secure_links for each row execute function links_end_once();

-- The receiver of a link: who they are is the link itself, and they reach what it names.
grant select (agency_id, id, purpose, subject_id, person_id, case_id, inquiry_id, receiver_name, language, expires_at, ended_at)
  on secure_links to alongside_link_receiver;
create policy link_receiver_selects on secure_links for select to alongside_link_receiver
  using (agency_id = (select app_agency()) and id = (select app_worker()) and ended_at is null);

grant select (agency_id, id, kind, reason, urgency, state, state_words, outcome, sent_at, moved_at, reply_by, first_help_on, version)
  on referrals to alongside_link_receiver;
create policy link_receiver_selects on referrals for select to alongside_link_receiver
  using (agency_id = (select app_agency()) and coalesce((select true from secure_links l
    where l.agency_id = referrals.agency_id and l.purpose = 'referral' and l.subject_id = referrals.id), false));
grant select on referral_packages to alongside_link_receiver;
create policy link_receiver_selects on referral_packages for select to alongside_link_receiver
  using (agency_id = (select app_agency()) and coalesce((select true from secure_links l
    where l.agency_id = referral_packages.agency_id and l.purpose = 'referral' and l.subject_id = referral_packages.referral_id), false));
create policy link_receiver_inserts on audit_log for insert to alongside_link_receiver
  with check (agency_id = (select app_agency()) and worker_id = (select app_worker()) and worker_role = 'link-receiver');
grant insert (agency_id, at, mac, worker_id, worker_role, operation, act, outcome, reason, subject_kind, subject_id,
  case_id, inquiry_id, person_id, listed, request_id) on audit_log to alongside_link_receiver;
grant execute on function app_agency(), app_worker(), app_principals() to alongside_link_receiver;

-- When sight of a referral ends, so do its links.
create function referrals_end_their_links() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update secure_links l set ended_at = new.sight_ended_at, ended_why = new.sight_ended_why
  where l.agency_id = new.agency_id and l.purpose = 'referral' and l.subject_id = new.id and l.ended_at is null;
  return null;
end $$;
revoke execute on function referrals_end_their_links() from public;
create trigger referrals_end_their_links after update on referrals for each row
  when (old.sight_ended_at is null and new.sight_ended_at is not null) execute function referrals_end_their_links();

-- Why a link that has ended may be told to whoever knows its answer: what was shared is no longer seen. That it was taken
-- back, replaced or guessed at is told to nobody.
create function told_end(link_end text) returns boolean language sql immutable as $$
  select coalesce(link_end in ('consent-withdrawn', 'declined', 'cancelled', 'mistake'), false)
$$;

-- The door. Whether there is such a link, nobody learns from it: the program answers the same whatever is wrong.
create function find_link(given_hash bytea, given_now timestamptz) returns table (agency_id uuid, id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.agency_id, l.id from secure_links l
  where l.token_hash = given_hash and l.expires_at > given_now and (l.ended_at is null or told_end(l.ended_why))
$$;

-- Opens a link with the right answer, for half an hour: says so, or why what was shared is no longer seen, or nothing at
-- all. A wrong answer is counted; the fifth in all ends the link for good, and whoever issued it is told.
create function open_link(given_agency uuid, given_id uuid, given_mark text, given_opening uuid, given_hash bytea, given_now timestamptz)
returns text language plpgsql security definer set search_path = public, pg_temp as $$
declare link secure_links;
begin
  select * into link from secure_links l where l.agency_id = given_agency and l.id = given_id
    and l.expires_at > given_now and l.wrong_answers < 5 and (l.ended_at is null or told_end(l.ended_why)) for update;
  if link.id is null then return null; end if;
  if link.factor_mark = given_mark then
    if link.ended_at is not null then return link.ended_why; end if;
    insert into link_openings (agency_id, id, link_id, token_hash, opened_at, expires_at)
    values (link.agency_id, given_opening, link.id, given_hash, given_now, given_now + interval '30 minutes');
    update secure_links l set opened_at = coalesce(l.opened_at, given_now) where l.agency_id = link.agency_id and l.id = link.id;
    return 'opened';
  end if;
  update secure_links l set wrong_answers = l.wrong_answers + 1,
    ended_at = case when l.ended_at is null and l.wrong_answers >= 4 then given_now else l.ended_at end,
    ended_why = case when l.ended_at is null and l.wrong_answers >= 4 then 'guessed' else l.ended_why end
  where l.agency_id = link.agency_id and l.id = link.id;
  if link.ended_at is null and link.wrong_answers >= 4 then
    insert into notices (agency_id, id, worker_id, kind, case_id, inquiry_id, told_at)
    values (link.agency_id, gen_random_uuid(), link.issued_by, 'link-guessed', link.case_id, link.inquiry_id, given_now);
  end if;
  return null;
end $$;

-- Who has opened a link, by the token of the opening; nobody once either has run out or the link was ended by hand. Where
-- sight of what was shared has ended, that and why is all there is to tell.
create function recognise_link(given_hash bytea, given_now timestamptz)
returns table (opening_id uuid, agency_id uuid, link_id uuid, purpose text, subject_id uuid, person_id uuid, case_id uuid, inquiry_id uuid,
  receiver_name text, language text, agency_name text, ended_why text)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, l.agency_id, l.id, l.purpose, l.subject_id, l.person_id, l.case_id, l.inquiry_id, l.receiver_name, l.language, a.name, l.ended_why
  from link_openings o join secure_links l on l.agency_id = o.agency_id and l.id = o.link_id
  join agencies a on a.agency_id = l.agency_id
  where o.token_hash = given_hash and o.expires_at > given_now and l.expires_at > given_now and (l.ended_at is null or told_end(l.ended_why))
$$;

-- A step of whoever opened the link of a referral.
create function move_linked_referral(seen integer, given_move text, given_state text, given_words text, given_day date, given_at timestamptz)
returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare link secure_links;
begin
  select * into link from secure_links l where l.agency_id = app_agency() and l.id = app_worker() and l.purpose = 'referral'
    and l.ended_at is null and l.expires_at > given_at for share;
  if link.id is null then return null; end if;
  return keep_receivers_step(link.agency_id, link.subject_id, seen, given_move, given_state, given_words, given_day, link.receiver_name, given_at);
end $$;

-- Whoever stands on the audit from outside: a worker of another agency, or the receiver of a link of one's own.
create or replace function names_of_outsiders(given_ids uuid[]) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, a.name || ' · ' || w.name from workers w join agencies a on a.agency_id = w.agency_id
  where w.id = any(given_ids) and w.agency_id <> app_agency()
    and exists (select 1 from audit_log l where l.agency_id = app_agency() and l.worker_id = w.id)
  union all
  select l.id, l.receiver_name from secure_links l where l.agency_id = app_agency() and l.id = any(given_ids)
$$;

revoke execute on function told_end(text), find_link(bytea, timestamptz), open_link(uuid, uuid, text, uuid, bytea, timestamptz),
  recognise_link(bytea, timestamptz), move_linked_referral(integer, text, text, text, date, timestamptz) from public;
grant execute on function find_link(bytea, timestamptz), open_link(uuid, uuid, text, uuid, bytea, timestamptz),
  recognise_link(bytea, timestamptz) to alongside_app;
grant execute on function move_linked_referral(integer, text, text, text, date, timestamptz) to alongside_link_receiver;
