-- Referral, both ways (R-069 to R-078): the referrer's own record; the package, frozen as it was sent; the row that gives
-- another agency sight of it, and of nothing else; and what that agency keeps of a referral that came in.
-- The referrer's row is the truth. What a receiver may write of it goes through functions that know their steps.

create table referrals (
  agency_id uuid not null references agencies,
  id uuid not null,
  person_id uuid not null,
  case_id uuid,
  inquiry_id uuid,
  kind text not null,
  reason text not null,
  urgency text not null,
  way text not null,
  -- An agency that works here; null for whoever gets a link or a letter.
  receiver_agency_id uuid references agencies,
  receiver_kind text not null,
  receiver_name text not null,
  receiver_contact text not null default '',
  receiver_language text not null,
  service_needed text not null default '',
  summary text not null default '',
  done text not null default '',
  expectation text not null default '',
  accompaniment text,
  -- What is ticked to be shared, and which sensitive kinds are in it.
  sections text[] not null default '{}',
  sensitive_kinds text[] not null default '{}',
  reply_by date,
  state text not null default 'draft',
  moved_at timestamptz not null,
  -- What was said with the last step: why it was declined, paused, cancelled.
  state_words text not null default '',
  -- The consents that covered what was sent: when one of them is withdrawn, sight ends.
  consent_ids uuid[] not null default '{}',
  author_id uuid not null,
  created_at timestamptz not null,
  sent_by uuid,
  sent_at timestamptz,
  answered_at timestamptz,
  answered_by text not null default '',
  first_help_on date,
  outcome text not null default '',
  confirmed_by uuid,
  confirmed_at timestamptz,
  client_words text not null default '',
  silence_told_at timestamptz,
  sight_ended_at timestamptz,
  sight_ended_why text,
  version integer not null default 1,
  -- Where it belongs in a list: still written, without an answer, under way, over.
  phase text not null generated always as (
    case when state = 'draft' then 'draft' when state in ('requested', 'received') then 'awaiting'
      when state in ('accepted', 'in-progress', 'on-hold', 'completed') then 'running' else 'over' end) stored,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, author_id) references workers,
  foreign key (agency_id, sent_by) references workers,
  foreign key (agency_id, confirmed_by) references workers,
  constraint referrals_have_one_place check (num_nonnulls(case_id, inquiry_id) = 1),
  constraint referrals_state_is_known check (state in ('draft', 'requested', 'received', 'accepted', 'rejected', 'in-progress',
    'on-hold', 'completed', 'client-confirmed', 'failed', 'cancelled', 'entered-in-error')),
  constraint referrals_way_is_known check (way in ('agency', 'link', 'paper')),
  constraint referrals_to_agencies_name_one check (case when state in ('draft', 'entered-in-error')
    then way = 'agency' or receiver_agency_id is null else (way = 'agency') = (receiver_agency_id is not null) end),
  constraint referrals_go_elsewhere check (receiver_agency_id is distinct from agency_id),
  constraint referrals_are_sent_whole check (state in ('draft', 'entered-in-error')
    or (sent_by is not null and sent_at is not null and reply_by is not null and cardinality(sections) > 0
      and cardinality(consent_ids) > 0 and summary <> '' and expectation <> ''))
);
create index referrals_by_person on referrals (agency_id, person_id, created_at desc, id desc);
create index referrals_by_phase on referrals (agency_id, phase, moved_at desc, id desc);
create index referrals_by_author on referrals (agency_id, author_id, phase, moved_at desc, id desc);
create index referrals_by_reply on referrals (agency_id, phase, reply_by, id);
create index referrals_by_author_and_reply on referrals (agency_id, author_id, phase, reply_by, id);
call shut_table('referrals');
call sign_as_oneself('referrals', '''author_id'', ''sent_by'', ''confirmed_by''');

-- The package as it was sent: sealed, with the fingerprint of what is in it. It never changes.
create table referral_packages (
  agency_id uuid not null,
  referral_id uuid not null,
  contents_sealed bytea not null,
  content_hash text not null,
  frozen_at timestamptz not null,
  primary key (agency_id, referral_id),
  foreign key (agency_id, referral_id) references referrals
);
call shut_table('referral_packages');
create trigger written_once before update on referral_packages for each row execute function written_once();

-- Each step of a referral with its date (R-073); it only grows.
create table referral_moves (
  agency_id uuid not null,
  id bigint generated always as identity,
  referral_id uuid not null,
  at timestamptz not null,
  move text not null,
  state text not null,
  -- Whose step it was; a step of the receiver may be written down by the referrer's worker.
  party text not null,
  worker_id uuid,
  name text not null,
  words text not null default '',
  primary key (agency_id, id),
  foreign key (agency_id, referral_id) references referrals,
  foreign key (agency_id, worker_id) references workers,
  constraint referral_moves_party_is_known check (party in ('referrer', 'receiver'))
);
create index referral_moves_by_referral on referral_moves (agency_id, referral_id, id);
call shut_table('referral_moves');
call sign_as_oneself('referral_moves', '''worker_id''');

-- Sight of one package for one agency; nothing else gives it, and it ends by a date.
create table referral_sights (
  agency_id uuid not null references agencies,
  referral_id uuid not null,
  from_agency_id uuid not null,
  granted_at timestamptz not null,
  ended_at timestamptz,
  ended_why text,
  primary key (agency_id, referral_id),
  foreign key (from_agency_id, referral_id) references referrals (agency_id, id),
  constraint referral_sights_end_with_a_reason check ((ended_at is null) = (ended_why is null))
);
call shut_table('referral_sights');

-- What the receiving agency keeps of a referral: kept by trigger, but for the first contact that accepting made of it.
create table received_referrals (
  agency_id uuid not null references agencies,
  id uuid not null,
  from_agency_id uuid not null,
  from_agency_name text not null,
  kind text not null,
  reason text not null,
  urgency text not null,
  sent_at timestamptz not null,
  reply_by date not null,
  state text not null,
  moved_at timestamptz not null,
  state_words text not null default '',
  outcome text not null default '',
  sight_ended_at timestamptz,
  sight_ended_why text,
  inquiry_id uuid,
  taken_by uuid,
  version integer not null,
  phase text not null,
  primary key (agency_id, id),
  foreign key (from_agency_id, id) references referrals (agency_id, id),
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, taken_by) references workers,
  constraint received_referrals_are_taken_whole check ((inquiry_id is null) = (taken_by is null))
);
create index received_referrals_by_phase on received_referrals (agency_id, phase, sent_at desc, id desc);
create unique index received_referrals_by_inquiry on received_referrals (agency_id, inquiry_id) where inquiry_id is not null;
call shut_table('received_referrals');
call sign_as_oneself('received_referrals', '''taken_by''');

-- Who sees what: of a referral of one's own, whoever sees its case or first contact; of one that came in, everybody who
-- does case work until it is taken, then whoever sees the first contact it became; of a package, whoever sees its
-- referral, or whom a row of sights shows it.
do $$
declare role_name text; own text; came text; package text;
begin
  own := 'agency_id = (select app_agency()) and case when case_id is not null'
    ' then coalesce((select true from cases c where c.agency_id = referrals.agency_id and c.id = referrals.case_id), false)'
    ' else coalesce((select true from inquiries i where i.agency_id = referrals.agency_id and i.id = referrals.inquiry_id), false) end';
  came := 'agency_id = (select app_agency()) and case when inquiry_id is null then true'
    ' else coalesce((select true from inquiries i where i.agency_id = received_referrals.agency_id and i.id = received_referrals.inquiry_id), false) end';
  package := 'case when agency_id = (select app_agency())'
    ' then coalesce((select true from referrals r where r.agency_id = referral_packages.agency_id and r.id = referral_packages.referral_id), false)'
    ' else coalesce((select true from referral_sights s join received_referrals v on v.agency_id = s.agency_id and v.id = s.referral_id'
    '  where s.agency_id = (select app_agency()) and s.from_agency_id = referral_packages.agency_id'
    '  and s.referral_id = referral_packages.referral_id and s.ended_at is null), false) end';
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    call open_table('referrals', 'select', role_name, own);
    call open_table('referrals', 'insert', role_name, own || ' and author_id = (select app_worker())');
    call open_table('referrals', 'update', role_name, own);
    call open_table('referral_packages', 'select', role_name, package);
    call open_table('referral_packages', 'insert', role_name, 'agency_id = (select app_agency())'
      ' and coalesce((select r.state = ''draft'' from referrals r where r.agency_id = referral_packages.agency_id and r.id = referral_packages.referral_id), false)');
    call open_table('referral_moves', 'select', role_name, 'agency_id = (select app_agency())'
      ' and coalesce((select true from referrals r where r.agency_id = referral_moves.agency_id and r.id = referral_moves.referral_id), false)');
    call open_table('referral_moves', 'insert', role_name, 'agency_id = (select app_agency()) and worker_id = (select app_worker())'
      ' and coalesce((select true from referrals r where r.agency_id = referral_moves.agency_id and r.id = referral_moves.referral_id), false)');
    call open_table('referral_sights', 'select', role_name, 'agency_id = (select app_agency())');
    call open_table('received_referrals', 'select', role_name, came);
    call open_table('received_referrals', 'update', role_name, came);
  end loop;
end $$;
call narrow_updates('received_referrals', array['inquiry_id', 'taken_by']);
-- A generated column and who made it are nobody's to change.
do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('revoke update (person_id, case_id, author_id, created_at, phase, sight_ended_at, sight_ended_why) on referrals from alongside_%s', role_name);
  end loop;
end $$;

-- What was sent stays as it was sent; what is over stays over, but for an error that is marked as one. Sight ends with a
-- referral that comes to nothing.
create function referrals_stay() returns trigger language plpgsql as $$
declare moving text[] := array['state', 'phase', 'moved_at', 'state_words', 'answered_at', 'answered_by', 'first_help_on', 'outcome',
  'confirmed_by', 'confirmed_at', 'client_words', 'silence_told_at', 'sight_ended_at', 'sight_ended_why', 'version'];
begin
  if old.state <> 'draft' and (to_jsonb(old) - moving) is distinct from (to_jsonb(new) - moving) then
    raise exception 'referral % was sent as it is', old.id using errcode = 'restrict_violation';
  end if;
  if new.state <> old.state and (old.state = 'entered-in-error' or new.state = 'draft'
    or (old.state in ('rejected', 'client-confirmed', 'failed', 'cancelled') and new.state <> 'entered-in-error'))
  then
    raise exception 'referral % is over', old.id using errcode = 'restrict_violation';
  end if;
  if old.state <> 'draft' and new.sight_ended_at is null and new.state in ('rejected', 'cancelled', 'entered-in-error') then
    new.sight_ended_at := new.moved_at;
    new.sight_ended_why := case new.state when 'rejected' then 'declined' when 'cancelled' then 'cancelled' else 'mistake' end;
  end if;
  return new;
end $$;
revoke execute on function referrals_stay() from public;
create trigger referrals_stay before update on referrals for each row execute function referrals_stay();

-- Who is told of a referral that comes in: whoever took it; else the heads and whoever is on duty; else everybody who works with people.
create function referral_hearers(given_agency uuid, given_taker uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with answering as (
    select w.id from workers w join agencies a on a.agency_id = w.agency_id
    where w.agency_id = given_agency and w.active and (w.role = 'agency-head' or w.id = a.duty_officer_id))
  select given_taker where given_taker is not null
  union all select id from answering where given_taker is null
  union all select w.id from workers w where given_taker is null and w.agency_id = given_agency and w.active
    and w.role in ('worker', 'supervisor') and not exists (select 1 from answering)
$$;

-- What the referrer's row says reaches the receiver: the referral and the sight of its package when it is sent, every step after.
create function referrals_travel() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare taker uuid; heard text;
begin
  if new.receiver_agency_id is null then return null; end if;
  if old.state = 'draft' then
    if new.state <> 'requested' then return null; end if;
    insert into received_referrals (agency_id, id, from_agency_id, from_agency_name, kind, reason, urgency, sent_at, reply_by, state, moved_at, version, phase)
    select new.receiver_agency_id, new.id, new.agency_id, a.name, new.kind, new.reason, new.urgency, new.sent_at, new.reply_by, new.state, new.moved_at, new.version, new.phase
    from agencies a join agencies b on b.agency_id = new.receiver_agency_id and b.demo = a.demo
    where a.agency_id = new.agency_id and exists (select 1 from referral_packages p where p.agency_id = new.agency_id and p.referral_id = new.id);
    if not found then raise exception 'referral % has no package, or nobody to receive it', new.id using errcode = 'restrict_violation'; end if;
    insert into referral_sights (agency_id, referral_id, from_agency_id, granted_at)
    values (new.receiver_agency_id, new.id, new.agency_id, new.sent_at);
    heard := 'referral-received';
  else
    if new.sight_ended_at is not null then
      update referral_sights s set ended_at = new.sight_ended_at, ended_why = new.sight_ended_why
      where s.agency_id = new.receiver_agency_id and s.referral_id = new.id and s.ended_at is null;
    end if;
    update received_referrals v set state = new.state, phase = new.phase, moved_at = new.moved_at, state_words = new.state_words,
      outcome = new.outcome, sight_ended_at = new.sight_ended_at, sight_ended_why = new.sight_ended_why, version = new.version
    where v.agency_id = new.receiver_agency_id and v.id = new.id returning v.taken_by into taker;
    heard := case
      when old.sight_ended_at is null and new.sight_ended_why = 'consent-withdrawn' then 'referral-sight-ended'
      when new.state <> old.state and new.state in ('cancelled', 'entered-in-error') then 'referral-cancelled' end;
  end if;
  if heard is not null then
    insert into notices (agency_id, id, worker_id, kind, told_at)
    select new.receiver_agency_id, gen_random_uuid(), hearer, heard, new.moved_at
    from referral_hearers(new.receiver_agency_id, taker) as hearer;
  end if;
  return null;
end $$;
revoke execute on function referral_hearers(uuid, uuid), referrals_travel() from public;
create trigger referrals_travel after update on referrals for each row execute function referrals_travel();

-- A consent that is withdrawn ends the sight of whatever it covered, in that same second, and both sides are told (R-074).
-- What nobody has answered yet is over with it.
create function withdrawn_consents_end_sight() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare touched referrals; next_state text;
begin
  for touched in select * from referrals r where r.agency_id = new.agency_id and r.person_id = new.person_id
    and new.id = any(r.consent_ids) and r.state <> 'draft' and r.sight_ended_at is null for update
  loop
    next_state := case when touched.state in ('requested', 'received') then 'cancelled' else touched.state end;
    update referrals r set state = next_state, moved_at = new.withdrawn_at, sight_ended_at = new.withdrawn_at,
      sight_ended_why = 'consent-withdrawn', version = r.version + 1
    where r.agency_id = touched.agency_id and r.id = touched.id;
    insert into referral_moves (agency_id, referral_id, at, move, state, party, worker_id, name)
    select touched.agency_id, touched.id, new.withdrawn_at, 'withdraw', next_state, 'referrer', w.id, w.name
    from workers w where w.agency_id = new.agency_id and w.id = new.withdrawn_by;
    insert into timeline (agency_id, at, case_id, inquiry_id, worker_id, what, facts)
    values (touched.agency_id, new.withdrawn_at, touched.case_id, touched.inquiry_id, new.withdrawn_by, 'referral-sight-ended', '{}');
    insert into notices (agency_id, id, worker_id, kind, case_id, inquiry_id, told_at)
    values (touched.agency_id, gen_random_uuid(), touched.sent_by, 'referral-sight-ended', touched.case_id, touched.inquiry_id, new.withdrawn_at);
    if next_state = 'cancelled' then
      update tasks t set done_at = new.withdrawn_at, done_by = new.withdrawn_by
      where t.agency_id = touched.agency_id and t.subject_id = touched.id and t.done_at is null;
    end if;
  end loop;
  return null;
end $$;
revoke execute on function withdrawn_consents_end_sight() from public;
create trigger withdrawn_consents_end_sight after update of withdrawn_at on consents for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null) execute function withdrawn_consents_end_sight();

-- A step of the receiver, written into the referrer's record: the step itself, its line of the story, a word to whoever
-- sent it, and what is due next. For the functions below only. Null when somebody was quicker.
create function keep_receivers_step(given_agency uuid, given_id uuid, seen integer, given_move text, given_state text,
  given_words text, given_day date, given_name text, given_at timestamptz)
returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare was referrals; actor text := coalesce(current_setting('app.worker', true), '');
begin
  select * into was from referrals r where r.agency_id = given_agency and r.id = given_id for update;
  if was.id is null or was.version <> seen then return null; end if;
  if (was.state, given_move, given_state) not in (
    ('requested', 'receive', 'received'), ('requested', 'accept', 'accepted'), ('requested', 'reject', 'rejected'),
    ('received', 'accept', 'accepted'), ('received', 'reject', 'rejected'), ('accepted', 'begin', 'in-progress'),
    ('in-progress', 'pause', 'on-hold'), ('on-hold', 'resume', 'in-progress'), ('in-progress', 'complete', 'completed'),
    ('in-progress', 'fail', 'failed'), ('on-hold', 'fail', 'failed'))
  then
    raise exception 'no step of a receiver: % from %', given_move, was.state using errcode = 'restrict_violation';
  end if;
  update referrals r set state = given_state, moved_at = given_at, state_words = given_words, version = r.version + 1,
    answered_at = case when given_move in ('accept', 'reject') then given_at else r.answered_at end,
    answered_by = case when given_move in ('accept', 'reject') then given_name else r.answered_by end,
    first_help_on = case when given_move = 'begin' then given_day else r.first_help_on end,
    outcome = case when given_move in ('complete', 'fail') then given_words else r.outcome end
  where r.agency_id = given_agency and r.id = given_id;
  -- What follows is the referrer's own book, written by nobody of theirs: it stands under the name of whoever sent it.
  perform set_config('app.worker', '', true);
  insert into referral_moves (agency_id, referral_id, at, move, state, party, name, words)
  values (given_agency, given_id, given_at, given_move, given_state, 'receiver', given_name, given_words);
  insert into timeline (agency_id, at, case_id, inquiry_id, worker_id, what, facts)
  values (given_agency, given_at, was.case_id, was.inquiry_id, was.sent_by, 'referral-moved', jsonb_build_object('referralState', given_state));
  insert into notices (agency_id, id, worker_id, kind, case_id, inquiry_id, told_at)
  values (given_agency, gen_random_uuid(), was.sent_by, 'referral-answered', was.case_id, was.inquiry_id, given_at);
  if given_move in ('accept', 'reject') then
    update tasks t set done_at = given_at, done_by = was.sent_by
    where t.agency_id = given_agency and t.subject_id = given_id and t.kind = 'await-referral-reply' and t.done_at is null;
  elsif given_move = 'complete' then
    insert into tasks (agency_id, id, kind, case_id, inquiry_id, subject_id, owner_id, due_at, opened_at)
    values (given_agency, gen_random_uuid(), 'confirm-referral', was.case_id, was.inquiry_id, given_id, was.sent_by, given_at + interval '7 days', given_at)
    on conflict do nothing;
  end if;
  perform set_config('app.worker', actor, true);
  return was.version + 1;
end $$;

-- A step of an agency that works here: only of a referral that it received and still sees.
create function move_received_referral(given_id uuid, seen integer, given_move text, given_state text, given_words text,
  given_day date, given_at timestamptz)
returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare sender uuid; who text;
begin
  select v.from_agency_id, a.name into sender, who from received_referrals v join agencies a on a.agency_id = v.agency_id
    where v.agency_id = app_agency() and v.id = given_id
    and (v.inquiry_id is null or exists (select 1 from inquiries i where i.agency_id = v.agency_id and i.id = v.inquiry_id and i.readers && app_principals()));
  if sender is null then return null; end if;
  return keep_receivers_step(sender, given_id, seen, given_move, given_state, given_words, given_day, who, given_at);
end $$;

-- Where in the referrer's agency a received referral belongs: references only, for the line of the audit that is theirs.
create function place_of_received_referral(given_id uuid)
returns table (agency_id uuid, case_id uuid, inquiry_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select r.agency_id, r.case_id, r.inquiry_id, r.person_id
  from referral_sights s join referrals r on r.agency_id = s.from_agency_id and r.id = s.referral_id
  where s.agency_id = app_agency() and s.referral_id = given_id
$$;

-- A look at what another agency shared is on that agency's audit too: the line comes sealed, by whoever looked and of a
-- referral that was shared with their agency.
create function witness_elsewhere(given_agency uuid, given_at timestamptz, given_mac bytea, given_role text, given_operation text,
  given_act text, given_outcome text, given_reason text, given_kind text, given_subject uuid, given_case uuid,
  given_inquiry uuid, given_person uuid, given_request text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from referral_sights s join referrals r on r.agency_id = s.from_agency_id and r.id = s.referral_id
    where s.agency_id = app_agency() and s.from_agency_id = given_agency and s.referral_id = given_subject
      and r.case_id is not distinct from given_case and r.inquiry_id is not distinct from given_inquiry and r.person_id = given_person)
    or given_outcome <> 'done'
  then
    raise exception 'nothing was shared here' using errcode = 'insufficient_privilege';
  end if;
  insert into audit_log (agency_id, at, mac, worker_id, worker_role, operation, act, outcome, reason, subject_kind, subject_id,
    case_id, inquiry_id, person_id, request_id)
  values (given_agency, given_at, given_mac, app_worker(), given_role, given_operation, given_act, given_outcome, given_reason,
    given_kind, given_subject, given_case, given_inquiry, given_person, given_request);
end $$;

-- Who of another agency stands on the audit of the actor's: the agency and the name.
create function names_of_outsiders(given_ids uuid[]) returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, a.name || ' · ' || w.name from workers w join agencies a on a.agency_id = w.agency_id
  where w.id = any(given_ids) and w.agency_id <> app_agency()
    and exists (select 1 from audit_log l where l.agency_id = app_agency() and l.worker_id = w.id)
$$;

-- The agencies that work here, for whoever looks for a receiver: their names, nothing else. Demo agencies see one another only.
create function agencies_here() returns table (id uuid, name text)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.agency_id, b.name from agencies a join agencies b on b.demo = a.demo and b.agency_id <> a.agency_id
  where a.agency_id = app_agency() order by b.name, b.agency_id limit 200
$$;

revoke execute on function keep_receivers_step(uuid, uuid, integer, text, text, text, date, text, timestamptz),
  move_received_referral(uuid, integer, text, text, text, date, timestamptz), place_of_received_referral(uuid),
  witness_elsewhere(uuid, timestamptz, bytea, text, text, text, text, text, text, uuid, uuid, uuid, uuid, text),
  names_of_outsiders(uuid[]), agencies_here() from public;
grant execute on function move_received_referral(uuid, integer, text, text, text, date, timestamptz), place_of_received_referral(uuid),
  witness_elsewhere(uuid, timestamptz, bytea, text, text, text, text, text, text, uuid, uuid, uuid, uuid, text),
  agencies_here() to alongside_worker, alongside_supervisor, alongside_head;
grant execute on function names_of_outsiders(uuid[])
  to alongside_worker, alongside_supervisor, alongside_head, alongside_administrator, alongside_inspector;
