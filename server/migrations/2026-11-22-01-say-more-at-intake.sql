-- What a first contact says of somebody who did not come of their own will (R-032), of somebody who needs nothing now
-- (R-022), of the kind of potential client that remains (R-029), and of the help that was sought before (R-056).

alter table inquiries
  add column involuntary_ground text,
  add column resistance text not null default '',
  add column not_now_reason text,
  add column potential_kind text;
-- What was said before the question was asked is “another reason”: the text beside it says which.
alter table inquiries disable trigger user;
update inquiries set not_now_reason = 'other' where decision = 'not-now';
alter table inquiries enable trigger user;
alter table inquiries
  add constraint inquiries_not_now_says_which check (state <> 'concluded' or decision <> 'not-now' or not_now_reason is not null);
grant update (involuntary_ground, resistance, not_now_reason, potential_kind) on inquiries
  to alongside_worker, alongside_supervisor, alongside_head;

alter table preliminary_assessments add column sought_help_before boolean;
grant update (sought_help_before) on preliminary_assessments to alongside_worker, alongside_supervisor, alongside_head;

-- One row for each time that help was sought from somebody: from whom, when, what came of it.
create table help_attempts (
  agency_id uuid not null,
  inquiry_id uuid not null,
  id uuid not null,
  position integer not null,
  asked_whom text not null,
  asked_when text not null default '',
  help text not null default '',
  result text,
  primary key (agency_id, id),
  foreign key (agency_id, inquiry_id) references inquiries
);
create index help_attempts_by_inquiry on help_attempts (agency_id, inquiry_id, position);

-- What was written as one text becomes the first row.
insert into help_attempts (agency_id, inquiry_id, id, position, asked_whom)
  select agency_id, inquiry_id, gen_random_uuid(), 0, earlier_help from preliminary_assessments where earlier_help <> '';
alter table preliminary_assessments disable trigger user;
update preliminary_assessments set sought_help_before = true where earlier_help <> '';
alter table preliminary_assessments enable trigger user;
alter table preliminary_assessments drop column earlier_help;

call shut_table('help_attempts');
do $$
declare role_name text; command text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    foreach command in array array['select', 'insert', 'delete'] loop
      call open_table('help_attempts', command, role_name, 'agency_id = (select app_agency())'
        ' and exists (select 1 from inquiries i where i.agency_id = help_attempts.agency_id and i.id = help_attempts.inquiry_id)');
    end loop;
  end loop;
end $$;

-- They belong to the preliminary assessment, and stay with it once the inquiry is concluded.
create function concluded_attempts_stay() returns trigger language plpgsql as $$
declare one help_attempts := case tg_op when 'DELETE' then old else new end;
begin
  if exists (select 1 from inquiries i where i.agency_id = one.agency_id and i.id = one.inquiry_id and i.state = 'concluded') then
    raise exception 'inquiry % is concluded', one.inquiry_id using errcode = 'restrict_violation';
  end if;
  return one;
end $$;
revoke execute on function concluded_attempts_stay() from public;
create trigger concluded_attempts_stay before insert or update or delete on help_attempts
  for each row execute function concluded_attempts_stay();
