-- A search costs what its page costs, not what its matches do. Keys lie in the order in which people are shown: by where in
-- the name the key stands, the length of the name, the name. And each says roughly who sees its person, so that most of the others are
-- passed over in the index alone. Roughly: the policy asks the person as before, of those that are left; a wrong mark hides, it never shows.

create function reader_marks(readers uuid[]) returns bigint language sql immutable parallel safe
  as $$ select coalesce(bit_or(1::bigint << (get_byte(uuid_send(reader), 15) & 63)), 0) from unnest(readers) as reader $$;
create function app_reader_marks() returns bigint language sql stable parallel safe
  as $$ select reader_marks(app_principals()) $$;
-- 0 the name is the key, 1 begins with it, 2 has it somewhere, 3 is found by sound, number or another name.
create function place_in_name(key text, name text) returns smallint language sql immutable parallel safe as $$
  select case when key = plain then 0 when starts_with(plain, key) then 1 when strpos(plain, key) > 0 then 2 else 3 end::smallint
  from (select translate(lower(name), E'ё \u3000', 'е') as plain) as one
$$;
grant execute on function reader_marks(uuid[]), app_reader_marks(), place_in_name(text, text)
  to alongside_worker, alongside_supervisor, alongside_head, alongside_administrator, alongside_inspector;

create temporary table known_keys as select agency_id, key, person_id from person_search_keys;
analyze known_keys;
truncate person_search_keys;
alter table person_search_keys drop constraint person_search_keys_pkey,
  drop constraint person_search_keys_agency_id_person_id_fkey,
  add column place smallint not null, add column name_length smallint not null,
  add column name text collate "C" not null, add column seen_by bigint not null;
drop index person_search_keys_by_person;
insert into person_search_keys (agency_id, key, person_id, place, name_length, name, seen_by)
  select k.agency_id, k.key, k.person_id, place_in_name(k.key, p.name), p.name_length, p.name, p.seen_by
  from known_keys k join (
    select agency_id, id, name, char_length(name) as name_length, reader_marks(readers) as seen_by from people offset 0
  ) p on p.agency_id = k.agency_id and p.id = k.person_id;
drop table known_keys;
alter table person_search_keys add primary key (agency_id, person_id, key),
  add foreign key (agency_id, person_id) references people;
create index person_search_keys_in_order on person_search_keys (agency_id, key, place, name_length, name, person_id) include (seen_by);

-- Whatever is said of the person in a key is the person's, whoever writes it. The person is held meanwhile: whose sight of
-- them changes at the same moment waits, and finds this key.
create function keys_follow_person() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select place_in_name(new.key, p.name), char_length(p.name), p.name, reader_marks(p.readers)
    into new.place, new.name_length, new.name, new.seen_by
    from people p where p.agency_id = new.agency_id and p.id = new.person_id for no key update;
  return new;
end $$;
create trigger keys_follow_person before insert on person_search_keys
  for each row execute function keys_follow_person();

create function people_lead_their_keys() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person_search_keys k
    set place = place_in_name(k.key, new.name), name_length = char_length(new.name), name = new.name,
        seen_by = reader_marks(new.readers)
    where k.agency_id = new.agency_id and k.person_id = new.id;
  return null;
end $$;
create trigger people_lead_their_keys after update of name, readers on people for each row
  when (old.name <> new.name or reader_marks(old.readers) <> reader_marks(new.readers))
  execute function people_lead_their_keys();
revoke execute on function keys_follow_person(), people_lead_their_keys() from public;

do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('alter policy %I on person_search_keys using (agency_id = (select app_agency())'
      ' and (seen_by & (select app_reader_marks())) <> 0'
      ' and coalesce((select true from people p where p.agency_id = person_search_keys.agency_id'
      ' and p.id = person_search_keys.person_id), false))', role_name || '_selects');
  end loop;
end $$;
