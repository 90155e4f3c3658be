-- A secure link and the picture of a family follow a person who is merged.
create or replace function person_references() returns table (table_name text, column_name text, way text) language sql immutable as $$
  values
    ('person_search_keys', 'person_id', 'keys'), ('case_people', 'person_id', 'joined'),
    ('relations', 'person_id', 'moved'), ('relations', 'relative_id', 'moved'),
    ('inquiries', 'caller_id', 'moved'), ('inquiries', 'client_id', 'moved'),
    ('cases', 'client_id', 'moved'), ('plan_confirmations', 'person_id', 'moved'),
    ('consents', 'person_id', 'moved'), ('consents', 'giver_id', 'moved'), ('consent_exceptions', 'person_id', 'moved'),
    ('client_standings', 'person_id', 'moved'), ('client_kinds', 'person_id', 'moved'),
    ('safe_contacts', 'person_id', 'moved'), ('family_members', 'person_id', 'moved'), ('referrals', 'person_id', 'moved'),
    ('secure_links', 'person_id', 'moved'), ('family_sheets', 'person_id', 'joined'),
    ('safe_addresses', 'person_id', 'sealed anew'), ('person_keys', 'person_id', 'stays'), ('person_searches', 'person_id', 'stays'),
    ('people', 'merged_into', 'stays'), ('person_merges', 'kept_id', 'stays'), ('person_merges', 'merged_id', 'stays')
$$;
