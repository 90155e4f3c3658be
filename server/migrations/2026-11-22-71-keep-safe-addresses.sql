-- Where a person lives who must not be found. It has a sight of its own: whoever a grant names (the manager of their
-- case, its team, the supervisor, the receiver of a first contact that is not decided yet); not the desk, not the head
-- by virtue of the post. Until anybody else sees the person, whoever recorded them.

create function may_see_safe_address(given_person uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select 1 from sight_grants g
    join cases c on c.agency_id = g.agency_id and c.id = g.case_id
    where g.agency_id = app_agency() and g.principal_id = app_worker() and g.ended_at is null
      and g.source not in ('desk', 'agency-head')
      and c.id in (
        select cp.case_id from case_people cp where cp.agency_id = app_agency() and cp.person_id = given_person
        union all
        select rc.id from relations r join cases rc on rc.agency_id = r.agency_id and rc.client_id = r.person_id
          where r.agency_id = app_agency() and r.relative_id = given_person)
  ) or exists (
    select 1 from sight_grants g
    join inquiries i on i.agency_id = g.agency_id and i.id = g.inquiry_id and i.state <> 'concluded'
    where g.agency_id = app_agency() and g.principal_id = app_worker() and g.ended_at is null
      and g.source not in ('desk', 'agency-head')
      and i.id in (
        select own.id from inquiries own
          where own.agency_id = app_agency() and given_person in (own.caller_id, own.client_id)
        union all
        select ri.id from relations r join inquiries ri on ri.agency_id = r.agency_id and ri.client_id = r.person_id
          where r.agency_id = app_agency() and r.relative_id = given_person)
  ) or exists (
    select 1 from people p
    where p.agency_id = app_agency() and p.id = given_person and p.created_by = app_worker()
      and p.readers = array[p.created_by]
  )
$$;
revoke execute on function may_see_safe_address(uuid) from public;

create table safe_addresses (
  agency_id uuid not null,
  person_id uuid not null,
  address_sealed bytea not null,
  written_by uuid not null,
  written_at timestamptz not null,
  version integer not null default 1,
  primary key (agency_id, person_id),
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, written_by) references workers
);
call shut_table('safe_addresses');
call sign_as_oneself('safe_addresses', '''written_by''');

do $$
declare role_name text; command text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('grant execute on function may_see_safe_address(uuid) to alongside_%s', role_name);
    foreach command in array array['select', 'insert', 'update'] loop
      call open_table('safe_addresses', command, role_name,
        'agency_id = (select app_agency()) and may_see_safe_address(person_id)');
    end loop;
    execute format('revoke update (person_id) on safe_addresses from alongside_%s', role_name);
  end loop;
end $$;
