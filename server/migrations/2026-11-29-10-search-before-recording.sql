-- Nobody is recorded before somebody looked whether they are known already (R-037). What was looked at, and why none of those
-- who were suggested is the one, stays with the record: whoever later thinks that two are one reads it first.
create table person_searches (
  agency_id uuid not null,
  person_id uuid not null,
  searched_at timestamptz not null,
  searched_by uuid not null,
  -- Who was suggested and found to be others; only people whom the recorder saw.
  others uuid[] not null default '{}',
  ground text,
  note text not null default '',
  primary key (agency_id, person_id),
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, searched_by) references workers,
  constraint person_searches_say_why check (cardinality(others) = 0 or ground is not null)
);
call shut_table('person_searches');
call sign_as_oneself('person_searches', '''searched_by''');
create trigger written_once before update on person_searches for each row execute function written_once();
do $$
declare role_name text; command text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    foreach command in array array['select', 'insert'] loop
      call open_table('person_searches', command, role_name, 'agency_id = (select app_agency())'
        ' and coalesce((select true from people p where p.agency_id = person_searches.agency_id and p.id = person_searches.person_id), false)');
    end loop;
  end loop;
end $$;
