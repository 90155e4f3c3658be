-- Questionnaires by staff (R-092): an agency's own. What is being written is the sheet; what was published stays as an
-- edition for ever, for answers name it. What was answered never changes.
create table questionnaires (
  agency_id uuid not null references agencies,
  id uuid not null,
  sheet jsonb not null,
  -- How a form made elsewhere came in; null where it was designed here.
  report jsonb,
  -- The newest edition; 0 while there is none. Whether the sheet says something that it does not.
  published integer not null default 0,
  unpublished boolean not null default true,
  retired boolean not null default false,
  created_by uuid not null,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, created_by) references workers,
  constraint questionnaires_are_published_or_being_written check (published >= 0 and (published > 0 or unpublished))
);
create index questionnaires_in_order on questionnaires (agency_id, created_at desc, id desc);
create index questionnaires_in_use on questionnaires (agency_id, created_at desc, id desc) where published > 0 and not retired;
call shut_table('questionnaires');
call sign_as_oneself('questionnaires', '''created_by''');

create table questionnaire_editions (
  agency_id uuid not null,
  questionnaire_id uuid not null,
  number integer not null,
  sheet jsonb not null,
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (agency_id, questionnaire_id, number),
  foreign key (agency_id, questionnaire_id) references questionnaires,
  foreign key (agency_id, published_by) references workers,
  constraint questionnaire_editions_are_numbered check (number >= 1)
);
call shut_table('questionnaire_editions');
call sign_as_oneself('questionnaire_editions', '''published_by''');

create table questionnaire_answers (
  agency_id uuid not null references agencies,
  id uuid not null,
  case_id uuid not null,
  questionnaire_id uuid not null,
  questionnaire_version integer not null,
  way text not null,
  language text not null,
  answered_on date not null,
  answers jsonb not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, questionnaire_id, questionnaire_version) references questionnaire_editions,
  foreign key (agency_id, recorded_by) references workers
);
create index questionnaire_answers_by_case on questionnaire_answers (agency_id, case_id, answered_on desc, id desc);
create index questionnaire_answers_by_questionnaire on questionnaire_answers (agency_id, questionnaire_id, recorded_at, id);
call shut_table('questionnaire_answers');
call sign_as_oneself('questionnaire_answers', '''recorded_by''');

do $$
declare role_name text; in_sight text; own_agency text := 'agency_id = (select app_agency())';
begin
  in_sight := own_agency || ' and coalesce((select true from cases c'
    ' where c.agency_id = questionnaire_answers.agency_id and c.id = questionnaire_answers.case_id), false)';
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    call open_table('questionnaires', 'select', role_name, own_agency);
    call open_table('questionnaires', 'insert', role_name, own_agency || ' and created_by = (select app_worker())');
    call open_table('questionnaires', 'update', role_name, own_agency);
    call open_table('questionnaire_editions', 'select', role_name, own_agency);
    call open_table('questionnaire_editions', 'insert', role_name, own_agency);
    call open_table('questionnaire_answers', 'select', role_name, in_sight);
    call open_table('questionnaire_answers', 'insert', role_name, in_sight);
  end loop;
end $$;
call narrow_updates('questionnaires', array['sheet', 'published', 'unpublished', 'retired', 'version']);
create trigger written_once before update on questionnaire_editions for each row execute function written_once();
create trigger written_once before update on questionnaire_answers for each row execute function written_once();
