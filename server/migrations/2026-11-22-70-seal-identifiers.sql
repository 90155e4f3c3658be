-- Identity numbers, telephones, addresses and what is said about safe contact are sealed by the program before they
-- come here. What must be found has a blind mark beside it; what a number ends in is found by marks as well.

-- The keys of each agency, wrapped with the installation's key, which is never in the database. No acting role reads
-- them; the application's login asks the two functions below.
create table agency_keys (
  agency_id uuid not null references agencies,
  version smallint not null,
  installation_key text not null,
  wrapped bytea not null,
  made_at timestamptz not null default now(),
  primary key (agency_id, version)
);
call shut_table('agency_keys');

create function agency_keys_of(given_agency uuid)
returns table (version smallint, installation_key text, wrapped bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.version, k.installation_key, k.wrapped from agency_keys k where k.agency_id = given_agency order by k.version
$$;

create function keep_agency_key(given_agency uuid, given_version integer, given_installation_key text, given_wrapped bytea)
returns void language sql security definer set search_path = public, pg_temp as $$
  insert into agency_keys (agency_id, version, installation_key, wrapped)
  values (given_agency, given_version, given_installation_key, given_wrapped) on conflict do nothing
$$;
revoke execute on function agency_keys_of(uuid), keep_agency_key(uuid, integer, text, bytea) from public;
grant execute on function agency_keys_of(uuid), keep_agency_key(uuid, integer, text, bytea) to alongside_app;

-- The key of each person, wrapped with the key of the agency. In a table of its own, so that it can be destroyed, and
-- kept apart from copies of the rest.
create table person_keys (
  agency_id uuid not null,
  person_id uuid not null,
  key_version smallint not null,
  wrapped bytea not null,
  primary key (agency_id, person_id),
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, key_version) references agency_keys
);
create index person_keys_by_version on person_keys (agency_id, key_version);
call shut_table('person_keys');

alter table people
  add column id_number_sealed bytea,
  add column id_number_mark text,
  add column phone_sealed bytea,
  add column phone_tail_sealed bytea,
  add column phone_marks text[] not null default '{}',
  add column address_sealed bytea,
  add column safe_contact_sealed bytea,
  -- Which edition of the rules of sealing and of search keys this row follows; older rows are brought up at the start.
  add column edition smallint not null default 0,
  add constraint people_hold_nothing_plain
    check (id_number is null and phone = '' and address = '' and safe_contact = '') not valid;
drop index people_by_id_number;
create index people_by_id_number_mark on people (agency_id, id_number_mark) where id_number_mark is not null;
create index people_of_an_older_edition on people (agency_id, id) where edition < 1;

-- An answer kept for a repeated request shows what the request showed: it is sealed with the agency's key.
alter table kept_answers
  alter column answer drop not null,
  add column answer_sealed bytea,
  add constraint kept_answers_hold_nothing_plain check (answer is null) not valid;

do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('revoke update (id_number, phone, address, safe_contact) on people from alongside_%s', role_name);
    execute format('grant update (id_number_sealed, id_number_mark, phone_sealed, phone_tail_sealed, phone_marks,'
      ' address_sealed, safe_contact_sealed, edition) on people to alongside_%s', role_name);
    call open_table('person_keys', 'select', role_name, 'agency_id = (select app_agency())'
      ' and coalesce((select true from people p where p.agency_id = person_keys.agency_id and p.id = person_keys.person_id), false)');
    call open_table('person_keys', 'insert', role_name, 'agency_id = (select app_agency())'
      ' and coalesce((select true from people p where p.agency_id = person_keys.agency_id and p.id = person_keys.person_id), false)');
  end loop;
end $$;
