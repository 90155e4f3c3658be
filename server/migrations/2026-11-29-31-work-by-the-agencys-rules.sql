-- A case remembers by which template it goes (R-009, R-103); a task can be one that the agency's own rule set; a case number
-- is made by the agency's pattern; and a record has the answers to the agency's own fields beside it.

alter table cases add column template text not null default 'standard';
alter table cases add constraint cases_template_is_known check (template in ('standard', 'db62-t-4986'));

-- What the rule called it when it was set: the rule may be renamed, the work keeps its name.
alter table tasks add column names jsonb not null default '{}';
alter table tasks add constraint tasks_of_rules_are_named check ((kind = 'own-rule') = (names <> '{}'));

-- The running number after each beginning. Whatever the pattern was before or will be, a number that was given is skipped.
create table case_number_series (
  agency_id uuid not null references agencies,
  stem text not null,
  last integer not null,
  primary key (agency_id, stem)
);
call shut_table('case_number_series');
create function next_case_number_after(given_stem text, given_width integer) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare running integer; made text;
begin
  loop
    insert into case_number_series as s (agency_id, stem, last) values (app_agency(), given_stem, 1)
      on conflict (agency_id, stem) do update set last = s.last + 1 returning last into running;
    made := given_stem || lpad(running::text, greatest(given_width, length(running::text)), '0');
    exit when not exists (select 1 from cases c where c.agency_id = app_agency() and c.number = made);
  end loop;
  return made;
end $$;
grant execute on function next_case_number_after(text, integer) to alongside_worker, alongside_supervisor, alongside_head;

-- The answers to the agency's own fields, beside the record they belong to. When the record is signed they are sealed with
-- the fields as they were then, word for word, and never change again.
create table own_answers (
  agency_id uuid not null,
  case_id uuid not null,
  record text not null,
  record_id uuid not null,
  answers jsonb not null default '{}',
  -- The fields as they were when the record was signed; none before.
  fields jsonb not null default '[]',
  sealed_at timestamptz,
  written_by uuid not null,
  written_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, record_id),
  constraint own_answers_have_a_case foreign key (agency_id, case_id) references cases,
  constraint own_answers_writer_works_here foreign key (agency_id, written_by) references workers,
  constraint own_answers_record_is_known check (record in ('interview', 'assessment', 'plan', 'process-record', 'evaluation', 'closing')),
  constraint own_answers_are_sealed_with_fields check ((fields = '[]') = (sealed_at is null))
);
create index own_answers_by_case on own_answers (agency_id, case_id, record);
call open_case_table('own_answers', array['select', 'insert', 'update']);
call narrow_updates('own_answers', array['answers', 'fields', 'sealed_at', 'written_by', 'written_at', 'version']);
call sign_as_oneself('own_answers', '''written_by''');
create trigger archived_cases_stay before insert or update on own_answers for each row execute function archived_cases_stay();
create function sealed_answers_stay() returns trigger language plpgsql as $$
begin
  if old.sealed_at is not null then
    raise exception 'the answers beside % are sealed', old.record_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function sealed_answers_stay() from public;
create trigger sealed_answers_stay before update on own_answers for each row execute function sealed_answers_stay();
