-- Who somebody is to the agency over time. Each line is a dated act and never changes; the last one holds.

-- Potential clients in their three kinds, and their conversion (R-028, R-029, R-030). What was converted by mistake becomes
-- potential again by a new line, never by taking one away.
create table client_standings (
  agency_id uuid not null references agencies,
  id uuid not null,
  person_id uuid not null,
  standing text not null,
  -- Of a potential client the kind; of a client the kind they were before, if they were.
  kind text,
  reason text not null,
  since date not null,
  case_id uuid,
  inquiry_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  -- The order in which they were written, and whether it is the last of this person.
  place integer not null,
  holds boolean not null default true,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, recorded_by) references workers,
  constraint client_standings_are_known check (standing in ('potential', 'client')),
  constraint client_standings_of_a_kind check (standing = 'client' or kind is not null),
  constraint client_standings_have_a_reason check (reason <> '')
);
create index client_standings_by_person on client_standings (agency_id, person_id, place);
create index client_standings_potential on client_standings (agency_id, recorded_at desc, id desc)
  where holds and standing = 'potential';
create index client_standings_potential_by_kind on client_standings (agency_id, kind, recorded_at desc, id desc)
  where holds and standing = 'potential';

-- Voluntary or compelled, changing over time: since when, by what and by whom, how it shows, and how it is worked with (R-031, R-032).
create table client_kinds (
  agency_id uuid not null references agencies,
  id uuid not null,
  person_id uuid not null,
  case_id uuid,
  inquiry_id uuid,
  kind text not null,
  ground text,
  compelled_by text not null default '',
  resistance text not null default '',
  approach text not null default '',
  reason text not null,
  since date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, recorded_by) references workers,
  constraint client_kinds_have_one_place check (num_nonnulls(case_id, inquiry_id) = 1),
  constraint client_kinds_have_a_reason check (reason <> ''),
  constraint client_kinds_compelled_say_by_what check ((kind = 'involuntary') = (ground is not null))
);
create index client_kinds_by_person on client_kinds (agency_id, person_id, since desc, recorded_at desc);

-- How somebody can be reached without danger: each way with its times, what may be said and who may answer. What is said of a way
-- is sealed by the program, for its place in this table; only the channel lies open.
create table safe_contacts (
  agency_id uuid not null references agencies,
  id uuid not null,
  person_id uuid not null,
  position integer not null,
  channel text not null,
  words_sealed bytea not null,
  -- The same in all lines of a person: they are written together.
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, written_by) references workers
);
create index safe_contacts_by_person on safe_contacts (agency_id, person_id, position);

-- The family as the unit that is served (R-007): its members over time, and the cases that serve it. Being named in a family shows
-- nobody to anybody: each member is seen by whoever sees that person.
create table families (
  agency_id uuid not null references agencies,
  id uuid not null,
  name text not null,
  note text not null default '',
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, created_by) references workers,
  constraint families_have_a_name check (name <> '')
);
create table family_members (
  agency_id uuid not null references agencies,
  id uuid not null,
  family_id uuid not null,
  person_id uuid not null,
  part text not null default '',
  since date,
  until date,
  added_by uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, family_id) references families,
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, added_by) references workers,
  constraint family_members_end_after_they_begin check (until is null or since is null or until >= since)
);
create index family_members_by_family on family_members (agency_id, family_id, id);
create index family_members_by_person on family_members (agency_id, person_id);
create table family_cases (
  agency_id uuid not null references agencies,
  case_id uuid not null,
  -- Null again where a case no longer serves a family.
  family_id uuid,
  said_by uuid not null,
  said_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, case_id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, family_id) references families,
  foreign key (agency_id, said_by) references workers
);
create index family_cases_by_family on family_cases (agency_id, family_id);

do $$
declare role_name text; table_name text; in_sight text; command text;
  a_member text := 'agency_id = (select app_agency()) and (created_by = (select app_worker()) or coalesce((select true from family_members m'
    ' join people p on p.agency_id = m.agency_id and p.id = m.person_id where m.agency_id = families.agency_id and m.family_id = families.id limit 1), false))';
begin
  foreach table_name in array array['client_standings', 'client_kinds', 'safe_contacts', 'families', 'family_members', 'family_cases'] loop
    execute format('call shut_table(%L)', table_name);
  end loop;
  foreach table_name in array array['client_standings', 'client_kinds'] loop
    -- What stands in a case or a first contact is seen with it; the rest with the person.
    in_sight := format('agency_id = (select app_agency())'
      ' and coalesce((select true from people p where p.agency_id = %1$I.agency_id and p.id = %1$I.person_id), false)', table_name);
    foreach role_name in array array['worker', 'supervisor', 'head'] loop
      call open_table(table_name, 'select', role_name, in_sight || case table_name when 'client_kinds' then format(
        ' and case when case_id is not null'
        ' then coalesce((select true from cases c where c.agency_id = %1$I.agency_id and c.id = %1$I.case_id), false)'
        ' else coalesce((select true from inquiries i where i.agency_id = %1$I.agency_id and i.id = %1$I.inquiry_id), false) end', table_name) else '' end);
      call open_table(table_name, 'insert', role_name, in_sight);
    end loop;
  end loop;
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    foreach command in array array['select', 'insert', 'delete'] loop
      call open_table('safe_contacts', command, role_name, 'agency_id = (select app_agency())'
        ' and coalesce((select true from people p where p.agency_id = safe_contacts.agency_id and p.id = safe_contacts.person_id), false)');
    end loop;
    foreach command in array array['select', 'insert', 'update', 'delete'] loop
      call open_table('family_members', command, role_name, 'agency_id = (select app_agency())'
        ' and coalesce((select true from people p where p.agency_id = family_members.agency_id and p.id = family_members.person_id), false)');
      call open_table('family_cases', command, role_name, 'agency_id = (select app_agency())'
        ' and coalesce((select true from cases c where c.agency_id = family_cases.agency_id and c.id = family_cases.case_id), false)');
    end loop;
    foreach command in array array['select', 'update'] loop
      call open_table('families', command, role_name, a_member);
    end loop;
    call open_table('families', 'insert', role_name, 'agency_id = (select app_agency()) and created_by = (select app_worker())');
  end loop;
end $$;
call narrow_updates('families', array['name', 'note', 'version']);
call narrow_updates('family_members', array['part', 'since', 'until']);
call narrow_updates('family_cases', array['family_id', 'said_by', 'said_at', 'version']);
call sign_as_oneself('client_standings', '''recorded_by''');
call sign_as_oneself('client_kinds', '''recorded_by''');
call sign_as_oneself('safe_contacts', '''written_by''');
call sign_as_oneself('families', '''created_by''');
call sign_as_oneself('family_members', '''added_by''');
call sign_as_oneself('family_cases', '''said_by''');
create trigger archived_cases_stay before insert or update on client_kinds for each row execute function archived_cases_stay();
create trigger archived_cases_stay before insert or update on family_cases for each row execute function archived_cases_stay();
create trigger written_once before update on client_kinds for each row execute function written_once();

-- The last line of a person holds, and the one before it no longer does.
create function the_last_standing_holds() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if person_is_moving() then return new; end if;
  perform 1 from people p where p.agency_id = new.agency_id and p.id = new.person_id for update;
  select coalesce(max(s.place), 0) + 1 into new.place from client_standings s
    where s.agency_id = new.agency_id and s.person_id = new.person_id;
  update client_standings s set holds = false where s.agency_id = new.agency_id and s.person_id = new.person_id and s.holds;
  new.holds := true;
  return new;
end $$;
revoke execute on function the_last_standing_holds() from public;
create trigger the_last_standing_holds before insert on client_standings for each row execute function the_last_standing_holds();

create or replace function person_references() returns table (table_name text, column_name text, way text) language sql immutable as $$
  values
    ('person_search_keys', 'person_id', 'keys'), ('case_people', 'person_id', 'joined'),
    ('relations', 'person_id', 'moved'), ('relations', 'relative_id', 'moved'),
    ('inquiries', 'caller_id', 'moved'), ('inquiries', 'client_id', 'moved'),
    ('cases', 'client_id', 'moved'), ('plan_confirmations', 'person_id', 'moved'),
    ('consents', 'person_id', 'moved'), ('consents', 'giver_id', 'moved'), ('consent_exceptions', 'person_id', 'moved'),
    ('client_standings', 'person_id', 'moved'), ('client_kinds', 'person_id', 'moved'),
    ('safe_contacts', 'person_id', 'moved'), ('family_members', 'person_id', 'moved'),
    ('safe_addresses', 'person_id', 'sealed anew'), ('person_keys', 'person_id', 'stays'), ('person_searches', 'person_id', 'stays'),
    ('people', 'merged_into', 'stays'), ('person_merges', 'kept_id', 'stays'), ('person_merges', 'merged_id', 'stays')
$$;
