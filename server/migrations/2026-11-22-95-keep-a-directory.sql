-- The directory of agencies and services (R-076), in the terms of Open Referral HSDS 3. A record is kept whole, as it came
-- or was written here, so that what was brought in leaves again as it was; what a search asks of a service stands beside
-- it, in columns of its own. It speaks of agencies, never of a client: everybody who does case work reads and mends it.

create table directory_records (
  agency_id uuid not null references agencies,
  -- The HSDS table it is a row of: organizations, services, phones …
  kind text not null,
  id uuid not null,
  content jsonb not null,
  service_id uuid generated always as ((content ->> 'service_id')::uuid) stored,
  organization_id uuid generated always as ((content ->> 'organization_id')::uuid) stored,
  location_id uuid generated always as ((content ->> 'location_id')::uuid) stored,
  term_id uuid generated always as ((content ->> 'taxonomy_term_id')::uuid) stored,
  link_id uuid generated always as ((content ->> 'link_id')::uuid) stored,
  -- The import that wrote it last; null once somebody wrote it by hand.
  import_id uuid,
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (agency_id, kind, id),
  foreign key (agency_id, changed_by) references workers,
  constraint directory_records_are_objects check (jsonb_typeof(content) = 'object' and content ->> 'id' = id::text)
);
create index directory_records_of_service on directory_records (agency_id, service_id) where service_id is not null;
create index directory_records_of_organization on directory_records (agency_id, organization_id) where organization_id is not null;
create index directory_records_of_location on directory_records (agency_id, location_id) where location_id is not null;
create index directory_records_of_term on directory_records (agency_id, term_id) where term_id is not null;
create index directory_records_of_link on directory_records (agency_id, link_id) where link_id is not null;
create index directory_organizations_by_name on directory_records (agency_id, (content ->> 'name'), id) where kind = 'organizations';

create table directory_services (
  agency_id uuid not null references agencies,
  id uuid not null,
  name text not null,
  organization_name text not null,
  status text not null,
  needs text[] not null default '{}',
  terms uuid[] not null default '{}',
  -- Codes of GB/T 2260 without the pairs of noughts at their end; and the same with everything they lie in.
  districts text[] not null default '{}',
  district_names text[] not null default '{}',
  districts_within text[] not null default '{}',
  minimum_age float8,
  maximum_age float8,
  languages text[] not null default '{}',
  cost text,
  -- What a word is looked for in, in small letters.
  words text not null,
  confirmed_on date,
  confirmed_by uuid,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, confirmed_by) references workers
);
create index directory_services_by_name_zh on directory_services (agency_id, name collate "zh-Hans-x-icu", id);
create index directory_services_by_name_en on directory_services (agency_id, name collate "en-x-icu", id);
create index directory_services_by_name_ru on directory_services (agency_id, name collate "ru-x-icu", id);

create table directory_imports (
  agency_id uuid not null references agencies,
  id uuid not null,
  file_name text not null,
  form text not null,
  sha256 text not null,
  state text not null default 'checked',
  -- How many rows there are, and up to which one they have been taken.
  total integer not null,
  done integer not null default 0,
  file_notes jsonb not null default '[]',
  asked_by uuid not null,
  asked_at timestamptz not null,
  taken_by uuid,
  taken_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, asked_by) references workers,
  foreign key (agency_id, taken_by) references workers,
  foreign key (agency_id, undone_by) references workers,
  constraint directory_imports_state_is_known check (state in ('checked', 'taking', 'taken', 'undone')),
  constraint directory_imports_count_their_rows check (done between 0 and total)
);
create index directory_imports_by_time on directory_imports (agency_id, asked_at desc, id desc);

create table directory_import_rows (
  agency_id uuid not null,
  import_id uuid not null,
  -- In the order in which they are taken: what others hang on comes first.
  ordinal integer not null,
  file text not null,
  line integer,
  place text not null default '',
  kind text not null,
  record_id uuid,
  label text not null default '',
  outcome text not null,
  problem jsonb,
  notes jsonb not null default '[]',
  content jsonb,
  -- What stood there before it was taken: what undoing puts back.
  earlier jsonb,
  earlier_import uuid,
  primary key (agency_id, import_id, ordinal),
  foreign key (agency_id, import_id) references directory_imports,
  constraint directory_import_rows_outcome_is_known check (outcome in ('taken', 'changed', 'unchanged', 'refused')),
  constraint directory_import_rows_are_refused_for_a_reason check ((outcome = 'refused') = (problem is not null)),
  constraint directory_import_rows_hold_what_is_taken check (outcome = 'refused' or (content is not null and record_id is not null))
);
create index directory_import_rows_by_outcome on directory_import_rows (agency_id, import_id, outcome, ordinal);
create index directory_import_rows_by_record on directory_import_rows (agency_id, kind, record_id);

call shut_table('directory_records');
call shut_table('directory_services');
call shut_table('directory_imports');
call shut_table('directory_import_rows');

do $$
declare
  table_name text;
  role_name text;
  command text;
  own_agency text := 'agency_id = (select app_agency())';
begin
  -- Whoever does case work reads the directory and mends it; an administrator brings a file in.
  foreach role_name in array array['worker', 'supervisor', 'head', 'administrator'] loop
    foreach command in array array['select', 'insert', 'update', 'delete'] loop
      call open_table('directory_records', command, role_name, own_agency);
    end loop;
    foreach command in array array['select', 'insert', 'update'] loop
      call open_table('directory_services', command, role_name, own_agency);
    end loop;
  end loop;
  -- Only whoever may import takes whole entries away again, and reads what a file said.
  foreach role_name in array array['head', 'administrator'] loop
    call open_table('directory_services', 'delete', role_name, own_agency);
    foreach table_name in array array['directory_imports', 'directory_import_rows'] loop
      foreach command in array array['select', 'insert', 'update'] loop
        call open_table(table_name, command, role_name, own_agency);
      end loop;
    end loop;
  end loop;
end $$;
call sign_as_oneself('directory_records', '''changed_by''');
call sign_as_oneself('directory_services', '''confirmed_by''');
call sign_as_oneself('directory_imports', '''asked_by'', ''taken_by'', ''undone_by''');
