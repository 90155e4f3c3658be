-- Files that belong to a case. What they hold lies sealed in the data folder under file_id; here is what they are, and
-- the key of each, sealed with the key of the agency. Nothing is deleted: what should not be there is taken away, with
-- the reason, and its content is shown to nobody any more.

create table attachments (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  title text not null,
  -- As whoever brought it named it, bit for bit; no path is ever made of it.
  file_name text not null,
  -- Found by the content.
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  file_id uuid not null,
  key_sealed bytea not null,
  key_version smallint not null,
  added_by uuid not null,
  added_at timestamptz not null,
  taken_by uuid,
  taken_at timestamptz,
  taken_reason text,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, added_by) references workers,
  foreign key (agency_id, taken_by) references workers,
  constraint attachments_have_a_file_each unique (file_id),
  constraint attachments_hold_something check (bytes > 0 and sha256 ~ '^[0-9a-f]{64}$'),
  constraint attachments_are_taken_away_with_a_reason
    check ((taken_by is null and taken_at is null and taken_reason is null)
      or (taken_by is not null and taken_at is not null and taken_reason <> ''))
);
create index attachments_by_case on attachments (agency_id, case_id, added_at desc, id desc);
create index attachments_by_worker on attachments (agency_id, added_by, added_at) include (bytes);
create index attachments_by_key on attachments (agency_id, key_version);

call open_case_table('attachments', array['select', 'insert', 'update']);
call narrow_updates('attachments', array['taken_by', 'taken_at', 'taken_reason', 'version']);
call sign_as_oneself('attachments', '''added_by'', ''taken_by''');
-- A new wrapping of its key changes nothing in an archived case.
create trigger archived_cases_stay before insert or update of taken_by, taken_at, taken_reason, version on attachments
  for each row execute function archived_cases_stay();

-- What was taken away stays so.
create function taken_attachments_stay() returns trigger language plpgsql as $$
begin
  if old.taken_at is not null and (new.taken_by, new.taken_at, new.taken_reason)
    is distinct from (old.taken_by, old.taken_at, old.taken_reason)
  then
    raise exception 'attachment % was taken away', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function taken_attachments_stay() from public;
create trigger taken_attachments_stay before update on attachments
  for each row execute function taken_attachments_stay();

-- How much an agency keeps, and how much the actor brought since a moment: a worker sees only their own cases, and the
-- quota counts all. Both are told as numbers and nothing else.
create function attachments_weigh(since timestamptz) returns table (agency_bytes bigint, worker_bytes bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(a.bytes), 0)::bigint,
    coalesce(sum(a.bytes) filter (where a.added_by = app_worker() and a.added_at >= since), 0)::bigint
  from attachments a where a.agency_id = app_agency()
$$;
revoke execute on function attachments_weigh(timestamptz) from public;
grant execute on function attachments_weigh(timestamptz) to alongside_worker, alongside_supervisor, alongside_head;

-- The sweeper acts for nobody and sees no record: it may ask which of some files have a row, and page through all ids.
create function attachment_files_known(given uuid[]) returns table (file_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.file_id from attachments a where a.file_id = any(given)
$$;
create function attachment_files_after(given uuid, most integer) returns table (file_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.file_id from attachments a where a.file_id > given order by a.file_id limit most
$$;
revoke execute on function attachment_files_known(uuid[]), attachment_files_after(uuid, integer) from public;
grant execute on function attachment_files_known(uuid[]), attachment_files_after(uuid, integer) to alongside_app;

-- Lists that leave as files are told apart from forms that are printed.
alter table audit_log drop constraint audit_log_act_is_known;
alter table audit_log add constraint audit_log_act_is_known check (act in ('look', 'change', 'print', 'export'));
