-- What names a person without a foreign key follows a merge too, and comes back when it is undone (R-037): who said what to an
-- assessment, who corrected it, and the people of a family, who stand in its sheet.
create or replace function person_references() returns table (table_name text, column_name text, way text) language sql immutable as $$
  values
    ('person_search_keys', 'person_id', 'keys'), ('case_people', 'person_id', 'joined'),
    ('relations', 'person_id', 'moved'), ('relations', 'relative_id', 'moved'),
    ('inquiries', 'caller_id', 'moved'), ('inquiries', 'client_id', 'moved'),
    ('cases', 'client_id', 'moved'), ('plan_confirmations', 'person_id', 'moved'),
    ('assessments', 'client_view_by', 'moved'),
    ('assessment_further_views', 'given_by', 'joined'), ('assessment_corrections', 'given_by', 'joined'),
    ('consents', 'person_id', 'moved'), ('consents', 'giver_id', 'moved'), ('consent_exceptions', 'person_id', 'moved'),
    ('client_standings', 'person_id', 'moved'), ('client_kinds', 'person_id', 'moved'),
    ('safe_contacts', 'person_id', 'moved'), ('family_members', 'person_id', 'moved'), ('referrals', 'person_id', 'moved'),
    ('secure_links', 'person_id', 'moved'), ('secure_links', 'receiver_id', 'moved'), ('family_sheets', 'person_id', 'joined'),
    ('safe_addresses', 'person_id', 'sealed anew'), ('person_keys', 'person_id', 'stays'), ('person_searches', 'person_id', 'stays'),
    ('people', 'merged_into', 'stays'), ('person_merges', 'kept_id', 'stays'), ('person_merges', 'merged_id', 'stays')
$$;

-- A family in which one record stands in the place of another; who is meant by which symbol stays as it is.
create function family_with(family jsonb, was uuid, becomes uuid, members text[]) returns jsonb language sql immutable as $$
  select jsonb_set(family, '{persons}', (
    select jsonb_agg(case when one ->> 'personId' = was::text and (members is null or one ->> 'id' = any(members))
      then one || jsonb_build_object('personId', becomes) else one end order by place)
    from jsonb_array_elements(family -> 'persons') with ordinality as p(one, place)))
$$;
revoke execute on function family_with(jsonb, uuid, uuid, text[]) from public;

-- With the merge every family that names the merged one names the kept one, one version on: whoever has it open is told. What it was
-- is noted. With its end it is again what it was, byte for byte while nobody wrote it since; else only those symbols go back.
create function families_follow() returns trigger language plpgsql as $$
declare one record; now_is family_sheets; members text[];
begin
  perform set_config('app.person_is_moving', 'yes', true);
  if new.state = 'merged' then
    for one in select f.* from family_sheets f where f.agency_id = new.agency_id
      and f.family -> 'persons' @> jsonb_build_array(jsonb_build_object('personId', new.merged_id)) for update
    loop
      perform note_person_move(new.id, 'family_sheets.family', 'over', jsonb_build_object('person_id', one.person_id), '{}', to_jsonb(one));
      update family_sheets f set family = family_with(f.family, new.merged_id, new.kept_id, null), version = f.version + 1
        where f.agency_id = new.agency_id and f.person_id = one.person_id;
    end loop;
  else
    for one in select v.* from person_merge_moves v where v.agency_id = new.agency_id and v.merge_id = new.id
      and v.table_name = 'family_sheets.family'
    loop
      select * into now_is from family_sheets f where f.agency_id = new.agency_id
        and f.person_id = (one.row_key ->> 'person_id')::uuid for update;
      if now_is.person_id is null then continue; end if;
      select array_agg(p ->> 'id') into members from jsonb_array_elements(one.image -> 'family' -> 'persons') as p
        where p ->> 'personId' = new.merged_id::text;
      if now_is.version = (one.image ->> 'version')::integer + 1 then
        update family_sheets f set family = one.image -> 'family', version = f.version - 1
          where f.agency_id = new.agency_id and f.person_id = now_is.person_id;
      else
        update family_sheets f set family = family_with(f.family, new.kept_id, new.merged_id, members), version = f.version + 1
          where f.agency_id = new.agency_id and f.person_id = now_is.person_id;
      end if;
    end loop;
  end if;
  perform set_config('app.person_is_moving', '', true);
  return null;
end $$;
revoke execute on function families_follow() from public;
create trigger families_follow after update of state on person_merges for each row
  when (new.state in ('merged', 'undone') and old.state is distinct from new.state) execute function families_follow();
