-- Data collection with its sources (R-079–R-098): the notice that is told before, visits and consultations with what was
-- found, and findings, each with every source that spoke to it. What was written down stays: a source is contradicted by
-- another, the contradiction is settled with a note, and what was an error is taken back with its reason.

-- The notice and the limits of confidentiality, told before anything is collected (R-097). To whom: as they were called then.
create table collection_notices (
  agency_id uuid not null references agencies,
  id uuid not null,
  case_id uuid not null,
  told_to text not null,
  told_to_name text not null,
  told_on date not null,
  way text not null,
  language text not null,
  limits_told boolean not null,
  note text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  constraint collection_notices_case foreign key (agency_id, case_id) references cases,
  constraint collection_notices_recorder foreign key (agency_id, recorded_by) references workers,
  constraint collection_notices_are_told_to_whom_it_concerns check (told_to in ('client', 'guardian')),
  constraint collection_notices_tell_the_limits check (limits_told)
);
create index collection_notices_by_case on collection_notices (agency_id, case_id, recorded_at desc);

-- Home visits, community visits, group discussions and consultations of professionals (R-090, R-091).
create table collection_contacts (
  agency_id uuid not null references agencies,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  held_on date not null,
  place text not null default '',
  met text not null,
  findings text not null,
  sensitive_kinds text[] not null default '{}',
  profession text not null default '',
  question text not null default '',
  -- Whether the client was named to them; then it rests on consents.
  named boolean not null default false,
  receiver_kind text,
  consent_ids uuid[] not null default '{}',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  constraint collection_contacts_case foreign key (agency_id, case_id) references cases,
  constraint collection_contacts_recorder foreign key (agency_id, recorded_by) references workers,
  constraint collection_contacts_of_one_case unique (agency_id, case_id, id),
  constraint collection_contacts_say_what_was_found check (met <> '' and findings <> ''),
  constraint consultations_say_whom_and_what check (kind <> 'consultation' or (profession <> '' and question <> '')),
  constraint consultations_that_name_rest_on_consent check (not named or cardinality(consent_ids) > 0)
);
create index collection_contacts_by_case on collection_contacts (agency_id, case_id, held_on, id);

create table findings (
  agency_id uuid not null references agencies,
  id uuid not null,
  case_id uuid not null,
  field text not null,
  matter text not null,
  side text not null,
  level text not null,
  sensitive_kinds text[] not null default '{}',
  -- A source says otherwise, and nobody has settled it since.
  contradicted boolean not null default false,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, id),
  constraint findings_case foreign key (agency_id, case_id) references cases,
  constraint findings_recorder foreign key (agency_id, recorded_by) references workers,
  constraint findings_of_one_case unique (agency_id, case_id, id),
  constraint findings_are_about_something check (matter <> '')
);
create index findings_by_case on findings (agency_id, case_id, recorded_at, id);
create index findings_by_field on findings (agency_id, case_id, field, recorded_at, id);
create index findings_contradicted on findings (agency_id, case_id, recorded_at, id) where contradicted;

create table finding_sources (
  agency_id uuid not null references agencies,
  id uuid not null,
  case_id uuid not null,
  finding_id uuid not null,
  says text not null,
  stance text not null,
  said_by text not null,
  said_by_name text not null default '',
  method text not null,
  learned_on date not null,
  contact_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  taken_back_by uuid,
  taken_back_at timestamptz,
  taken_back_reason text,
  primary key (agency_id, id),
  constraint finding_sources_finding foreign key (agency_id, case_id, finding_id) references findings (agency_id, case_id, id),
  constraint finding_sources_contact foreign key (agency_id, case_id, contact_id) references collection_contacts (agency_id, case_id, id),
  constraint finding_sources_recorder foreign key (agency_id, recorded_by) references workers,
  constraint finding_sources_taken_back_hand foreign key (agency_id, taken_back_by) references workers,
  constraint finding_sources_say_something check (says <> ''),
  constraint finding_sources_agree_or_contradict check (stance in ('agrees', 'contradicts')),
  constraint finding_sources_are_taken_back_with_a_reason check (
    (taken_back_by is null and taken_back_at is null and taken_back_reason is null)
    or (taken_back_by is not null and taken_back_at is not null and taken_back_reason <> ''))
);
create index finding_sources_by_finding on finding_sources (agency_id, finding_id, recorded_at, id);
create index finding_sources_by_case on finding_sources (agency_id, case_id);

create table finding_settlements (
  agency_id uuid not null references agencies,
  case_id uuid not null,
  finding_id uuid not null,
  -- The version of the finding that was settled: of several settlements each has its own.
  settles integer not null,
  note text not null,
  settled_by uuid not null,
  settled_at timestamptz not null,
  primary key (agency_id, finding_id, settles),
  constraint finding_settlements_finding foreign key (agency_id, case_id, finding_id) references findings (agency_id, case_id, id),
  constraint finding_settlements_hand foreign key (agency_id, settled_by) references workers,
  constraint finding_settlements_have_a_note check (note <> '')
);

call open_case_table('collection_notices', array['select', 'insert']);
call open_case_table('collection_contacts', array['select', 'insert']);
call open_case_table('findings', array['select', 'insert', 'update']);
call open_case_table('finding_sources', array['select', 'insert', 'update']);
call open_case_table('finding_settlements', array['select', 'insert']);
call narrow_updates('findings', array['contradicted', 'version']);
call narrow_updates('finding_sources', array['taken_back_by', 'taken_back_at', 'taken_back_reason']);
call sign_as_oneself('collection_notices', '''recorded_by''');
call sign_as_oneself('collection_contacts', '''recorded_by''');
call sign_as_oneself('findings', '''recorded_by''');
call sign_as_oneself('finding_sources', '''recorded_by'', ''taken_back_by''');
call sign_as_oneself('finding_settlements', '''settled_by''');

-- A source is taken back once; everything else it says stays, whatever the program asks.
create function finding_sources_stay() returns trigger language plpgsql as $$
begin
  if old.taken_back_at is not null
    or to_jsonb(new) - array['taken_back_by', 'taken_back_at', 'taken_back_reason']
      is distinct from to_jsonb(old) - array['taken_back_by', 'taken_back_at', 'taken_back_reason']
  then
    raise exception 'source % is only taken back, and once', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function finding_sources_stay() from public;
create trigger finding_sources_stay before update on finding_sources for each row execute function finding_sources_stay();
do $$
declare table_name text;
begin
  foreach table_name in array array['collection_notices', 'collection_contacts', 'finding_settlements'] loop
    execute format('create trigger written_once before update on %I for each row execute function written_once()', table_name);
  end loop;
  foreach table_name in array array['collection_notices', 'collection_contacts', 'findings', 'finding_sources', 'finding_settlements'] loop
    execute format('create trigger archived_cases_stay before insert or update on %I for each row execute function archived_cases_stay()', table_name);
  end loop;
end $$;
