-- The table of division codes (GB/T 2260) comes in editions: checked first, then taken whole, and undone whole (R-033,
-- R-034). The codes of every edition stay with it, and the one that was taken last counts: taking one, or going back,
-- is one word in one row, so that no table is ever half of one edition and half of another.
create table division_editions (
  agency_id uuid not null references agencies,
  id uuid not null,
  file_name text not null,
  source text not null,
  state text not null default 'checked',
  -- The edition with which it was compared; none is the table that came with the program.
  compared_with uuid,
  asked_by uuid not null,
  asked_at timestamptz not null,
  taken_by uuid,
  taken_at timestamptz,
  -- Which taking it was, counted in the agency; of those that are taken the last one counts.
  turn integer,
  undone_by uuid,
  undone_at timestamptz,
  version integer not null default 1,
  primary key (agency_id, id),
  constraint division_editions_asker_works_here foreign key (agency_id, asked_by) references workers,
  constraint division_editions_taker_works_here foreign key (agency_id, taken_by) references workers,
  constraint division_editions_undoer_works_here foreign key (agency_id, undone_by) references workers,
  constraint division_editions_compare_with_one_here foreign key (agency_id, compared_with) references division_editions,
  constraint division_editions_state_is_known check (state in ('checked', 'taken', 'undone')),
  constraint division_editions_name_their_source check (source <> '' and file_name <> ''),
  constraint division_editions_are_taken_by_somebody check ((state = 'checked') = (taken_by is null) and (taken_by is null) = (taken_at is null) and (taken_by is null) = (turn is null)),
  constraint division_editions_are_undone_by_somebody check ((state = 'undone') = (undone_by is not null) and (undone_by is null) = (undone_at is null))
);
create index division_editions_by_time on division_editions (agency_id, asked_at desc, id desc);
create unique index division_editions_are_taken_in_turn on division_editions (agency_id, turn);
create index division_editions_that_count on division_editions (agency_id, turn desc) where state = 'taken';

-- What the report says of each line of the file, and of each code that the file no longer has.
create table division_edition_lines (
  agency_id uuid not null,
  edition_id uuid not null,
  ordinal integer not null,
  -- Null for what stands in the table before and not in the file.
  line integer,
  code text not null,
  name text not null,
  outcome text not null,
  problem text,
  -- What is said now, and what was said before.
  says jsonb,
  said jsonb,
  primary key (agency_id, edition_id, ordinal),
  constraint division_edition_lines_have_an_edition foreign key (agency_id, edition_id) references division_editions,
  constraint division_edition_lines_outcome_is_known check (outcome in ('taken', 'changed', 'unchanged', 'gone', 'refused')),
  constraint division_edition_lines_are_refused_for_a_reason check ((outcome = 'refused') = (problem is not null)),
  constraint division_edition_lines_stand_in_the_file check ((outcome = 'gone') = (line is null))
);
create index division_edition_lines_by_outcome on division_edition_lines (agency_id, edition_id, outcome, ordinal);

-- Tables that were loaded before are the first edition of their agency.
alter table division_codes disable trigger user;
insert into division_editions (agency_id, id, file_name, source, state, asked_by, asked_at, taken_by, taken_at, turn)
  select agency_id, gen_random_uuid(), 'GB-T-2260.csv', min(source), 'taken', (array_agg(loaded_by))[1], max(loaded_at),
    (array_agg(loaded_by))[1], max(loaded_at), 1
  from division_codes group by agency_id;
alter table division_codes add column edition_id uuid;
update division_codes c set edition_id = e.id from division_editions e where e.agency_id = c.agency_id;
alter table division_codes alter column edition_id set not null;
alter table division_codes enable trigger user;
alter table division_codes drop constraint division_codes_pkey;
alter table division_codes drop constraint division_codes_name_their_source;
drop trigger hands_are_ones_own on division_codes;
alter table division_codes drop column source, drop column loaded_by, drop column loaded_at;
alter table division_codes add primary key (agency_id, edition_id, code, valid_from);
alter table division_codes add constraint division_codes_have_an_edition
  foreign key (agency_id, edition_id) references division_editions;
alter table division_codes add constraint division_codes_have_a_name check (name <> '');
create trigger written_once before update on division_codes for each row execute function written_once();
create trigger written_once before update on division_edition_lines for each row execute function written_once();

call shut_table('division_editions');
call shut_table('division_edition_lines');
do $$
declare role_name text; own_agency text := 'agency_id = (select app_agency())';
begin
  -- Whoever screens reads which edition counts; only whoever may bring one in reads its report.
  foreach role_name in array array['worker', 'supervisor', 'head', 'administrator'] loop
    call open_table('division_editions', 'select', role_name, own_agency);
  end loop;
  foreach role_name in array array['head', 'administrator'] loop
    call open_table('division_editions', 'insert', role_name, own_agency);
    call open_table('division_editions', 'update', role_name, own_agency);
    -- What a file said, and who brought it, stays.
    execute format('revoke update on division_editions from alongside_%s', role_name);
    execute format('grant update (state, taken_by, taken_at, turn, undone_by, undone_at, version) on division_editions to alongside_%s', role_name);
    call open_table('division_edition_lines', 'select', role_name, own_agency);
    call open_table('division_edition_lines', 'insert', role_name, own_agency);
    -- Codes of an edition are never taken away any more.
    execute format('drop policy %I on division_codes', role_name || '_deletes');
    execute format('revoke delete on division_codes from alongside_%s', role_name);
  end loop;
end $$;
call sign_as_oneself('division_editions', '''asked_by'', ''taken_by'', ''undone_by''');
