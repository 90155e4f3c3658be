-- A desk of ten people: who has taken what, until when it is answered, where it came from, and what was given.

-- Outreach (R-019): where workers went, and how many people they met there. Those who became a first contact name it.
create table outreach_events (
  agency_id uuid not null references agencies,
  id uuid not null,
  held_on date not null,
  place text not null,
  purpose text not null,
  people_met integer not null default 0,
  note text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, recorded_by) references workers,
  constraint outreach_events_say_where_and_why check (place <> '' and purpose <> ''),
  constraint outreach_events_count_people check (people_met between 0 and 100000)
);
create index outreach_events_by_day on outreach_events (agency_id, held_on desc, id desc);
create table outreach_workers (
  agency_id uuid not null,
  outreach_id uuid not null,
  worker_id uuid not null,
  primary key (agency_id, outreach_id, worker_id),
  foreign key (agency_id, outreach_id) references outreach_events,
  foreign key (agency_id, worker_id) references workers
);

-- What the agency hands out (R-024), in three languages.
create table leaflets (
  agency_id uuid not null references agencies,
  id uuid not null,
  title_zh text not null,
  title_en text not null,
  title_ru text not null,
  words_zh text not null,
  words_en text not null,
  words_ru text not null,
  active boolean not null default true,
  written_by uuid not null,
  written_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, written_by) references workers,
  constraint leaflets_are_whole check (title_zh <> '' and title_en <> '' and title_ru <> ''
    and words_zh <> '' and words_en <> '' and words_ru <> '')
);
create index leaflets_by_id on leaflets (agency_id, id) where active;

-- What somebody was given (R-021, R-024): a leaflet or an entry of the directory, under the name it then had.
create table information_given (
  agency_id uuid not null,
  inquiry_id uuid not null,
  kind text not null,
  item_id uuid not null,
  title text not null,
  given_by uuid not null,
  given_at timestamptz not null,
  primary key (agency_id, inquiry_id, kind, item_id),
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, given_by) references workers,
  constraint information_given_kind_is_known check (kind in ('leaflet', 'entry')),
  constraint information_given_has_a_name check (title <> '')
);

alter table inquiries
  -- Until when whoever asked is answered. An older one is counted from when it came.
  add column due_at timestamptz not null default (now() + interval '7 days'),
  add column taken_by uuid,
  add column taken_at timestamptz,
  add column outreach_id uuid,
  add column outside_hours boolean not null default false,
  add foreign key (agency_id, taken_by) references workers,
  add foreign key (agency_id, outreach_id) references outreach_events,
  add constraint inquiries_are_taken_by_somebody check ((taken_by is null) = (taken_at is null));
alter table inquiries disable trigger user;
update inquiries set due_at = received_at + interval '7 days', taken_by = received_by, taken_at = received_at;
alter table inquiries enable trigger user;
create index inquiries_by_urgency on inquiries (agency_id, (case when emergency then 0 else 1 end), due_at, received_at, id) where state in ('draft', 'registered', 'assessed');
create index inquiries_by_outreach on inquiries (agency_id, outreach_id, received_at, id) where outreach_id is not null;
drop index inquiries_waiting;
create index inquiries_waiting on inquiries (agency_id, received_at, id) where state in ('draft', 'registered', 'assessed');

-- Whoever only wants to know something need not say who they are (R-021).
alter table inquiries drop constraint inquiries_state_is_whole;
alter table inquiries add constraint inquiries_state_is_whole check (
  state = 'draft'
  or (emergency is not null and source is not null and help_type is not null
    and (client_id is not null or (state = 'concluded' and decision = 'information-only'))
    and (state <> 'concluded' or (decision is not null and decision_reason <> '' and decided_by is not null))));

call shut_table('outreach_events');
call shut_table('outreach_workers');
call shut_table('leaflets');
call shut_table('information_given');
do $$
declare
  role_name text;
  command text;
  own_agency text := 'agency_id = (select app_agency())';
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    foreach command in array array['select', 'insert', 'update'] loop
      call open_table('outreach_events', command, role_name, own_agency);
    end loop;
    foreach command in array array['select', 'insert', 'delete'] loop
      call open_table('outreach_workers', command, role_name, own_agency);
    end loop;
    foreach command in array array['select', 'insert'] loop
      call open_table('information_given', command, role_name, own_agency
        || ' and coalesce((select true from inquiries i where i.agency_id = information_given.agency_id and i.id = information_given.inquiry_id), false)');
    end loop;
    execute format('grant update (taken_by, taken_at, outreach_id) on inquiries to alongside_%s', role_name);
  end loop;
  foreach role_name in array array['worker', 'supervisor', 'head', 'administrator'] loop
    call open_table('leaflets', 'select', role_name, own_agency);
  end loop;
  foreach role_name in array array['supervisor', 'head', 'administrator'] loop
    call open_table('leaflets', 'insert', role_name, own_agency);
    call open_table('leaflets', 'update', role_name, own_agency);
  end loop;
end $$;
call narrow_updates('outreach_events', array['held_on', 'place', 'purpose', 'people_met', 'note', 'version']);
call sign_as_oneself('outreach_events', '''recorded_by''');
call sign_as_oneself('leaflets', '''written_by''');
call sign_as_oneself('information_given', '''given_by''');
