-- Every list reads a page of an index, however many rows there are (server/testing/list-plans holds it).

-- A record is in sight when its case is. Asked as `exists`, that may be answered by reading all cases once; asked for the
-- one row by its key, it never is.
create procedure open_case_table_by_key() language plpgsql as $$
declare
  one record; asked text; by_key text;
begin
  for one in
    select c.relname as table_name, p.polname as policy,
           regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\s+', ' ', 'g') as condition
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'public'::regnamespace and p.polqual is not null
  loop
    asked := 'EXISTS \( SELECT 1 FROM (\w+) (\w) WHERE \(\(\2\.agency_id = (\w+)\.agency_id\) AND \(\2\.id = \3\.(\w+)\)\)\)';
    by_key := 'coalesce((select true from \1 \2 where \2.agency_id = \3.agency_id and \2.id = \3.\4), false)';
    if one.condition ~ asked then
      execute format('alter policy %I on %I using (%s)', one.policy, one.table_name,
                     regexp_replace(one.condition, asked, by_key, 'g'));
    end if;
  end loop;
end $$;
call open_case_table_by_key();
drop procedure open_case_table_by_key();

create or replace procedure open_case_table(table_name text, commands text[]) language plpgsql as $$
declare role_name text; command text;
begin
  call shut_table(table_name);
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    foreach command in array commands loop
      call open_table(table_name, command, role_name, format(
        'agency_id = (select app_agency())'
        ' and coalesce((select true from cases c where c.agency_id = %1$I.agency_id and c.id = %1$I.case_id), false)',
        table_name));
    end loop;
  end loop;
end $$;

-- The desk's lists: who waits longest, and who was answered last.
create index inquiries_waiting on inquiries (agency_id, received_at, id) where state <> 'concluded';
create index inquiries_concluded on inquiries (agency_id, received_at, id) where state = 'concluded';

-- Records of a case in the order of their lists.
drop index interviews_by_case;
create index interviews_by_case on interviews (agency_id, case_id, created_at, id);
drop index assessments_by_case;
create index assessments_by_case on assessments (agency_id, case_id, created_at, id);

-- Notices of one worker in the order of their list.
drop index notices_unseen;
create index notices_unseen on notices (agency_id, worker_id, told_at desc, id desc) where seen_at is null;

-- What an inspector looks for: a day, and what is rare.
create index audit_log_by_time on audit_log (agency_id, at, id);
create index audit_log_refused on audit_log (agency_id, id) where outcome = 'refused';
create index audit_log_printed on audit_log (agency_id, id) where act = 'print';

-- Who is in sight cannot be guessed before it is known who asks. Without a word PostgreSQL guesses one row in two hundred,
-- and for a head, who sees all, reads and sorts everything; asked so it guesses every second one, and follows the order of
-- an index until a page is full.
do $$
declare one record;
begin
  for one in
    select c.relname as table_name, p.polname as policy
    from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'public'::regnamespace and p.polcmd = 'r' and c.relname in ('people', 'inquiries', 'cases')
      and regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\s+', ' ', 'g') =
        '((agency_id = ( SELECT app_agency() AS app_agency)) AND (readers && ( SELECT app_principals() AS app_principals)))'
  loop
    execute format('alter policy %I on %I using (agency_id = (select app_agency())'
      ' and coalesce(readers && (select app_principals()), false))', one.policy, one.table_name);
  end loop;
end $$;

-- Colleagues by name, as each language orders names.
create index workers_by_name_zh on workers (agency_id, name collate "zh-Hans-x-icu", id);
create index workers_by_name_en on workers (agency_id, name collate "en-x-icu", id);
create index workers_by_name_ru on workers (agency_id, name collate "ru-x-icu", id);

-- How much a colleague carries, in sight or not, for those on one page: the whole agency is not counted for it (R-232).
create function open_cases_of(worker_id uuid) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::integer from cases c
  where c.agency_id = app_agency() and c.case_manager_id = open_cases_of.worker_id and c.state = 'open'
$$;
revoke execute on function open_cases_of(uuid) from public;
grant execute on function open_cases_of(uuid)
  to alongside_worker, alongside_supervisor, alongside_head, alongside_administrator, alongside_inspector;
drop function open_case_counts();
