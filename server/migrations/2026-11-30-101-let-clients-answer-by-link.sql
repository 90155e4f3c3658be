-- A client, or a guardian, answers on a phone of their own: confirms an assessment, fills in a scale or a questionnaire. A link
-- has a purpose, and what it shows was laid down for it alone when it was issued: its receiver reaches that sheet and nothing
-- else of the case. What they answer is sealed, and is taken into the case by the worker who issued the link.

alter table secure_links drop constraint secure_links_purpose_is_known;
alter table secure_links
  -- Which client or guardian it goes to; the receiver of a referral is no person here.
  add column receiver_id uuid,
  -- Of several that a case may give: which instrument or questionnaire; no word of a person.
  add column about text not null default '',
  add constraint secure_links_receiver foreign key (agency_id, receiver_id) references people,
  add constraint secure_links_purpose_is_known check (purpose in ('referral', 'confirmation', 'scale', 'questionnaire')),
  add constraint secure_links_to_clients_are_of_a_case
    check ((purpose = 'referral') = (receiver_id is null) and (purpose = 'referral' or case_id is not null));
create index secure_links_of_case on secure_links (agency_id, case_id, purpose, issued_at desc, id desc) where purpose <> 'referral';
create index secure_links_by_receiver on secure_links (agency_id, receiver_id) where receiver_id is not null;
do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('grant select (receiver_id, about) on secure_links to alongside_%s', role_name);
  end loop;
end $$;

-- What a link shows, as it was when the link was issued.
create table link_papers (
  agency_id uuid not null references agencies,
  link_id uuid not null,
  contents_sealed bytea not null,
  primary key (agency_id, link_id),
  constraint link_papers_link foreign key (agency_id, link_id) references secure_links
);
call shut_table('link_papers');
create trigger written_once before update on link_papers for each row execute function written_once();

-- What was answered by it, once; and when it was taken into the case.
create table link_answers (
  agency_id uuid not null references agencies,
  link_id uuid not null,
  answer_sealed bytea not null,
  given_at timestamptz not null,
  taken_at timestamptz,
  primary key (agency_id, link_id),
  constraint link_answers_link foreign key (agency_id, link_id) references secure_links
);
call shut_table('link_answers');
create function link_answers_stay() returns trigger language plpgsql as $$
begin
  if old.taken_at is not null or to_jsonb(new) - 'taken_at' is distinct from to_jsonb(old) - 'taken_at' then
    raise exception 'an answer is only taken, and once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function link_answers_stay() from public;
create trigger link_answers_stay before update on link_answers for each row execute function link_answers_stay();

do $$
declare role_name text; sees text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    sees := 'agency_id = (select app_agency()) and coalesce((select true from secure_links l where l.agency_id = %1$s.agency_id and l.id = %1$s.link_id), false)';
    -- Whoever issues a link lays its sheet down; nobody of the agency reads it there again.
    execute format('grant insert on link_papers to alongside_%s', role_name);
    execute format('create policy %I on link_papers for insert to alongside_%s with check (%s)', role_name || '_inserts', role_name, format(sees, 'link_papers'));
    call open_table('link_answers', 'select', role_name, format(sees, 'link_answers'));
    call open_table('link_answers', 'update', role_name, format(sees, 'link_answers'));
  end loop;
end $$;
call narrow_updates('link_answers', array['taken_at']);

-- The receiver reads the sheet of their own link while it opens, and no other row.
grant select on link_papers to alongside_link_receiver;
create policy link_receiver_selects on link_papers for select to alongside_link_receiver
  using (agency_id = (select app_agency()) and link_id = (select app_worker()) and coalesce((select true from secure_links l
    where l.agency_id = link_papers.agency_id and l.id = link_papers.link_id), false));

-- Keeps the answer, ends the link, and asks for the answer to be taken in as whoever issued it: all or nothing.
create function keep_link_answer(given_sealed bytea, given_at timestamptz) returns boolean
language plpgsql security definer set search_path = public, graphile_worker, pg_temp as $$
declare link secure_links;
begin
  select * into link from secure_links l where l.agency_id = app_agency() and l.id = app_worker() and l.purpose <> 'referral'
    and l.ended_at is null and l.expires_at > keep_link_answer.given_at for update;
  if link.id is null then return false; end if;
  insert into link_answers (agency_id, link_id, answer_sealed, given_at)
  values (link.agency_id, link.id, given_sealed, keep_link_answer.given_at);
  update secure_links l set ended_at = keep_link_answer.given_at, ended_why = 'answered'
  where l.agency_id = link.agency_id and l.id = link.id;
  perform graphile_worker.add_job('take-link-answer', json_build_object(
    'agencyId', link.agency_id, 'workerId', link.issued_by, 'linkId', link.id), max_attempts => 5);
  return true;
end $$;
revoke execute on function keep_link_answer(bytea, timestamptz) from public;
grant execute on function keep_link_answer(bytea, timestamptz) to alongside_link_receiver;

-- Whoever proves that a link is theirs is told that it was answered, or that it is over; and nobody else.
create or replace function told_end(link_end text) returns boolean language sql immutable as $$
  select coalesce(link_end in ('consent-withdrawn', 'declined', 'cancelled', 'mistake', 'answered', 'case-closed', 'case-sealed',
    'right-lost'), false)
$$;

-- At once: when the case is closed or sealed, when whoever issued the link no longer works on the case, and when a consent to
-- be written about, to take part or to be reached in this way is withdrawn.
create function end_links_of_case(given_agency uuid, given_case uuid, why text, given_worker uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update secure_links l set ended_at = clock_timestamp(), ended_why = why
  where l.agency_id = given_agency and l.case_id = given_case and l.purpose <> 'referral' and l.ended_at is null
    and (given_worker is null or l.issued_by = given_worker)
$$;
create function cases_end_client_links() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform end_links_of_case(new.agency_id, new.id, case when new.state <> 'open' then 'case-closed' else 'case-sealed' end, null);
  return null;
end $$;
create trigger cases_end_client_links after update of state, confidentiality on cases for each row
  when ((old.state = 'open' and new.state <> 'open') or (old.confidentiality <> 'sealed' and new.confidentiality = 'sealed'))
  execute function cases_end_client_links();

create function lost_work_ends_client_links() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from sight_grants g where g.agency_id = new.agency_id and g.case_id = new.case_id
    and g.principal_id = new.principal_id and g.source in ('case-manager', 'team') and g.ended_at is null)
  then
    perform end_links_of_case(new.agency_id, new.case_id, 'right-lost', new.principal_id);
  end if;
  return null;
end $$;
create trigger lost_work_ends_client_links after update of ended_at on sight_grants for each row
  when (old.ended_at is null and new.ended_at is not null and new.case_id is not null and new.source in ('case-manager', 'team'))
  execute function lost_work_ends_client_links();

create function lost_posts_end_client_links() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update secure_links l set ended_at = clock_timestamp(), ended_why = 'right-lost'
  where l.agency_id = new.agency_id and l.issued_by = new.id and l.purpose <> 'referral' and l.ended_at is null;
  return null;
end $$;
create trigger lost_posts_end_client_links after update of active, role on workers for each row
  when (not new.active or new.role not in ('worker', 'supervisor')) execute function lost_posts_end_client_links();

create function withdrawn_consents_end_client_links() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update secure_links l set ended_at = new.withdrawn_at, ended_why = 'consent-withdrawn'
  where l.agency_id = new.agency_id and l.person_id = new.person_id and l.purpose <> 'referral' and l.ended_at is null
    and (new.case_id is null or new.case_id = l.case_id);
  return null;
end $$;
create trigger withdrawn_consents_end_client_links after update on consents for each row
  when (old.withdrawn_at is null and new.withdrawn_at is not null and new.purpose in ('recording', 'taking-part', 'unsafe-contact'))
  execute function withdrawn_consents_end_client_links();

revoke execute on function end_links_of_case(uuid, uuid, text, uuid), cases_end_client_links(), lost_work_ends_client_links(),
  lost_posts_end_client_links(), withdrawn_consents_end_client_links() from public;

-- Client and guardian each say what they think of an assessment. The first view stands in its row; every later one here.
create table assessment_further_views (
  agency_id uuid not null references agencies,
  case_id uuid not null,
  assessment_id uuid not null,
  -- As in assessments.client_view_by: whoever was meant on that day.
  given_by uuid not null,
  view text not null,
  text text not null default '',
  way text not null,
  given_at timestamptz not null,
  language text,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, assessment_id, given_by),
  constraint assessment_further_views_assessment foreign key (agency_id, case_id, assessment_id)
    references assessments (agency_id, case_id, id),
  constraint assessment_further_views_hand foreign key (agency_id, recorded_by) references workers,
  constraint assessment_further_views_are_known check (view in ('confirmed', 'corrected', 'not-confirmed'))
);
call open_case_table('assessment_further_views', array['select', 'insert']);
call sign_as_oneself('assessment_further_views', '''recorded_by''');
create trigger written_once before update on assessment_further_views for each row execute function written_once();
create trigger archived_cases_stay before insert or update on assessment_further_views for each row execute function archived_cases_stay();

-- Whose correction a line is: two people may put the same line right.
alter table assessment_corrections add column given_by uuid;
alter table assessment_corrections disable trigger user;
update assessment_corrections c set given_by = (select a.client_view_by from assessments a
  where a.agency_id = c.agency_id and a.id = c.assessment_id);
alter table assessment_corrections enable trigger user;
alter table assessment_corrections alter column given_by set not null;
alter table assessment_corrections drop constraint assessment_corrections_pkey;
alter table assessment_corrections add primary key (agency_id, assessment_id, given_by, line);

create or replace function person_references() returns table (table_name text, column_name text, way text) language sql immutable as $$
  values
    ('person_search_keys', 'person_id', 'keys'), ('case_people', 'person_id', 'joined'),
    ('relations', 'person_id', 'moved'), ('relations', 'relative_id', 'moved'),
    ('inquiries', 'caller_id', 'moved'), ('inquiries', 'client_id', 'moved'),
    ('cases', 'client_id', 'moved'), ('plan_confirmations', 'person_id', 'moved'),
    ('consents', 'person_id', 'moved'), ('consents', 'giver_id', 'moved'), ('consent_exceptions', 'person_id', 'moved'),
    ('client_standings', 'person_id', 'moved'), ('client_kinds', 'person_id', 'moved'),
    ('safe_contacts', 'person_id', 'moved'), ('family_members', 'person_id', 'moved'), ('referrals', 'person_id', 'moved'),
    ('secure_links', 'person_id', 'moved'), ('secure_links', 'receiver_id', 'moved'), ('family_sheets', 'person_id', 'joined'),
    ('safe_addresses', 'person_id', 'sealed anew'), ('person_keys', 'person_id', 'stays'), ('person_searches', 'person_id', 'stays'),
    ('people', 'merged_into', 'stays'), ('person_merges', 'kept_id', 'stays'), ('person_merges', 'merged_id', 'stays')
$$;
