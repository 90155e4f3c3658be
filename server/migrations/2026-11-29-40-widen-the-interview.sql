-- The record of an interview as a worker tells it (R-044, R-048, R-050, R-051, R-058): each who took part, what was done for
-- each of the six tasks, how the client felt and looked before and after, how they took it, the skills that were used.
alter table interviews add column attendees jsonb not null default '[]';
alter table interviews add column outline_id uuid;
alter table interviews add column outline_version integer;
alter table interviews add column outline_title text not null default '';
alter table interviews add column outline_answers jsonb not null default '[]';
alter table interviews add column reactions text not null default '';
alter table interviews add column silence text not null default '';
alter table interviews add column skills_used text[] not null default '{}';
alter table interviews add column task_notes jsonb not null default '[]';
alter table interviews add column emotion_words_before text not null default '';
alter table interviews add column emotion_words_after text not null default '';
alter table interviews add column observed_before smallint;
alter table interviews add column observed_after smallint;
alter table interviews add column observed_words text not null default '';
alter table interviews add column emotion_handled text not null default '';
alter table interviews add constraint interview_emotions_lie_on_the_scale check (
  emotion_before between 1 and 5 and emotion_after between 1 and 5
  and observed_before between 1 and 5 and observed_after between 1 and 5);

-- Columns are granted one by one; these are newer than the grants.
grant update (attendees, outline_id, outline_version, outline_title, outline_answers, reactions, silence, skills_used, task_notes,
  emotion_words_before, emotion_words_after, observed_before, observed_after, observed_words, emotion_handled)
  on interviews to alongside_worker, alongside_supervisor, alongside_head;

-- Outlines of interviews (R-047, R-093): an agency's templates. What was written stays as an edition, for records name it.
create table interview_outlines (
  agency_id uuid not null references agencies,
  id uuid not null,
  edition integer not null,
  retired boolean not null default false,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, id)
);
create index interview_outlines_in_order on interview_outlines (agency_id, created_at, id);
call shut_table('interview_outlines');

create table interview_outline_editions (
  agency_id uuid not null,
  outline_id uuid not null,
  edition integer not null,
  title jsonb not null,
  purpose jsonb not null,
  use text not null,
  client_groups text[] not null default '{}',
  questions jsonb not null,
  -- Null where it came with the product.
  written_by uuid,
  written_at timestamptz not null,
  primary key (agency_id, outline_id, edition),
  foreign key (agency_id, outline_id) references interview_outlines,
  foreign key (agency_id, written_by) references workers,
  constraint interview_outline_editions_are_numbered check (edition >= 1),
  constraint interview_outline_editions_ask_something check (jsonb_array_length(questions) > 0)
);
call shut_table('interview_outline_editions');
call sign_as_oneself('interview_outline_editions', '''written_by''');
alter table interviews add constraint interviews_name_an_outline
  foreign key (agency_id, outline_id, outline_version) references interview_outline_editions;
alter table interviews add constraint interviews_name_an_edition_with_the_outline
  check ((outline_id is null) = (outline_version is null));

do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    call open_table('interview_outlines', 'select', role_name, 'agency_id = (select app_agency())');
    call open_table('interview_outlines', 'insert', role_name, 'agency_id = (select app_agency())');
    call open_table('interview_outlines', 'update', role_name, 'agency_id = (select app_agency())');
    call open_table('interview_outline_editions', 'select', role_name, 'agency_id = (select app_agency())');
    call open_table('interview_outline_editions', 'insert', role_name, 'agency_id = (select app_agency())');
  end loop;
end $$;
call narrow_updates('interview_outlines', array['edition', 'retired', 'version']);
create trigger written_once before update on interview_outline_editions for each row execute function written_once();
