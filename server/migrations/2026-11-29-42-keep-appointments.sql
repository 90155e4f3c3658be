-- A calendar with rooms (R-044, R-046, R-283). An appointment belongs to a case and is seen by whoever sees the case. That a
-- room or a worker is taken is a row of its own, which tells every colleague when, and nothing of what for.
create extension if not exists btree_gist;

create table appointments (
  agency_id uuid not null references agencies,
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  mode text not null,
  room_id uuid,
  place text not null default '',
  purpose text not null default '',
  with_whom text not null default '',
  worker_ids uuid[] not null,
  privacy text not null,
  -- How private the room was when it was booked, and why less than needed would do.
  room_privacy text,
  privacy_reason text not null default '',
  state text not null default 'booked',
  booked_by uuid not null,
  booked_at timestamptz not null,
  changed_by uuid,
  changed_at timestamptz,
  change_reason text,
  cancelled_by uuid,
  cancelled_at timestamptz,
  cancel_reason text,
  prepared_items text[] not null default '{}',
  prepared_by uuid,
  prepared_at timestamptz,
  version integer not null default 1,
  primary key (agency_id, id),
  constraint appointments_have_a_case foreign key (agency_id, case_id) references cases,
  constraint appointments_room_is_here foreign key (agency_id, room_id) references rooms,
  constraint appointments_booker_works_here foreign key (agency_id, booked_by) references workers,
  constraint appointments_changer_works_here foreign key (agency_id, changed_by) references workers,
  constraint appointments_canceller_works_here foreign key (agency_id, cancelled_by) references workers,
  constraint appointments_preparer_works_here foreign key (agency_id, prepared_by) references workers,
  constraint appointments_kind_is_known check (kind in ('interview', 'assessment', 'home-visit', 'meeting')),
  constraint appointments_end_after_they_begin check (ends_at > starts_at),
  constraint appointments_have_somebody check (cardinality(worker_ids) > 0),
  constraint appointments_rooms_have_a_rating check ((room_id is null) = (room_privacy is null)),
  constraint appointments_are_changed_with_a_reason check (
    num_nulls(changed_by, changed_at, change_reason) in (0, 3) and change_reason <> ''),
  constraint appointments_are_cancelled_with_a_reason check (
    (state = 'booked' and num_nulls(cancelled_by, cancelled_at, cancel_reason) = 3)
    or (state = 'cancelled' and num_nulls(cancelled_by, cancelled_at, cancel_reason) = 0 and cancel_reason <> '')),
  constraint appointments_prepared_by_somebody check ((prepared_by is null) = (prepared_at is null))
);
create index appointments_by_case on appointments (agency_id, case_id, starts_at desc, id desc);
call shut_table('appointments');
call sign_as_oneself('appointments', '''booked_by'', ''changed_by'', ''cancelled_by'', ''prepared_by''');

-- One room, or one worker, for one appointment. The database itself refuses a second booking of the same time; what was
-- cancelled is free again and stays as a row.
create table bookings (
  agency_id uuid not null references agencies,
  id uuid not null,
  appointment_id uuid not null,
  room_id uuid,
  worker_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  freed boolean not null default false,
  primary key (agency_id, id),
  constraint bookings_are_for_an_appointment foreign key (agency_id, appointment_id) references appointments,
  constraint bookings_room_is_here foreign key (agency_id, room_id) references rooms,
  constraint bookings_worker_works_here foreign key (agency_id, worker_id) references workers,
  constraint bookings_are_of_one_thing check (num_nulls(room_id, worker_id) = 1),
  constraint bookings_end_after_they_begin check (ends_at > starts_at),
  constraint bookings_are_made_once unique nulls not distinct (agency_id, appointment_id, room_id, worker_id),
  constraint rooms_are_booked_once exclude using gist
    (agency_id with =, room_id with =, tstzrange(starts_at, ends_at) with &&) where (room_id is not null and not freed),
  constraint workers_are_booked_once exclude using gist
    (agency_id with =, worker_id with =, tstzrange(starts_at, ends_at) with &&) where (worker_id is not null and not freed)
);
create index bookings_by_worker on bookings (agency_id, worker_id, starts_at, id) where not freed;
create index bookings_by_room on bookings (agency_id, room_id, starts_at, id) where not freed;
call shut_table('bookings');

do $$
declare role_name text; command text; of_case text; of_appointment text;
begin
  of_case := 'agency_id = (select app_agency()) and coalesce((select true from cases c'
    ' where c.agency_id = appointments.agency_id and c.id = appointments.case_id), false)';
  of_appointment := 'agency_id = (select app_agency()) and coalesce((select true from appointments a'
    ' where a.agency_id = bookings.agency_id and a.id = bookings.appointment_id), false)';
  foreach role_name in array array['worker', 'supervisor', 'head'] loop
    foreach command in array array['select', 'insert', 'update'] loop
      call open_table('appointments', command, role_name, of_case);
    end loop;
    call open_table('bookings', 'select', role_name, 'agency_id = (select app_agency())');
    call open_table('bookings', 'insert', role_name, of_appointment);
    call open_table('bookings', 'update', role_name, of_appointment);
  end loop;
end $$;
call narrow_updates('appointments', array['kind', 'starts_at', 'ends_at', 'mode', 'room_id', 'place', 'purpose', 'with_whom',
  'worker_ids', 'privacy', 'room_privacy', 'privacy_reason', 'state', 'changed_by', 'changed_at', 'change_reason', 'cancelled_by',
  'cancelled_at', 'cancel_reason', 'prepared_items', 'prepared_by', 'prepared_at', 'version']);
call narrow_updates('bookings', array['starts_at', 'ends_at', 'freed']);
