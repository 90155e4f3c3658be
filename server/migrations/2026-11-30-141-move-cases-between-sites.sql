-- A case moves to another site of the agency, or to the agency as a whole (R-002). Each move stays: where it came from, why, who and when;
-- what was signed before it still names the site of its day.
create table site_moves (
  agency_id uuid not null,
  id uuid not null default gen_random_uuid(),
  case_id uuid not null,
  from_site_id uuid,
  to_site_id uuid,
  reason text not null,
  moved_by uuid not null,
  moved_at timestamptz not null,
  primary key (agency_id, id),
  constraint site_moves_case_is_here foreign key (agency_id, case_id) references cases,
  constraint site_moves_from_is_here foreign key (agency_id, from_site_id) references sites,
  constraint site_moves_to_is_here foreign key (agency_id, to_site_id) references sites,
  constraint site_moves_mover_works_here foreign key (agency_id, moved_by) references workers,
  constraint site_moves_have_a_reason check (reason <> ''),
  constraint site_moves_go_somewhere_else check (from_site_id is distinct from to_site_id)
);
create index site_moves_by_case on site_moves (agency_id, case_id, moved_at desc);
call open_case_table('site_moves', array['select']);

-- The one way to move a case. Whatever the program asks: only a supervisor or the head who sees it, and only while it is worked on.
create function move_case_to_site(given_case uuid, given_site uuid, given_reason text, given_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was cases;
  actor workers;
begin
  select * into actor from workers w where w.agency_id = app_agency() and w.id = app_worker() and w.active
    and w.role in ('supervisor', 'agency-head');
  select * into was from cases c where c.agency_id = app_agency() and c.id = given_case
    and c.readers && app_principals() and c.state = 'open' for update;
  if actor.id is null or was.id is null then
    raise exception 'not this actor''s to move' using errcode = 'insufficient_privilege';
  end if;
  insert into site_moves (agency_id, case_id, from_site_id, to_site_id, reason, moved_by, moved_at)
  values (was.agency_id, was.id, was.site_id, given_site, given_reason, actor.id, given_at);
  update cases c set site_id = given_site, version = version + 1 where c.agency_id = was.agency_id and c.id = was.id;
end $$;

revoke execute on function move_case_to_site(uuid, uuid, text, timestamptz) from public;
grant execute on function move_case_to_site(uuid, uuid, text, timestamptz) to alongside_supervisor, alongside_head;
