-- What an agency decides about itself (R-001, R-002, R-009): sites, rooms, hours, where and for whom it works, deadlines,
-- forms. Each is a sheet with a day from which it counts. A version is never rewritten: the next one is added, and what was
-- done under an older one can always be read with it.

-- What others refer to by a key of their own. What it is like stands in its sheet.
create table sites (
  agency_id uuid not null references agencies,
  id uuid not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (agency_id, id),
  constraint sites_creator_works_here foreign key (agency_id, created_by) references workers
);
create table rooms (
  agency_id uuid not null references agencies,
  id uuid not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (agency_id, id),
  constraint rooms_creator_works_here foreign key (agency_id, created_by) references workers
);

create table settings (
  agency_id uuid not null references agencies,
  id uuid not null,
  kind text not null,
  -- Which site, room, field, rule or code list; empty for the agency as a whole.
  subject text not null,
  ordinal integer not null,
  effective_from date not null,
  -- Checked against the contract by the program before it is kept.
  sheet jsonb not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (agency_id, id),
  constraint settings_writer_works_here foreign key (agency_id, written_by) references workers,
  constraint settings_kind_is_known check (kind in ('profile', 'site', 'room', 'hours', 'catchment', 'scope', 'capacity',
    'deadlines', 'workflow', 'case-number', 'codes', 'field', 'deadline-rule')),
  constraint settings_are_numbered check (ordinal >= 1),
  constraint settings_are_sheets check (jsonb_typeof(sheet) = 'object'),
  constraint settings_follow_each_other unique (agency_id, kind, subject, ordinal)
);
-- What is in force on a day: the last one that has begun; of two that begin on one day, the later written.
create index settings_by_day on settings (agency_id, kind, subject, effective_from desc, ordinal desc);

do $$
declare role_name text; table_name text;
begin
  foreach table_name in array array['sites', 'rooms', 'settings'] loop
    call shut_table(table_name);
    foreach role_name in array array['worker', 'supervisor', 'head', 'administrator', 'inspector'] loop
      call open_table(table_name, 'select', role_name, 'agency_id = (select app_agency())');
    end loop;
    foreach role_name in array array['head', 'administrator'] loop
      call open_table(table_name, 'insert', role_name, 'agency_id = (select app_agency())');
    end loop;
    execute format('create trigger written_once before update on %I for each row execute function written_once()', table_name);
  end loop;
end $$;
call sign_as_oneself('sites', '''created_by''');
call sign_as_oneself('rooms', '''created_by''');
call sign_as_oneself('settings', '''written_by''');
