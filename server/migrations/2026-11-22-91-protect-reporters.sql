-- Who reported that somebody is harmed. Their name, their telephone and what they are to the client lie in a table of their own,
-- sealed by the program, with a sight of its own: whoever wrote them down, the case manager, whoever is named to the case,
-- and the head; and of these only whoever sees the first contact. Not the desk, not the team, not a supervisor by that post.

alter table inquiries add column reporter_protected boolean not null default false;

create table reporter_identities (
  agency_id uuid not null,
  inquiry_id uuid not null,
  identity_sealed bytea not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (agency_id, inquiry_id),
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, written_by) references workers
);
call shut_table('reporter_identities');
call sign_as_oneself('reporter_identities', '''written_by''');

create function may_see_reporter(given_inquiry uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from inquiries i
    join workers w on w.agency_id = i.agency_id and w.id = app_worker() and w.active
    where i.agency_id = app_agency() and i.id = given_inquiry and i.readers && app_principals() and (
      w.role = 'agency-head'
      or exists (select 1 from reporter_identities r
        where r.agency_id = i.agency_id and r.inquiry_id = i.id and r.written_by = w.id)
      or exists (select 1 from sight_grants g
        join cases c on c.agency_id = g.agency_id and c.id = g.case_id
        where g.agency_id = i.agency_id and g.case_id = i.case_id and g.principal_id = w.id and g.ended_at is null
          and g.source in ('case-manager', 'named') and grant_counts(g.source, c.confidentiality))))
$$;
revoke execute on function may_see_reporter(uuid) from public;

do $$
declare role_name text; command text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('grant execute on function may_see_reporter(uuid) to alongside_%s', role_name);
    -- The first time by whoever has the first contact before them.
    call open_table('reporter_identities', 'insert', role_name, 'agency_id = (select app_agency())'
      ' and exists (select 1 from inquiries i where i.agency_id = reporter_identities.agency_id and i.id = reporter_identities.inquiry_id)');
    foreach command in array array['select', 'update'] loop
      call open_table('reporter_identities', command, role_name, 'agency_id = (select app_agency()) and may_see_reporter(inquiry_id)');
    end loop;
    execute format('revoke update (inquiry_id, written_by) on reporter_identities from alongside_%s', role_name);
    execute format('grant update (reporter_protected) on inquiries to alongside_%s', role_name);
  end loop;
end $$;

-- What was once protected stays so, and nobody is named in the open beside it.
create function protected_reporters_stay() returns trigger language plpgsql as $$
begin
  if old.reporter_protected and not new.reporter_protected then
    raise exception 'the reporter of inquiry % is protected', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function protected_reporters_stay() from public;
create trigger protected_reporters_stay before update of reporter_protected on inquiries
  for each row execute function protected_reporters_stay();
alter table inquiries add constraint inquiries_name_no_protected_reporter
  check (not reporter_protected or (caller_id is null and caller_relation is null and referrer_name = ''));
