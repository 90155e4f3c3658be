-- The family of a person (R-083, R-109) and the ecomaps of a case (R-084, R-110): each is drawn, compared and saved as a
-- whole, against the version that was seen. Of whom a record exists, only the record says their name.
create table family_sheets (
  agency_id uuid not null references agencies,
  person_id uuid not null,
  family jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, person_id),
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, written_by) references workers,
  constraint family_sheets_hold_people check (jsonb_array_length(family -> 'persons') > 0)
);
call shut_table('family_sheets');
call sign_as_oneself('family_sheets', '''written_by''');

create table ecomap_sheets (
  agency_id uuid not null references agencies,
  case_id uuid not null,
  days jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, case_id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, written_by) references workers,
  constraint ecomap_sheets_hold_days check (jsonb_typeof(days) = 'array')
);
call shut_table('ecomap_sheets');
call sign_as_oneself('ecomap_sheets', '''written_by''');

-- Whoever sees the person, as with their relations; whoever sees the case.
do $$
declare role_name text; command text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    foreach command in array array['select', 'insert', 'update'] loop
      call open_table('family_sheets', command, role_name, 'agency_id = (select app_agency())'
        ' and coalesce((select true from people p where p.agency_id = family_sheets.agency_id and p.id = family_sheets.person_id), false)');
      call open_table('ecomap_sheets', command, role_name, 'agency_id = (select app_agency())'
        ' and coalesce((select true from cases c where c.agency_id = ecomap_sheets.agency_id and c.id = ecomap_sheets.case_id), false)');
    end loop;
  end loop;
end $$;
call narrow_updates('family_sheets', array['family', 'written_by', 'written_at', 'version']);
call narrow_updates('ecomap_sheets', array['days', 'written_by', 'written_at', 'version']);
create trigger archived_cases_stay before insert or update on ecomap_sheets
  for each row execute function archived_cases_stay();
