-- Consent as a record of its own (R-074, R-186, R-282): who gave it for whom, for what purpose, which sections and
-- receivers, in what way, for how long, and when it was withdrawn. What was given never changes: it is only withdrawn, with
-- effect from that second. What is done without consent, in an emergency or by law, is an exception, never a consent.

-- The notice that people are told before they consent (Personal Information Protection Law, art. 17): versions that never
-- change, each in all three languages. The first one comes with the agency.
create table consent_notices (
  agency_id uuid not null references agencies,
  version integer not null,
  words_zh text not null,
  words_en text not null,
  words_ru text not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (agency_id, version),
  foreign key (agency_id, written_by) references workers,
  constraint consent_notices_are_numbered check (version >= 1),
  constraint consent_notices_are_whole check (words_zh <> '' and words_en <> '' and words_ru <> '')
);
call shut_table('consent_notices');
call sign_as_oneself('consent_notices', '''written_by''');
do $$
declare role_name text;
begin
  foreach role_name in array array['worker', 'supervisor', 'head', 'administrator', 'inspector'] loop
    call open_table('consent_notices', 'select', role_name, 'agency_id = (select app_agency())');
  end loop;
  call open_table('consent_notices', 'insert', 'administrator', 'agency_id = (select app_agency())');
end $$;

create table consents (
  agency_id uuid not null references agencies,
  id uuid not null,
  -- Whom the information is about.
  person_id uuid not null,
  case_id uuid,
  inquiry_id uuid,
  purpose text not null,
  -- The one sensitive kind that this consent is for, and only for; null for what is not sensitive.
  sensitive_kind text,
  sections text[] not null default '{}',
  -- Who receives it: kind and name of each.
  receivers jsonb not null default '[]',
  details text not null default '',
  giver text not null,
  giver_id uuid not null,
  giver_name text not null,
  -- The age or capacity of the person on that day, from which follows who gives.
  capacity text not null,
  heard text not null default '',
  way text not null,
  witness text not null default '',
  valid_from date not null,
  valid_until date not null,
  notice_version integer not null,
  notice_language text not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  version integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, giver_id) references people,
  foreign key (agency_id, recorded_by) references workers,
  foreign key (agency_id, withdrawn_by) references workers,
  foreign key (agency_id, notice_version) references consent_notices,
  constraint consents_have_one_place check (case_id is null or inquiry_id is null),
  constraint consents_giver_is_known check (giver in ('client', 'guardian')),
  constraint consents_are_given_by_whom_they_name check ((giver = 'client') = (giver_id = person_id)),
  constraint consents_under_14_are_a_guardians check (sensitive_kind is distinct from 'under-fourteen' or giver = 'guardian'),
  constraint consents_before_a_witness_name_them check (way <> 'oral-with-witness' or witness <> ''),
  constraint consents_end_after_they_begin check (valid_until >= valid_from),
  constraint consents_are_withdrawn_with_a_reason check (
    (withdrawn_by is null and withdrawn_at is null and withdrawn_reason is null)
    or (withdrawn_by is not null and withdrawn_at is not null and withdrawn_reason <> ''))
);
create index consents_by_person on consents (agency_id, person_id, recorded_at desc, id desc);
call shut_table('consents');
call sign_as_oneself('consents', '''recorded_by'', ''withdrawn_by''');

-- What was done, or may be done, without consent: in an emergency, or because a law demands it. Written once.
create table consent_exceptions (
  agency_id uuid not null references agencies,
  id uuid not null,
  person_id uuid not null,
  case_id uuid,
  inquiry_id uuid,
  ground text not null,
  legal_basis text not null default '',
  reason text not null,
  sections text[] not null default '{}',
  receivers jsonb not null default '[]',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, person_id) references people,
  foreign key (agency_id, case_id) references cases,
  foreign key (agency_id, inquiry_id) references inquiries,
  foreign key (agency_id, recorded_by) references workers,
  constraint consent_exceptions_have_one_place check (case_id is null or inquiry_id is null),
  constraint consent_exceptions_have_a_reason check (reason <> '')
);
create index consent_exceptions_by_person on consent_exceptions (agency_id, person_id, recorded_at desc, id desc);
call shut_table('consent_exceptions');
call sign_as_oneself('consent_exceptions', '''recorded_by''');

-- Whoever sees the case or the first contact in which it was given; of what was given in neither, whoever sees the person.
do $$
declare role_name text; table_name text; in_sight text;
begin
  foreach table_name in array array['consents', 'consent_exceptions'] loop
    in_sight := format('agency_id = (select app_agency())'
      ' and coalesce((select true from people p where p.agency_id = %1$I.agency_id and p.id = %1$I.person_id), false)'
      ' and case when case_id is not null'
      ' then coalesce((select true from cases c where c.agency_id = %1$I.agency_id and c.id = %1$I.case_id), false)'
      ' when inquiry_id is not null'
      ' then coalesce((select true from inquiries i where i.agency_id = %1$I.agency_id and i.id = %1$I.inquiry_id), false)'
      ' else true end', table_name);
    foreach role_name in array array['worker', 'supervisor', 'head'] loop
      call open_table(table_name, 'select', role_name, in_sight);
      call open_table(table_name, 'insert', role_name, in_sight);
      if table_name = 'consents' then call open_table(table_name, 'update', role_name, in_sight); end if;
    end loop;
  end loop;
end $$;
call narrow_updates('consents', array['withdrawn_by', 'withdrawn_at', 'withdrawn_reason', 'version']);

-- Whatever the program or a later function asks: given once, withdrawn once.
create function consents_stay() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null
    or to_jsonb(new) - array['withdrawn_by', 'withdrawn_at', 'withdrawn_reason', 'version']
      is distinct from to_jsonb(old) - array['withdrawn_by', 'withdrawn_at', 'withdrawn_reason', 'version']
  then
    raise exception 'consent % is only withdrawn, and once', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
revoke execute on function consents_stay() from public;
create trigger consents_stay before update on consents for each row execute function consents_stay();

create function written_once() returns trigger language plpgsql as $$
begin
  raise exception 'what stands in % never changes', tg_table_name using errcode = 'restrict_violation';
end $$;
revoke execute on function written_once() from public;
create trigger written_once before update on consent_notices for each row execute function written_once();
create trigger written_once before update on consent_exceptions for each row execute function written_once();

-- The first notice of every agency: short, and true of every one of them. An administrator writes the agency's own.
create function begin_with_a_notice(given_agency uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into consent_notices (agency_id, version, words_zh, words_en, words_ru, written_at)
  values (given_agency, 1,
'我们是谁：为您提供社会工作服务的机构及您的社工。
为什么需要您的信息：了解您的情况，与您商定服务，并保证服务安全、连贯。
记录哪些信息：您告诉我们的情况、我们共同商定的计划，以及服务的过程和结果。健康、生物识别、宗教信仰、特定身份、财务、行踪等敏感信息，以及未满14周岁儿童的任何信息，均须另行单独同意。
谁能看到：只有参与您服务的工作人员。未经您同意，我们不会向其他人或机构提供。
例外情况：有人的生命或健康面临危险，或法律要求我们报告（例如未成年人受到侵害）时，我们可能在未经同意的情况下告知有关部门，并会如实记录理由。
保存多久：以服务和法律规定所需的最短时间为限。
您的权利：您可以查看、复制、更正自己的信息，要求解释，也可以随时撤回同意。撤回自当刻起生效，不影响撤回之前已做的事，也不会因此拒绝为您提供不依赖该同意的服务。
未满14周岁的，由监护人同意；我们会听取孩子本人的意见。',
'Who we are: the agency that serves you, and your social worker.
Why we need your information: to understand your situation, to agree with you on help, and to make that help safe and steady.
What we record: what you tell us, the plan that we agree on, and how the work goes and ends. Sensitive information (health, biometric data, religion, a protected identity, finances, whereabouts) and anything about a child under 14 need a separate consent each.
Who sees it: only the staff who work with you. We give it to nobody else without your consent.
Exceptions: when somebody’s life or health is in danger, or a law obliges us to report (for example that a child is harmed), we may tell the authorities without consent. We write down why.
How long we keep it: no longer than the work and the law require.
Your rights: you may see, copy and correct your information, ask us to explain, and withdraw your consent at any time. Withdrawal works from that very second; it does not undo what was done before, and nobody is refused help that does not need the consent.
For a child under 14 the guardian consents; we also listen to the child.',
'Кто мы: организация, которая вам помогает, и ваш социальный работник.
Зачем нужны сведения: чтобы понять вашу ситуацию, договориться с вами о помощи и сделать её безопасной и непрерывной.
Что мы записываем: то, что вы нам рассказываете, согласованный с вами план, ход и итог работы. Для чувствительных сведений (здоровье, биометрия, религия, особо защищаемый статус, финансы, местонахождение) и любых сведений о ребёнке младше 14 лет нужно отдельное согласие на каждый вид.
Кто их видит: только сотрудники, которые работают с вами. Без вашего согласия мы никому их не передаём.
Исключения: если чья-то жизнь или здоровье в опасности либо закон обязывает нас сообщить (например, о причинении вреда ребёнку), мы можем сообщить в органы без согласия. Причину мы записываем.
Сколько храним: не дольше, чем требуют работа и закон.
Ваши права: вы можете посмотреть, скопировать и исправить сведения, попросить объяснений и в любой момент отозвать согласие. Отзыв действует с этой самой секунды, не отменяет сделанного раньше и не лишает помощи, для которой это согласие не нужно.
За ребёнка младше 14 лет согласие даёт законный представитель; самого ребёнка мы тоже выслушиваем.',
    now())
$$;
create function agencies_begin_with_a_notice() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform begin_with_a_notice(new.agency_id);
  return null;
end $$;
revoke execute on function begin_with_a_notice(uuid), agencies_begin_with_a_notice() from public;
create trigger agencies_begin_with_a_notice after insert on agencies
  for each row execute function agencies_begin_with_a_notice();
select begin_with_a_notice(a.agency_id) from agencies a;
