-- The copy of a client's own file (R-285; Personal Information Protection Law, art. 45): who asks and how they proved who
-- they are, by when it is answered, what is left out and why, what was made, and to whom it was handed over.
create table file_copies (
  agency_id uuid not null references agencies,
  id uuid not null,
  case_id uuid not null,
  asked_by text not null,
  -- As they were called on that day.
  asker_name text not null,
  identity_check text not null,
  identity_note text not null default '',
  asked_on date not null,
  due_on date not null,
  language text not null,
  wish text not null default '',
  state text not null default 'asked',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  left_out_parts jsonb not null default '[]',
  left_out_records jsonb not null default '[]',
  refusal text not null default '',
  decided_by uuid,
  decided_at timestamptz,
  -- Each making counts; what an earlier one made is not handed out any more.
  edition integer not null default 0,
  done integer not null default 0,
  total integer not null default 0,
  produced_by uuid,
  produced_at timestamptz,
  content_hash text,
  handed_by uuid,
  handed_to text,
  handed_on date,
  handed_way text,
  receipt text,
  witness text,
  formats text[],
  handed_note text,
  version integer not null default 1,
  primary key (agency_id, id),
  constraint file_copies_case_is_here foreign key (agency_id, case_id) references cases,
  constraint file_copies_recorder_works_here foreign key (agency_id, recorded_by) references workers,
  constraint file_copies_decider_works_here foreign key (agency_id, decided_by) references workers,
  constraint file_copies_producer_works_here foreign key (agency_id, produced_by) references workers,
  constraint file_copies_hander_works_here foreign key (agency_id, handed_by) references workers,
  constraint file_copies_state_is_known check (state in ('asked', 'decided', 'producing', 'produced', 'handed-over', 'refused')),
  constraint file_copies_asker_is_known check (asked_by in ('client', 'guardian')),
  constraint file_copies_are_due_after_they_are_asked check (due_on >= asked_on),
  constraint file_copies_are_decided_by_somebody check ((state = 'asked') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint file_copies_are_refused_with_a_reason check ((state = 'refused') = (refusal <> '')),
  constraint file_copies_progress_is_within check (done between 0 and total),
  constraint file_copies_are_produced_whole check ((state in ('produced', 'handed-over')) = (produced_at is not null and content_hash is not null)),
  constraint file_copies_are_handed_to_somebody check ((state = 'handed-over') = (handed_by is not null)
    and (handed_by is null) = (handed_to is null) and (handed_by is null) = (handed_on is null) and (handed_by is null) = (handed_way is null)
    and (handed_by is null) = (receipt is null) and (handed_by is null) = (formats is null))
);
create index file_copies_by_case on file_copies (agency_id, case_id, recorded_at desc, id desc);
call open_case_table('file_copies', array['select', 'insert', 'update']);
call narrow_updates('file_copies', array['state', 'left_out_parts', 'left_out_records', 'refusal', 'decided_by', 'decided_at', 'edition',
  'done', 'total', 'produced_by', 'produced_at', 'content_hash', 'handed_by', 'handed_to', 'handed_on', 'handed_way', 'receipt', 'witness',
  'formats', 'handed_note', 'version']);
call sign_as_oneself('file_copies', '''recorded_by'', ''decided_by'', ''produced_by'', ''handed_by''');

-- What was refused or handed over stays as it was.
create function file_copies_stay() returns trigger language plpgsql as $$
begin
  if old.state in ('handed-over', 'refused') then
    raise exception 'copy % is over', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function file_copies_stay() from public;
create trigger file_copies_stay before update on file_copies for each row execute function file_copies_stay();

-- What a copy holds, part by part, as it stood when it was made: sealed with the key of the agency.
create table file_copy_parts (
  agency_id uuid not null references agencies,
  copy_id uuid not null,
  case_id uuid not null,
  edition integer not null,
  ordinal integer not null,
  contents_sealed bytea not null,
  content_hash text not null,
  primary key (agency_id, copy_id, edition, ordinal),
  constraint file_copy_parts_belong_to_a_copy foreign key (agency_id, copy_id) references file_copies,
  constraint file_copy_parts_case_is_here foreign key (agency_id, case_id) references cases,
  constraint file_copy_parts_are_numbered check (edition >= 1 and ordinal >= 1)
);
call open_case_table('file_copy_parts', array['select', 'insert']);

-- The agency's limit for answering; nobody has set one yet.
alter table settings disable trigger user;
update settings set sheet = sheet || '{"fileCopy": null}' where kind = 'deadlines' and not sheet ? 'fileCopy';
alter table settings enable trigger user;
