-- Instruments that an agency loads under its own licence (R-111): data, never code. A version that was loaded never
-- changes, for answers are read with it; a later version stands beside it.
create table loaded_instruments (
  agency_id uuid not null references agencies,
  instrument text not null,
  instrument_version integer not null,
  content jsonb not null,
  loaded_by uuid not null,
  loaded_at timestamptz not null,
  primary key (agency_id, instrument, instrument_version),
  foreign key (agency_id, loaded_by) references workers
);
call shut_table('loaded_instruments');
call sign_as_oneself('loaded_instruments', '''loaded_by''');
do $$
declare role_name text; own_agency text := 'agency_id = (select app_agency())';
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    call open_table('loaded_instruments', 'select', role_name, own_agency);
  end loop;
  foreach role_name in array array['supervisor', 'head'] loop
    call open_table('loaded_instruments', 'insert', role_name, own_agency);
  end loop;
end $$;
create trigger written_once before update on loaded_instruments for each row execute function written_once();
