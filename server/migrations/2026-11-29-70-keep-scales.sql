-- Scales (R-111): what was answered in a case, with which version of which instrument, and what it came to. What was
-- answered never changes. Where the answers told of danger, somebody decides (R-039, R-177): once, and by name.
create table scale_results (
  agency_id uuid not null references agencies,
  id uuid not null,
  case_id uuid not null,
  instrument text not null,
  instrument_version integer not null,
  informant text not null,
  way text not null,
  language text not null,
  answered_on date not null,
  answers jsonb not null,
  scores jsonb not null,
  -- The alerts that ask for a decision, and those that only say something.
  emergencies text[] not null default '{}',
  remarks text[] not null default '{}',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  decision text,
  decision_note text,
  decided_by uuid,
  decided_at timestamptz,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, recorded_by) references workers,
  foreign key (agency_id, decided_by) references workers,
  constraint scale_results_are_decided_whole check (
    (decision is null and decision_note is null and decided_by is null and decided_at is null)
    or (decision is not null and decision_note <> '' and decided_by is not null and decided_at is not null)),
  constraint scale_results_decide_only_emergencies check (decision is null or cardinality(emergencies) > 0)
);
create index scale_results_by_case on scale_results (agency_id, case_id, answered_on desc, id desc);
create index scale_results_by_instrument on scale_results (agency_id, case_id, instrument, answered_on desc, id desc);
create index scale_results_undecided on scale_results (agency_id, case_id) where cardinality(emergencies) > 0 and decision is null;
call shut_table('scale_results');
call sign_as_oneself('scale_results', '''recorded_by'', ''decided_by''');
do $$
declare role_name text; in_sight text;
begin
  in_sight := 'agency_id = (select app_agency())'
    ' and coalesce((select true from cases c where c.agency_id = scale_results.agency_id and c.id = scale_results.case_id), false)';
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    call open_table('scale_results', 'select', role_name, in_sight);
    call open_table('scale_results', 'insert', role_name, in_sight);
    call open_table('scale_results', 'update', role_name, in_sight);
  end loop;
end $$;
call narrow_updates('scale_results', array['decision', 'decision_note', 'decided_by', 'decided_at', 'version']);

-- Whatever the program or a later function asks: answered once, decided once.
create function scale_results_stay() returns trigger language plpgsql as $$
begin
  if old.decision is not null
    or to_jsonb(new) - array['decision', 'decision_note', 'decided_by', 'decided_at', 'version']
      is distinct from to_jsonb(old) - array['decision', 'decision_note', 'decided_by', 'decided_at', 'version']
  then
    raise exception 'scale result % is only decided on, and once', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function scale_results_stay() from public;
create trigger scale_results_stay before update on scale_results for each row execute function scale_results_stay();
