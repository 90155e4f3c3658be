-- Two records of one person become one, and can become two again, whole (R-037). One worker proposes, another who oversees
-- decides. Everything that names the merged person names the kept one from then on; the merged row stays where it was, seen by
-- nobody, and says where it went. Each thing that moved is written down, so that undoing puts back just that.

alter table people add column merged_into uuid;
alter table people add constraint people_are_merged_into_another check (merged_into <> id);
alter table people add constraint people_merged_into_somebody foreign key (agency_id, merged_into) references people;
-- What a merge looks for by the person it names.
create index consents_by_giver on consents (agency_id, giver_id);
create index plan_confirmations_by_person on plan_confirmations (agency_id, person_id);
create index people_merged_into on people (agency_id, merged_into) where merged_into is not null;

-- Whoever was merged is seen by nobody, whatever else is reckoned.
create function merged_people_are_not_seen() returns trigger language plpgsql as $$
begin
  if new.merged_into is not null then new.readers := '{}'; end if;
  return new;
end $$;
revoke execute on function merged_people_are_not_seen() from public;
create trigger merged_people_are_not_seen before update on people for each row execute function merged_people_are_not_seen();

create table person_merges (
  agency_id uuid not null references agencies,
  id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  -- As they were called when it was proposed: afterwards nobody sees the merged one.
  kept_name text not null,
  merged_name text not null,
  -- Of which of the two each field of the sheet is taken.
  choices jsonb not null,
  reason text not null,
  state text not null default 'proposed',
  kept_version integer not null,
  merged_version integer not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text not null default '',
  -- The version of the kept sheet just after the merge: as long as it is that, undoing puts every byte back.
  joined_version integer,
  undone_by uuid,
  undone_at timestamptz,
  undone_reason text not null default '',
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, kept_id) references people,
  foreign key (agency_id, merged_id) references people,
  foreign key (agency_id, proposed_by) references workers,
  foreign key (agency_id, decided_by) references workers,
  foreign key (agency_id, undone_by) references workers,
  constraint person_merges_join_two_people check (kept_id <> merged_id),
  constraint person_merges_have_a_reason check (reason <> ''),
  constraint person_merges_are_decided_by_another check (decided_by is distinct from proposed_by or decided_by is null),
  constraint person_merges_state_is_whole check (
    (state = 'proposed' and decided_by is null and undone_by is null)
    or (state in ('refused', 'merged') and decided_by is not null and decided_at is not null and undone_by is null)
    or (state = 'undone' and decided_by is not null and undone_by is not null and undone_at is not null and undone_reason <> ''))
);
-- A record goes into one other, once.
create unique index person_merges_into_one on person_merges (agency_id, merged_id) where state = 'merged';
create index person_merges_of_kept on person_merges (agency_id, kept_id);
create index person_merges_of_merged on person_merges (agency_id, merged_id);
create index person_merges_newest on person_merges (agency_id, proposed_at desc, id desc);
call shut_table('person_merges');
call sign_as_oneself('person_merges', '''proposed_by'', ''decided_by'', ''undone_by''');

-- What a merge moved, put away or wrote over: read and written by the functions below only.
create table person_merge_moves (
  agency_id uuid not null,
  merge_id uuid not null,
  place integer not null,
  table_name text not null,
  way text not null,
  -- The key of the row as it is after the merge, and the columns that named the merged person.
  row_key jsonb not null,
  columns text[] not null default '{}',
  -- The whole row as it was, where it was put away or written over. What was sealed in it is sealed here.
  image jsonb,
  primary key (agency_id, merge_id, place),
  foreign key (agency_id, merge_id) references person_merges,
  constraint person_merge_moves_way_is_known check (way in ('moved', 'away', 'over', 'added'))
);
call shut_table('person_merge_moves');

do $$
declare role_name text; two_in_sight text := 'agency_id = (select app_agency())'
  ' and coalesce((select true from people p where p.agency_id = person_merges.agency_id and p.id = person_merges.kept_id), false)'
  ' and (state in (''merged'') or coalesce((select true from people p where p.agency_id = person_merges.agency_id and p.id = person_merges.merged_id), false))';
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    call open_table('person_merges', 'select', role_name, two_in_sight);
    call open_table('person_merges', 'insert', role_name, two_in_sight || ' and state = ''proposed''');
    -- Only so that a row can be locked: what merges, refuses and undoes is done by the functions below.
    call open_table('person_merges', 'update', role_name, two_in_sight);
  end loop;
end $$;
call narrow_updates('person_merges', array['version']);

-- What names a person, and what a merge does with it. A column that names people and is not here fails a test, and no merge is made
-- while there is one: moved (names the kept one), joined (the person is in the key of the row: the kept one's row wins), keys and
-- sealed anew (see below), stays (belongs to the record and not to the human being).
create function person_references() returns table (table_name text, column_name text, way text) language sql immutable as $$
  values
    ('person_search_keys', 'person_id', 'keys'), ('case_people', 'person_id', 'joined'),
    ('relations', 'person_id', 'moved'), ('relations', 'relative_id', 'moved'),
    ('inquiries', 'caller_id', 'moved'), ('inquiries', 'client_id', 'moved'),
    ('cases', 'client_id', 'moved'), ('plan_confirmations', 'person_id', 'moved'),
    ('consents', 'person_id', 'moved'), ('consents', 'giver_id', 'moved'), ('consent_exceptions', 'person_id', 'moved'),
    ('safe_addresses', 'person_id', 'sealed anew'), ('person_keys', 'person_id', 'stays'), ('person_searches', 'person_id', 'stays'),
    ('people', 'merged_into', 'stays'), ('person_merges', 'kept_id', 'stays'), ('person_merges', 'merged_id', 'stays')
$$;

create function unhandled_person_references() returns text[] language sql stable as $$
  select coalesce(array_agg(c.conrelid::regclass::text || '.' || a.attname order by 1), '{}')
  from pg_constraint c
  cross join lateral unnest(c.conkey) with ordinality as k(number, place)
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number
  where c.contype = 'f' and c.confrelid = 'people'::regclass and a.attname <> 'agency_id'
    and not exists (select 1 from person_references() r where r.table_name = c.conrelid::regclass::text and r.column_name = a.attname)
$$;

-- While a person moves, what is over, signed, archived or another's hand stays as it is said, but for whom it names. Only a
-- function of the owner can move anybody: whatever a role sets, it is not the owner.
create function person_is_moving() returns boolean language sql stable as $$
  select current_user = 'alongside_owner' and current_setting('app.person_is_moving', true) = 'yes'
$$;

create or replace function hands_are_ones_own() returns trigger language plpgsql as $$
declare hand text; now_is jsonb := to_jsonb(new); was jsonb := case tg_op when 'UPDATE' then to_jsonb(old) else '{}' end;
begin
  if app_worker() is null or person_is_moving() then return new; end if;
  foreach hand in array tg_argv::text[] loop
    if (now_is ->> hand) is distinct from (was ->> hand) and (now_is ->> hand) <> app_worker()::text then
      raise exception '% of % is not the actor', hand, tg_table_name using errcode = 'insufficient_privilege';
    end if;
  end loop;
  return new;
end $$;

create or replace function what_is_over_stays() returns trigger language plpgsql as $$
declare kept text[] := (tg_argv::text[])[1:];
begin
  if person_is_moving() then return new; end if;
  if old.state = any(string_to_array(tg_argv[0], ' ')) and (to_jsonb(old) - kept) is distinct from (to_jsonb(new) - kept) then
    raise exception '% % is over', tg_table_name, old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create or replace function archived_cases_stay() returns trigger language plpgsql as $$
begin
  if person_is_moving() then return new; end if;
  if exists (select 1 from cases c where c.agency_id = new.agency_id and c.id = new.case_id and c.state = 'archived') then
    raise exception 'case % is archived', new.case_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create or replace function consents_stay() returns trigger language plpgsql as $$
begin
  if person_is_moving() then return new; end if;
  if old.withdrawn_at is not null
    or to_jsonb(new) - array['withdrawn_by', 'withdrawn_at', 'withdrawn_reason', 'version']
      is distinct from to_jsonb(old) - array['withdrawn_by', 'withdrawn_at', 'withdrawn_reason', 'version']
  then
    raise exception 'consent % is only withdrawn, and once', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create or replace function written_once() returns trigger language plpgsql as $$
begin
  if person_is_moving() then return new; end if;
  raise exception 'what stands in % never changes', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Who sees a person: the colleagues at work by name, and whatever else is a reader (what is lent in an emergency).
create function who_sees_person(given_agency uuid, given_person uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct seer order by seer), '{}') from (
    select w.id as seer from people p join agencies a on a.agency_id = p.agency_id
      join workers w on w.agency_id = p.agency_id and w.active and w.role in ('worker', 'supervisor', 'agency-head')
        and (w.id = any(p.readers) or a.desk_post = any(p.readers) or (w.role = 'agency-head' and a.head_post = any(p.readers)))
      where p.agency_id = given_agency and p.id = given_person
    union
    select reader from people p join agencies a on a.agency_id = p.agency_id cross join lateral unnest(p.readers) as reader
      where p.agency_id = given_agency and p.id = given_person and reader not in (a.desk_post, a.head_post)
        and not exists (select 1 from workers w where w.agency_id = p.agency_id and w.id = reader)
  ) as seers
$$;

-- Who may know where a person lives in hiding, asked of everybody in turn.
create function who_knows_where(given_agency uuid, given_person uuid) returns uuid[]
language plpgsql security definer set search_path = public, pg_temp as $$
declare one uuid; known uuid[] := '{}'; actor text := current_setting('app.worker', true);
begin
  for one in select w.id from workers w where w.agency_id = given_agency and w.active order by w.id loop
    perform set_config('app.worker', one::text, true);
    if may_see_safe_address(given_person) then known := known || one; end if;
  end loop;
  perform set_config('app.worker', actor, true);
  return known;
end $$;

-- Whether the same people see both: then a merge shows nothing to anybody anew. Only for whoever sees both.
create function same_people_see_both(one uuid, other uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select who_sees_person(app_agency(), one) = who_sees_person(app_agency(), other)
    and (select count(*) from people p where p.agency_id = app_agency() and p.id in (one, other) and p.readers && app_principals()) = 2
$$;

-- The primary key of a row as JSON.
create function row_key_of(table_name text, image jsonb) returns jsonb language sql stable as $$
  select jsonb_object_agg(a.attname, image -> a.attname) from pg_index i
  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
  where i.indrelid = table_name::regclass and i.indisprimary
$$;

create function note_person_move(given_merge uuid, given_table text, given_way text, given_key jsonb, given_columns text[], given_image jsonb)
returns void language sql as $$
  insert into person_merge_moves (agency_id, merge_id, place, table_name, way, row_key, columns, image)
  select app_agency(), given_merge, count(*), given_table, given_way, given_key, given_columns, given_image
  from person_merge_moves m where m.agency_id = app_agency() and m.merge_id = given_merge
$$;

-- Moves every row of one table that names the merged person. What would name one person as their own relative is put away; what
-- the kept one has already (the same confirmation of the same plan) stays where it is.
create function move_person_rows(given_merge uuid, given_table text, named text[], kept uuid, merged uuid) returns void
language plpgsql as $$
declare one record; condition text; changes text; touched text[]; key jsonb;
begin
  select string_agg(format('%I = $1', name), ' or '), string_agg(format('%1$I = case when %1$I = $1 then $2 else %1$I end', name), ', ')
    into condition, changes from unnest(named) as name;
  for one in execute format('select to_jsonb(t) as image from %I t where agency_id = $2 and (%s) for update', given_table, condition)
    using merged, app_agency()
  loop
    key := row_key_of(given_table, one.image);
    select array_agg(name) into touched from unnest(named) as name where one.image ->> name = merged::text;
    begin
      execute format('update %1$I t set %2$s where t.agency_id = $3 and row_key_of(%3$L, to_jsonb(t)) = $4 and (%4$s)',
        given_table, changes, given_table, replace(condition, '$1', '$1')) using merged, kept, app_agency(), key;
      perform note_person_move(given_merge, given_table, 'moved', key, touched, null);
    exception
      when check_violation then
        if given_table <> 'relations' then continue; end if;
        execute format('delete from %I t where t.agency_id = $1 and row_key_of(%L, to_jsonb(t)) = $2', given_table, given_table)
          using app_agency(), key;
        perform note_person_move(given_merge, given_table, 'away', key, touched, one.image);
      when unique_violation then null;
    end;
  end loop;
end $$;

-- The same where the person is part of the key: the kept one's row wins; in a case the weightier part does.
create function join_person_rows(given_merge uuid, given_table text, named text, kept uuid, merged uuid) returns void
language plpgsql as $$
declare one record; theirs jsonb; parts text[] := array['client', 'guardian', 'family', 'caller', 'other'];
begin
  for one in execute format('select to_jsonb(t) as image from %I t where agency_id = $1 and %I = $2 for update', given_table, named)
    using app_agency(), merged
  loop
    execute format('delete from %1$I t where t.agency_id = $1 and t.%2$I = $3 and row_key_of(%1$L, to_jsonb(t)) = $2', given_table, named)
      using app_agency(), row_key_of(given_table, one.image), merged;
    perform note_person_move(given_merge, given_table, 'away', row_key_of(given_table, one.image), array[named], one.image);
    theirs := one.image || jsonb_build_object(named, kept);
    execute format('insert into %1$I select (jsonb_populate_record(null::%1$I, $1)).* on conflict do nothing', given_table) using theirs;
    if given_table = 'case_people' then
      update case_people cp set part = theirs ->> 'part' where cp.agency_id = app_agency() and cp.case_id = (theirs ->> 'case_id')::uuid
        and cp.person_id = kept and array_position(parts, cp.part) > array_position(parts, theirs ->> 'part');
    end if;
  end loop;
end $$;

-- Approves a proposal and moves everything. The kept sheet is written by the program just after it, as any sheet is. Whatever the
-- program asks: another than the proposer, who oversees and sees both as they were when it was proposed; and nobody sees more
-- afterwards than before, or nothing is done.
create function merge_people(given_merge uuid, given_reason text, given_at timestamptz) returns bytea
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m person_merges; actor workers; one record; before_kept uuid[]; before_merged uuid[]; around jsonb; unhandled text[];
  hidden uuid; sealed bytea; knew_kept uuid[]; knew_merged uuid[];
begin
  select * into actor from workers w where w.agency_id = app_agency() and w.id = app_worker() and w.active;
  select * into m from person_merges pm where pm.agency_id = app_agency() and pm.id = given_merge and pm.state = 'proposed' for update;
  perform 1 from people p where p.agency_id = m.agency_id and p.id in (m.kept_id, m.merged_id) order by p.id for update;
  if actor.id is null or m.id is null or m.proposed_by = actor.id or actor.role not in ('supervisor', 'agency-head')
    or (select count(*) from people p where p.agency_id = m.agency_id and p.readers && app_principals() and p.merged_into is null
      and (p.id, p.version) in ((m.kept_id, m.kept_version), (m.merged_id, m.merged_version))) <> 2
  then
    raise exception 'not this actor''s to merge' using errcode = 'insufficient_privilege';
  end if;
  unhandled := unhandled_person_references();
  if cardinality(unhandled) > 0 then raise exception 'nobody said what a merge does with %', unhandled; end if;
  before_kept := who_sees_person(m.agency_id, m.kept_id);
  before_merged := who_sees_person(m.agency_id, m.merged_id);
  select s.person_id, s.address_sealed into hidden, sealed from safe_addresses s
    where s.agency_id = m.agency_id and s.person_id in (m.kept_id, m.merged_id) order by s.person_id = m.kept_id limit 1;
  if hidden is not null then
    if (select count(*) from safe_addresses s where s.agency_id = m.agency_id and s.person_id in (m.kept_id, m.merged_id)) = 2 then
      raise exception 'two places where one person lives in hiding' using errcode = 'AL410';
    end if;
    knew_kept := who_knows_where(m.agency_id, m.kept_id);
    knew_merged := who_knows_where(m.agency_id, m.merged_id);
  end if;
  select jsonb_object_agg(r.id, to_jsonb(who_sees_person(m.agency_id, r.id))) into around from (
    select case when x.person_id in (m.kept_id, m.merged_id) then x.relative_id else x.person_id end as id from relations x
    where x.agency_id = m.agency_id and (x.person_id in (m.kept_id, m.merged_id) or x.relative_id in (m.kept_id, m.merged_id))) as r;

  perform set_config('app.person_is_moving', 'yes', true);
  perform note_person_move(m.id, 'people', 'over', jsonb_build_object('agency_id', p.agency_id, 'id', p.id), '{}', to_jsonb(p))
    from people p where p.agency_id = m.agency_id and p.id in (m.kept_id, m.merged_id);
  perform note_person_move(m.id, 'case_people', 'over', row_key_of('case_people', to_jsonb(cp)), '{}', to_jsonb(cp))
    from case_people cp where cp.agency_id = m.agency_id and cp.person_id = m.kept_id;
  perform note_person_move(m.id, 'person_search_keys', 'over', jsonb_build_object('person_id', m.kept_id), '{}',
    coalesce((select jsonb_agg(k.key) from person_search_keys k where k.agency_id = m.agency_id and k.person_id = m.kept_id), '[]'));
  perform note_person_move(m.id, 'person_search_keys', 'over', jsonb_build_object('person_id', m.merged_id), '{}',
    coalesce((select jsonb_agg(k.key) from person_search_keys k where k.agency_id = m.agency_id and k.person_id = m.merged_id), '[]'));
  insert into person_search_keys (agency_id, key, person_id)
    select k.agency_id, k.key, m.kept_id from person_search_keys k where k.agency_id = m.agency_id and k.person_id = m.merged_id
    on conflict do nothing;
  delete from person_search_keys k where k.agency_id = m.agency_id and k.person_id = m.merged_id;
  for one in select r.table_name, array_agg(r.column_name) as named from person_references() r where r.way = 'moved' group by 1 order by 1 loop
    perform move_person_rows(m.id, one.table_name, one.named, m.kept_id, m.merged_id);
  end loop;
  for one in select r.table_name, r.column_name from person_references() r where r.way = 'joined' order by 1 loop
    perform join_person_rows(m.id, one.table_name, one.column_name, m.kept_id, m.merged_id);
  end loop;
  update people p set merged_into = m.kept_id where p.agency_id = m.agency_id and p.id = m.merged_id;
  perform set_config('app.person_is_moving', '', true);
  perform refresh_person_readers(m.agency_id, m.kept_id);
  perform refresh_relatives_readers(m.agency_id, m.kept_id);

  if not (who_sees_person(m.agency_id, m.kept_id) <@ before_kept and who_sees_person(m.agency_id, m.kept_id) <@ before_merged)
    or exists (select 1 from jsonb_each(around) as r(id, seers) where r.id::uuid not in (m.kept_id, m.merged_id)
      and not to_jsonb(who_sees_person(m.agency_id, r.id::uuid)) <@ r.seers)
    or (hidden is not null and not (who_knows_where(m.agency_id, m.kept_id) <@ knew_kept
      and who_knows_where(m.agency_id, m.kept_id) <@ knew_merged))
  then
    raise exception 'somebody would see more than before' using errcode = 'AL409';
  end if;
  update person_merges pm set state = 'merged', decided_by = actor.id, decided_at = given_at, decision_reason = given_reason,
    joined_version = m.kept_version + 1, version = pm.version + 1 where pm.agency_id = m.agency_id and pm.id = m.id;
  return case when hidden = m.merged_id then sealed end;
end $$;

-- Where the merged one lives in hiding, sealed anew for the kept one by the program in the same transaction.
create function take_safe_address_along(given_merge uuid, given_sealed bytea) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare m person_merges;
begin
  select * into m from person_merges pm where pm.agency_id = app_agency() and pm.id = given_merge and pm.state = 'merged'
    and pm.decided_by = app_worker() and pm.xmin = pg_current_xact_id()::xid;
  if m.id is null then raise exception 'not this actor''s to take along' using errcode = 'insufficient_privilege'; end if;
  perform set_config('app.person_is_moving', 'yes', true);
  insert into safe_addresses (agency_id, person_id, address_sealed, written_by, written_at, version)
    select s.agency_id, m.kept_id, given_sealed, s.written_by, s.written_at, s.version from safe_addresses s
    where s.agency_id = m.agency_id and s.person_id = m.merged_id;
  perform note_person_move(m.id, 'safe_addresses', 'added', jsonb_build_object('version', s.version), '{}', null)
    from safe_addresses s where s.agency_id = m.agency_id and s.person_id = m.merged_id;
  perform set_config('app.person_is_moving', '', true);
end $$;

-- Refuses a proposal, or takes one's own back.
create function refuse_person_merge(given_merge uuid, given_reason text, given_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person_merges pm set state = 'refused', decided_by = app_worker(), decided_at = given_at, decision_reason = given_reason,
    version = pm.version + 1
  from workers w, people p
  where pm.agency_id = app_agency() and pm.id = given_merge and pm.state = 'proposed' and pm.proposed_by <> app_worker()
    and w.agency_id = pm.agency_id and w.id = app_worker() and w.active and w.role in ('supervisor', 'agency-head')
    and p.agency_id = pm.agency_id and p.id = pm.kept_id and p.readers && app_principals();
  if not found then raise exception 'not this actor''s to refuse' using errcode = 'insufficient_privilege'; end if;
end $$;

-- Makes two of one again: what moved goes back, what was put away returns, what came afterwards stays with the kept one. The row and
-- the keys of the kept one are put back byte for byte while nobody wrote its sheet since; otherwise the program puts the fields
-- back one by one, from the row as it was, which is the answer.
create function undo_person_merge(given_merge uuid, given_reason text, given_at timestamptz) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m person_merges; actor workers; one record; named text; sets text; untouched boolean; kept_image jsonb;
begin
  select * into actor from workers w where w.agency_id = app_agency() and w.id = app_worker() and w.active;
  select * into m from person_merges pm where pm.agency_id = app_agency() and pm.id = given_merge and pm.state = 'merged' for update;
  perform 1 from people p where p.agency_id = m.agency_id and p.id in (m.kept_id, m.merged_id) order by p.id for update;
  if actor.id is null or m.id is null or actor.role not in ('supervisor', 'agency-head')
    or not exists (select 1 from people p where p.agency_id = m.agency_id and p.id = m.kept_id and p.readers && app_principals())
  then
    raise exception 'not this actor''s to undo' using errcode = 'insufficient_privilege';
  end if;
  select p.version = m.joined_version into untouched from people p where p.agency_id = m.agency_id and p.id = m.kept_id;
  perform set_config('app.person_is_moving', 'yes', true);
  update people p set merged_into = null where p.agency_id = m.agency_id and p.id = m.merged_id;
  for one in select * from person_merge_moves v where v.agency_id = m.agency_id and v.merge_id = m.id order by v.place desc loop
    if one.way = 'moved' then
      select string_agg(format('%1$I = case when %1$I = $4 then $1 else %1$I end', name), ', '),
        string_agg(format('t.%I = $4', name), ' or ') into sets, named from unnest(one.columns) as name;
      execute format('update %1$I t set %2$s where t.agency_id = $2 and (%3$s) and row_key_of(%1$L, to_jsonb(t)) = $3',
        one.table_name, sets, named) using m.merged_id, m.agency_id, one.row_key, m.kept_id;
    elsif one.way = 'away' then
      -- What the merged one's row became, where the kept one had none, goes with it.
      if one.table_name <> 'relations' and not exists (select 1 from person_merge_moves o where o.agency_id = m.agency_id
        and o.merge_id = m.id and o.way = 'over' and o.table_name = one.table_name
        and o.row_key = one.row_key || jsonb_build_object(one.columns[1], m.kept_id))
      then
        execute format('delete from %1$I t where t.agency_id = $1 and t.%2$I = $3 and row_key_of(%1$L, to_jsonb(t)) = $2',
          one.table_name, one.columns[1]) using m.agency_id, one.row_key || jsonb_build_object(one.columns[1], m.kept_id), m.kept_id;
      end if;
      execute format('insert into %1$I select (jsonb_populate_record(null::%1$I, $1)).* on conflict do nothing', one.table_name)
        using one.image;
    elsif one.table_name = 'person_search_keys' then
      if untouched or one.row_key ->> 'person_id' = m.merged_id::text then
        delete from person_search_keys k where k.agency_id = m.agency_id and k.person_id = (one.row_key ->> 'person_id')::uuid;
        insert into person_search_keys (agency_id, key, person_id)
          select m.agency_id, key, (one.row_key ->> 'person_id')::uuid from jsonb_array_elements_text(one.image) as key;
      end if;
    elsif one.way = 'added' then
      -- Written anew since, it stays with the kept one.
      delete from safe_addresses s where s.agency_id = m.agency_id and s.person_id = m.kept_id
        and s.version = (one.row_key ->> 'version')::integer;
    elsif one.table_name = 'case_people' then
      update case_people cp set part = one.image ->> 'part' where cp.agency_id = m.agency_id
        and row_key_of('case_people', to_jsonb(cp)) = one.row_key;
    elsif one.row_key ->> 'id' = m.merged_id::text or untouched then
      select string_agg(format('%1$I = n.%1$I', a.attname), ', ') into sets from pg_attribute a
        where a.attrelid = 'people'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          and a.attname not in ('agency_id', 'id', 'readers');
      execute format('update people p set %s from jsonb_populate_record(null::people, $1) n where p.agency_id = n.agency_id and p.id = n.id', sets)
        using one.image;
    end if;
    if one.way = 'over' and one.table_name = 'people' and one.row_key ->> 'id' = m.kept_id::text then kept_image := one.image; end if;
  end loop;
  perform set_config('app.person_is_moving', '', true);
  perform refresh_person_readers(m.agency_id, m.kept_id);
  perform refresh_person_readers(m.agency_id, m.merged_id);
  perform refresh_relatives_readers(m.agency_id, m.kept_id);
  perform refresh_relatives_readers(m.agency_id, m.merged_id);
  update person_merges pm set state = 'undone', undone_by = actor.id, undone_at = given_at, undone_reason = given_reason,
    version = pm.version + 1 where pm.agency_id = m.agency_id and pm.id = m.id;
  return case when untouched then null else kept_image end;
end $$;

-- Where a merged person went, for whoever sees the one they were merged into; nothing for anybody else.
create function merged_person_went(given_person uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive way(id, steps) as (
    select p.merged_into, 1 from people p where p.agency_id = app_agency() and p.id = given_person and p.merged_into is not null
    union all
    select p.merged_into, w.steps + 1 from way w join people p on p.agency_id = app_agency() and p.id = w.id
      where p.merged_into is not null and w.steps < 20)
  select p.id from way w join people p on p.agency_id = app_agency() and p.id = w.id
  where p.merged_into is null and p.readers && app_principals() order by w.steps desc limit 1
$$;

revoke execute on function person_references(), unhandled_person_references(), who_sees_person(uuid, uuid),
  who_knows_where(uuid, uuid), take_safe_address_along(uuid, bytea), same_people_see_both(uuid, uuid), row_key_of(text, jsonb), note_person_move(uuid, text, text, jsonb, text[], jsonb),
  move_person_rows(uuid, text, text[], uuid, uuid), join_person_rows(uuid, text, text, uuid, uuid), merge_people(uuid, text, timestamptz),
  refuse_person_merge(uuid, text, timestamptz), undo_person_merge(uuid, text, timestamptz), merged_person_went(uuid) from public;
do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    execute format('grant execute on function same_people_see_both(uuid, uuid), merged_person_went(uuid) to alongside_%s', role_name);
  end loop;
  grant execute on function merge_people(uuid, text, timestamptz), take_safe_address_along(uuid, bytea), refuse_person_merge(uuid, text, timestamptz),
    undo_person_merge(uuid, text, timestamptz) to alongside_supervisor, alongside_head;
end $$;
grant execute on function person_is_moving() to alongside_worker, alongside_supervisor, alongside_head, alongside_administrator,
  alongside_inspector, alongside_app;
