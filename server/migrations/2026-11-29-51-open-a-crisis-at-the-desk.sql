-- A crisis at intake (F12; R-040, R-176-R-180): opened by the emergency decision in the same transaction, with whoever was
-- told of it. What was done is written line by line and never changes; the crisis ends with its outcome.

create table crises (
  agency_id uuid not null references agencies,
  id uuid not null,
  inquiry_id uuid not null,
  kinds text[] not null default '{}',
  danger text not null default 'immediate',
  facts text not null default '',
  persons_at_risk text not null default '',
  life_safety text not null default '',
  property_safety text not null default '',
  opened_by uuid not null,
  opened_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  outcome text not null default '',
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, opened_by) references workers,
  foreign key (agency_id, ended_by) references workers,
  constraint crises_danger_is_known check (danger in ('low', 'medium', 'high', 'immediate')),
  constraint crises_end_with_an_outcome check ((ended_by is null and ended_at is null and outcome = '')
    or (ended_by is not null and ended_at is not null and outcome <> ''))
);
create unique index crises_one_at_a_time on crises (agency_id, inquiry_id) where ended_at is null;
create index crises_by_inquiry on crises (agency_id, inquiry_id, opened_at desc);

create table crisis_lines (
  agency_id uuid not null,
  id uuid not null,
  crisis_id uuid not null,
  kind text not null,
  what text not null default '',
  who text not null default '',
  result text not null default '',
  done_at timestamptz not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, crisis_id) references crises,
  foreign key (agency_id, recorded_by) references workers,
  constraint crisis_lines_kind_is_known check (kind in ('measure', 'support', 'report')),
  constraint crisis_lines_say_something check (what <> '' or who <> '')
);
create index crisis_lines_by_crisis on crisis_lines (agency_id, crisis_id, done_at, id);

call shut_table('crises');
call shut_table('crisis_lines');
do $$
declare
  role_name text;
  command text;
  own_agency text := 'agency_id = (select app_agency())';
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    foreach command in array array['select', 'insert', 'update'] loop
      call open_table('crises', command, role_name, own_agency
        || ' and coalesce((select true from inquiries i where i.agency_id = crises.agency_id and i.id = crises.inquiry_id), false)');
    end loop;
    foreach command in array array['select', 'insert'] loop
      call open_table('crisis_lines', command, role_name, own_agency
        || ' and coalesce((select true from crises c where c.agency_id = crisis_lines.agency_id and c.id = crisis_lines.crisis_id), false)');
    end loop;
  end loop;
end $$;
call narrow_updates('crises', array['kinds', 'danger', 'facts', 'persons_at_risk', 'life_safety', 'property_safety', 'ended_by', 'ended_at', 'outcome', 'version']);
call sign_as_oneself('crises', '''opened_by'', ''ended_by''');
call sign_as_oneself('crisis_lines', '''recorded_by''');

create function ended_crises_stay() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'crisis % is over', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function ended_crises_stay() from public;
create trigger ended_crises_stay before update on crises for each row execute function ended_crises_stay();
