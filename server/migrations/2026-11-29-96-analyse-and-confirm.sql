-- Analysis: the agreed pattern of behaviour (R-112), three levels of systems (R-113), the worker's theory in words (R-105), whose
-- help is needed (R-116), and the plain words in which the client reads it. Confirmation: the language in which it was read, and
-- every line that the client corrected, beside what stood there (R-108).
alter table assessments
  add column behaviour_agreed text not null default '',
  add column micro_system text not null default '',
  add column mezzo_system text not null default '',
  add column macro_system text not null default '',
  add column theory_note text not null default '',
  add column help_needed text[] not null default '{}',
  add column plain_words text not null default '',
  add column client_view_language text;
do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('grant update (behaviour_agreed, micro_system, mezzo_system, macro_system, theory_note, help_needed,
      plain_words, client_view_language) on assessments to alongside_%s', role_name);
  end loop;
end $$;
-- In which language it was read belongs to the client's view, which comes after the signature.
drop trigger signed_records_stay on assessments;
create trigger signed_records_stay before update on assessments for each row execute function signed_records_stay('version', 'state',
  'cosigned_by', 'cosigned_at', 'client_view', 'client_view_text', 'client_view_way', 'client_view_by', 'client_view_at',
  'client_view_recorded_by', 'client_view_language');

create table assessment_corrections (
  agency_id uuid not null references agencies,
  case_id uuid not null,
  assessment_id uuid not null,
  -- The line of the sheet: a field, or a row of a list by its id.
  line text not null,
  position integer not null,
  was text not null,
  says text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, assessment_id, line),
  constraint assessment_corrections_assessment foreign key (agency_id, case_id, assessment_id)
    references assessments (agency_id, case_id, id),
  constraint assessment_corrections_hand foreign key (agency_id, recorded_by) references workers,
  constraint assessment_corrections_say_something check (says <> '')
);
call open_case_table('assessment_corrections', array['select', 'insert']);
call sign_as_oneself('assessment_corrections', '''recorded_by''');
create trigger written_once before update on assessment_corrections for each row execute function written_once();
create trigger archived_cases_stay before insert or update on assessment_corrections for each row execute function archived_cases_stay();
