-- Whoever sees few people is asked person by person whether a name has a common part. The key of that question said neither where in
-- the name the part stands nor who sees it, so PostgreSQL went through all people who have the part, again for each of those few.
-- Now it says both, and one line of the index answers.
alter table person_search_keys drop constraint person_search_keys_pkey,
  add primary key (agency_id, person_id, key) include (place, seen_by);
