-- The records of the stages. A draft is saved as one writes; a signed record no longer changes, an addendum is added.
-- Rows of lists (problems, goals, steps …) may be removed only while their record is a draft; the actions see to that,
-- and a trigger refuses it here too.

create table interviews (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  state text not null default 'draft',
  held_from timestamptz,
  held_until timestamptz,
  place text not null default '',
  place_is_private boolean,
  place_is_comfortable boolean,
  mode text,
  participants text not null default '',
  reasons_for_help text not null default '',
  help_seeking_process text not null default '',
  purpose text not null default '',
  process text not null default '',
  overall_evaluation text not null default '',
  suggestions text not null default '',
  tasks_done text[] not null default '{}',
  expectations text not null default '',
  unrealistic_clarified text not null default '',
  agency_requirements text not null default '',
  joint_effort_told boolean,
  emotion_before smallint,
  emotion_after smallint,
  client_wishes_relationship boolean,
  preliminary_agreement text not null default '',
  next_step text,
  next_at timestamptz,
  author_id uuid not null,
  signed_by uuid,
  signed_at timestamptz,
  written_late boolean not null default false,
  content_hash text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, author_id) references workers,
  constraint interviews_state_is_whole check (
    (state = 'draft' and signed_at is null)
    or (state = 'signed' and signed_at is not null and signed_by is not null and content_hash is not null and held_from is not null))
);
create index interviews_by_case on interviews (agency_id, case_id, created_at);

create table assessments (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  kind text not null default 'comprehensive',
  state text not null default 'draft',
  held_on date,
  place text not null default '',
  methods text[] not null default '{}',
  informants text not null default '',
  explained_items text[] not null default '{}',
  presenting text not null default '',
  physical text not null default '',
  psychological text not null default '',
  social text not null default '',
  behaviour text not null default '',
  limits text not null default '',
  risks text not null default '',
  theories text[] not null default '{}',
  needs_case_management boolean,
  case_management_reason text not null default '',
  summary text not null default '',
  suggestion text not null default '',
  author_id uuid not null,
  signed_by uuid,
  signed_at timestamptz,
  cosigned_by uuid,
  cosigned_at timestamptz,
  content_hash text,
  client_view text,
  client_view_text text not null default '',
  client_view_way text,
  client_view_by uuid,
  client_view_at timestamptz,
  client_view_recorded_by uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, author_id) references workers,
  constraint assessments_state_is_whole check (
    (state = 'draft' and signed_at is null)
    or (state in ('awaiting-cosignature', 'signed') and signed_at is not null and content_hash is not null and client_view is null)
    or (state in ('confirmed', 'corrected', 'not-confirmed') and signed_at is not null and client_view is not null and client_view_at is not null)),
  constraint assessments_are_not_cosigned_by_their_author check (cosigned_by is distinct from signed_by or cosigned_by is null)
);
create index assessments_by_case on assessments (agency_id, case_id, created_at);

create table problems (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  assessment_id uuid not null,
  position integer not null,
  domain text,
  description text not null default '',
  cause text not null default '',
  nature text,
  degree text,
  factors text not null default '',
  since text not null default '',
  client_rank smallint,
  worker_rank smallint,
  difficulty text,
  primary key (agency_id, id),
  foreign key (agency_id, assessment_id) references assessments,
  foreign key (agency_id, case_id) references cases
);
create index problems_by_assessment on problems (agency_id, assessment_id, position);

create table needs (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  assessment_id uuid not null,
  position integer not null,
  description text not null default '',
  client_words text not null default '',
  priority text,
  problem_ids uuid[] not null default '{}',
  primary key (agency_id, id),
  foreign key (agency_id, assessment_id) references assessments,
  foreign key (agency_id, case_id) references cases
);
create index needs_by_assessment on needs (agency_id, assessment_id, position);

create table strengths (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  assessment_id uuid not null,
  position integer not null,
  level text,
  description text not null default '',
  primary key (agency_id, id),
  foreign key (agency_id, assessment_id) references assessments,
  foreign key (agency_id, case_id) references cases
);
create index strengths_by_assessment on strengths (agency_id, assessment_id, position);

create table plans (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  edition integer not null,
  assessment_id uuid not null,
  state text not null default 'draft',
  strategy text not null default '',
  methods text[] not null default '{}',
  rationale text not null default '',
  participation text not null default '',
  risks jsonb not null default '[]',
  evaluation_way text not null default '',
  client_duties text not null default '',
  agency_duties text not null default '',
  starts_on date,
  ends_on date,
  review_on date,
  author_id uuid not null,
  signed_by uuid,
  signed_at timestamptz,
  cosigned_by uuid,
  cosigned_at timestamptz,
  content_hash text,
  activated_by uuid,
  activated_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, assessment_id) references assessments,
  foreign key (agency_id, author_id) references workers,
  constraint plans_have_one_edition_each unique (agency_id, case_id, edition),
  constraint plans_state_is_whole check (
    (state = 'draft' and signed_at is null)
    or (state in ('awaiting-cosignature', 'proposed') and signed_at is not null and content_hash is not null and activated_at is null)
    or (state in ('active', 'ended') and signed_at is not null and activated_at is not null)),
  constraint plans_are_not_cosigned_by_their_author check (cosigned_by is distinct from signed_by or cosigned_by is null)
);
create unique index one_active_plan_for_each_case on plans (agency_id, case_id) where state = 'active';

create table goals (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  plan_id uuid not null,
  parent_id uuid,
  position integer not null,
  term text not null,
  need_ids uuid[] not null default '{}',
  statement text not null default '',
  client_words text not null default '',
  indicator text not null default '',
  baseline text not null default '',
  target text not null default '',
  due_on date,
  smart text[] not null default '{}',
  weight double precision not null default 1,
  gas_levels text[] not null default '{"","","","",""}',  -- from -2 to +2
  baseline_level smallint not null default -1,
  status text not null default 'proposed',
  primary key (agency_id, id),
  foreign key (agency_id, plan_id) references plans,
  foreign key (agency_id, case_id) references cases,
  constraint goals_have_five_gas_levels check (cardinality(gas_levels) = 5),
  constraint goals_weigh_nothing_or_more check (weight >= 0)
);
create index goals_by_plan on goals (agency_id, plan_id, position);

create table services (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  plan_id uuid not null,
  position integer not null,
  goal_ids uuid[] not null default '{}',
  content text not null default '',
  activity_type text,
  method text,
  form text not null default '',
  frequency text not null default '',
  duration text not null default '',
  place text not null default '',
  provider text not null default '',
  primary key (agency_id, id),
  foreign key (agency_id, plan_id) references plans,
  foreign key (agency_id, case_id) references cases
);
create index services_by_plan on services (agency_id, plan_id, position);

create table steps (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  plan_id uuid not null,
  goal_id uuid,
  position integer not null,
  what text not null default '',
  responsible text,
  responsible_name text not null default '',
  instructions text not null default '',
  due_on date,
  expected_outcome text not null default '',
  state text not null default 'open',
  outcome text not null default '',
  done_on date,
  settled_by uuid,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, plan_id) references plans,
  foreign key (agency_id, case_id) references cases,
  constraint steps_state_is_whole check (
    (state = 'open' and done_on is null) or (state = 'done' and done_on is not null and outcome <> '') or (state = 'cancelled' and outcome <> ''))
);
create index steps_by_plan on steps (agency_id, plan_id, position);
create index steps_due on steps (agency_id, case_id, due_on) where state = 'open';

create table step_moves (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  step_id uuid not null,
  from_on date not null,
  to_on date not null,
  reason text not null,
  moved_by uuid not null,
  at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, step_id) references steps,
  foreign key (agency_id, case_id) references cases,
  constraint step_moves_move check (from_on <> to_on and reason <> '')
);
create index step_moves_by_step on step_moves (agency_id, step_id, at);

create table plan_confirmations (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  plan_id uuid not null,
  given_as text not null,
  person_id uuid not null,
  way text not null,
  witness text not null default '',
  said text not null default '',
  given_at timestamptz not null,
  recorded_by uuid not null,
  primary key (agency_id, id),
  foreign key (agency_id, plan_id) references plans,
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, person_id) references people,
  constraint plan_confirmations_are_the_clients_or_the_guardians check (given_as in ('client', 'guardian')),
  constraint plan_confirmations_are_given_once unique (agency_id, plan_id, given_as, person_id)
);

create table process_records (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  ordinal integer not null,
  state text not null default 'draft',
  held_from timestamptz,
  held_until timestamptz,
  place text not null default '',
  mode text,
  persons_seen text[] not null default '{}',
  client_seen boolean,
  not_seen_reason text not null default '',
  goal_ids uuid[] not null default '{}',
  activity_types text[] not null default '{}',
  purpose text not null default '',
  performance text not null default '',    -- facts: what the client did and said
  interaction text not null default '',
  intervention text not null default '',
  progress text not null default '',
  difficulty text not null default '',
  solution text not null default '',
  judgement text not null default '',      -- the worker's analysis, apart from the facts (R-169)
  next_plan text not null default '',
  next_at timestamptz,
  author_id uuid not null,
  signed_by uuid,
  signed_at timestamptz,
  written_late boolean not null default false,
  content_hash text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, author_id) references workers,
  constraint process_records_are_numbered unique (agency_id, case_id, ordinal),
  constraint process_records_state_is_whole check (
    (state = 'draft' and signed_at is null)
    or (state = 'signed' and signed_at is not null and content_hash is not null and held_from is not null))
);

create table evaluations (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  plan_id uuid not null,
  kind text not null,
  state text not null default 'draft',
  held_on date,
  subjects text[] not null default '{}',
  methods text[] not null default '{}',
  process_ratings jsonb not null default '{}',
  outcome_ratings jsonb not null default '{}',
  appraisal jsonb not null default '{}',             -- of the plan itself (R-188)
  others_consented boolean not null default false,   -- to family or others taking part (R-186)
  gaps jsonb not null default '[]',
  lessons text not null default '',
  conclusion text,
  t_score double precision,
  baseline_t_score double precision,
  client_t_score double precision,
  goals_rated integer not null default 0,
  goals_set integer not null default 0,
  author_id uuid not null,
  signed_by uuid,
  signed_at timestamptz,
  cosigned_by uuid,
  cosigned_at timestamptz,
  content_hash text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, plan_id) references plans,
  foreign key (agency_id, author_id) references workers,
  constraint evaluations_state_is_whole check (
    (state = 'draft' and signed_at is null)
    or (state in ('awaiting-cosignature', 'signed') and signed_at is not null and content_hash is not null and conclusion is not null)),
  constraint evaluations_are_not_cosigned_by_their_author check (cosigned_by is distinct from signed_by or cosigned_by is null)
);
create index evaluations_by_case on evaluations (agency_id, case_id, created_at);

create table goal_ratings (
  agency_id uuid not null,
  evaluation_id uuid not null,
  goal_id uuid not null,
  case_id uuid not null,
  level smallint,
  client_level smallint,
  evidence text not null default '',
  primary key (agency_id, evaluation_id, goal_id),
  foreign key (agency_id, evaluation_id) references evaluations,
  foreign key (agency_id, goal_id) references goals,
  foreign key (agency_id, case_id) references cases,
  constraint goal_ratings_lie_on_the_scale check (level between -2 and 2 and client_level between -2 and 2)
);

create table satisfaction_surveys (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  mode text not null,
  given_on date not null,
  answers jsonb not null,
  score double precision not null,     -- mean of the answered items × 20, 0 to 100
  would_return boolean,
  comment text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, recorded_by) references workers
);
create index satisfaction_surveys_by_case on satisfaction_surveys (agency_id, case_id, given_on);

create table closings (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  state text not null default 'draft',
  reason text,
  reason_note text not null default '',
  readiness text[] not null default '{}',
  announced_on date,
  main_problem text not null default '',
  outcome text not null default '',
  gap text not null default '',
  client_view text not null default '',
  reactions text[] not null default '{}',
  reaction_care text not null default '',
  review text not null default '',
  future text not null default '',
  lessons text not null default '',
  referred boolean,
  referral_note text not null default '',
  caregiver text not null default '',
  follow_up_months integer[] not null default '{1,3,6}',
  follow_up_way text,
  no_follow_up_reason text not null default '',
  author_id uuid not null,
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text not null default '',
  content_hash text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, author_id) references workers,
  constraint closings_state_is_whole check (
    (state = 'draft' and decided_at is null)
    or (state = 'submitted' and submitted_at is not null and decided_at is null)
    or (state = 'returned' and decided_by is not null and decision_note <> '')
    or (state = 'approved' and decided_by is not null and decided_at is not null and content_hash is not null)),
  constraint closings_are_not_approved_by_their_author check (decided_by is distinct from author_id or decided_by is null)
);
create index closings_by_case on closings (agency_id, case_id, created_at);
create unique index one_closing_under_way_for_each_case on closings (agency_id, case_id) where state in ('draft', 'submitted', 'returned');

create table follow_ups (
  agency_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  closing_id uuid not null,
  due_on date not null,
  state text not null default 'planned',
  way text,
  held_on date,
  reached boolean,
  not_reached_reason text not null default '',
  situation text not null default '',
  maintained text,
  new_need text not null default '',
  action_taken text not null default '',
  further boolean,
  reopen boolean,
  recorded_by uuid,
  recorded_at timestamptz,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, closing_id) references closings,
  constraint follow_ups_state_is_whole check (
    (state = 'planned' and held_on is null) or (state = 'cancelled')
    or (state = 'done' and held_on is not null and reached is not null and recorded_by is not null))
);
create index follow_ups_by_case on follow_ups (agency_id, case_id, due_on);

call open_case_table('interviews', array['select', 'insert', 'update']);
call open_case_table('assessments', array['select', 'insert', 'update']);
call open_case_table('problems', array['select', 'insert', 'update', 'delete']);
call open_case_table('needs', array['select', 'insert', 'update', 'delete']);
call open_case_table('strengths', array['select', 'insert', 'update', 'delete']);
call open_case_table('plans', array['select', 'insert', 'update']);
call open_case_table('goals', array['select', 'insert', 'update', 'delete']);
call open_case_table('services', array['select', 'insert', 'update', 'delete']);
call open_case_table('steps', array['select', 'insert', 'update', 'delete']);
call open_case_table('step_moves', array['select', 'insert']);
call open_case_table('plan_confirmations', array['select', 'insert']);
call open_case_table('process_records', array['select', 'insert', 'update']);
call open_case_table('evaluations', array['select', 'insert', 'update']);
call open_case_table('goal_ratings', array['select', 'insert', 'update', 'delete']);
call open_case_table('satisfaction_surveys', array['select', 'insert']);
call open_case_table('closings', array['select', 'insert', 'update']);
call open_case_table('follow_ups', array['select', 'insert', 'update']);

-- What is signed does not change: not even by a mistake in the program. Columns that may still be set afterwards
-- (the client's view, a co-signature, activation) are those a signature is not about.
create function signed_records_stay() returns trigger language plpgsql as $$
declare kept text[] := tg_argv::text[];
begin
  if old.state <> 'draft' and old.content_hash is not null
     and (to_jsonb(old) - kept) is distinct from (to_jsonb(new) - kept) then
    raise exception 'signed record % % does not change', tg_table_name, old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger signed_records_stay before update on interviews for each row execute function signed_records_stay('version');
create trigger signed_records_stay before update on process_records for each row execute function signed_records_stay('version');
create trigger signed_records_stay before update on assessments for each row execute function signed_records_stay('version', 'state',
  'cosigned_by', 'cosigned_at', 'client_view', 'client_view_text', 'client_view_way', 'client_view_by', 'client_view_at', 'client_view_recorded_by');
create trigger signed_records_stay before update on plans for each row execute function signed_records_stay('version', 'state',
  'cosigned_by', 'cosigned_at', 'activated_by', 'activated_at', 'ended_at');
create trigger signed_records_stay before update on evaluations for each row execute function signed_records_stay('version', 'state',
  'cosigned_by', 'cosigned_at');

create function signed_lists_stay() returns trigger language plpgsql as $$
declare parent_state text; changed jsonb := to_jsonb(coalesce(old, new));
begin
  execute format('select state from %I where agency_id = $1 and id = $2', tg_argv[0]) into parent_state
    using (changed ->> 'agency_id')::uuid, (changed ->> tg_argv[1])::uuid;
  if parent_state is distinct from 'draft' then
    raise exception 'rows of a signed % do not change', tg_argv[0] using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger signed_lists_stay before insert or update or delete on problems for each row execute function signed_lists_stay('assessments', 'assessment_id');
create trigger signed_lists_stay before insert or update or delete on needs for each row execute function signed_lists_stay('assessments', 'assessment_id');
create trigger signed_lists_stay before insert or update or delete on strengths for each row execute function signed_lists_stay('assessments', 'assessment_id');
create trigger signed_lists_stay before insert or update or delete on goal_ratings for each row execute function signed_lists_stay('evaluations', 'evaluation_id');
create trigger signed_lists_stay before insert or delete on goals for each row execute function signed_lists_stay('plans', 'plan_id');
create trigger signed_lists_stay before insert or delete on services for each row execute function signed_lists_stay('plans', 'plan_id');
create trigger signed_lists_stay before insert or delete on steps for each row execute function signed_lists_stay('plans', 'plan_id');

-- An archived case is read-only (R-206): nothing in it is written any more.
create function archived_cases_stay() returns trigger language plpgsql as $$
begin
  if exists (select 1 from cases c where c.agency_id = new.agency_id and c.id = new.case_id and c.state = 'archived') then
    raise exception 'case % is archived', new.case_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
do $$
declare table_name text;
begin
  foreach table_name in array array['interviews', 'assessments', 'problems', 'needs', 'strengths', 'plans', 'goals', 'services', 'steps',
    'step_moves', 'plan_confirmations', 'process_records', 'evaluations', 'goal_ratings', 'satisfaction_surveys', 'closings', 'follow_ups', 'addenda']
  loop
    execute format('create trigger archived_cases_stay before insert or update on %I for each row execute function archived_cases_stay()', table_name);
  end loop;
end $$;

-- Jobs are enqueued in the transaction of the act that needs them, through this one function.
create function enqueue_job(task text, payload jsonb, run_at timestamptz) returns void
language sql security definer set search_path = public, graphile_worker, pg_temp as $$
  select graphile_worker.add_job(task, payload::json, run_at => run_at)
$$;
revoke execute on function enqueue_job(text, jsonb, timestamptz), signed_records_stay(), signed_lists_stay(), archived_cases_stay() from public;
grant execute on function enqueue_job(text, jsonb, timestamptz) to alongside_worker, alongside_supervisor, alongside_head, alongside_administrator;
