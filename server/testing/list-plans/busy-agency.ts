import pg from 'pg'
import { onTestFinished } from 'vitest'
import { openKeyring } from '#server/platform/identifier-keys/index.ts'
import { testKeys } from '#server/testing/keys.ts'
import { type BenchWorker, load } from '#server/testing/volume/volume.ts'
import { fillDirectory } from './busy-directory.ts'
import { fillDivisions } from './busy-divisions.ts'
import { testWorld, type TestWorker } from '#server/testing/world.ts'

const volume = { cases: 10_000, workers: 200, records: 10_000 }
/** How many workers one supervisor has. */
export const teamSize = 8
/** How many lines one busy case has of each kind, and one busy worker of notices. */
const busy = 500

/** Of one case, one worker and one room more appointments than any page shows, one an hour. */
async function fillCalendar(
  client: pg.Client,
  { agencyId, caseId, workerId }: Readonly<{ agencyId: string; caseId: string; workerId: string }>,
) {
  await client.query(
    `with room as (insert into rooms (agency_id, id, created_at) values ($1, gen_random_uuid(), now()) returning id)
     insert into appointments (agency_id, id, case_id, kind, starts_at, ends_at, mode, room_id, room_privacy, worker_ids, privacy,
       booked_by, booked_at)
     select $1, gen_random_uuid(), $2, 'interview', now() + interval '1 hour' * n, now() + interval '1 hour' * (n + 1), 'office',
       room.id, 'private', array[$3::uuid], 'private', $3, now()
     from room cross join generate_series(1, 1200) as n`,
    [agencyId, caseId, workerId],
  )
  await client.query(
    `insert into bookings (agency_id, id, appointment_id, worker_id, room_id, starts_at, ends_at)
     select a.agency_id, gen_random_uuid(), a.id, taken.worker_id, taken.room_id, a.starts_at, a.ends_at
     from appointments a cross join lateral (values (a.worker_ids[1], null::uuid), (null::uuid, a.room_id)) as taken(worker_id, room_id)`,
  )
}

/** More outlines than any page shows. */
async function fillOutlines(client: pg.Client, agencyId: string) {
  await client.query(
    `insert into interview_outlines (agency_id, id, edition, created_at)
     select $1, gen_random_uuid(), 1, now() from generate_series(1, 1200)`,
    [agencyId],
  )
  await client.query(
    `insert into interview_outline_editions (agency_id, outline_id, edition, title, purpose, use, questions, written_at)
     select o.agency_id, o.id, 1, w.words, w.words, 'first-interview', jsonb_build_array(jsonb_build_object('id', o.id, 'words', w.words)), now()
     from interview_outlines o cross join (select '{"zh-CN":"x","en":"x","ru":"x"}'::jsonb as words) w
     where not exists (select 1 from interview_outline_editions e where e.agency_id = o.agency_id and e.outline_id = o.id)`,
  )
}

/** An agency of years: thousands of cases, one of them with more lines of each kind than any page shows. */
export async function busyAgency() {
  const world = await testWorld({}, { apart: true })
  const client = new pg.Client({ connectionString: world.ownerUrl })
  await client.connect()
  onTestFinished(() => client.end())
  const { agencyId, workers, head } = await load(client, volume, openKeyring(client, testKeys), () => {})
  const [first] = workers
  if (!first) throw new Error('nobody works here')
  const member = (who: BenchWorker, role: TestWorker['role']) =>
    ({ ...who, agencyId, name: '', role, level: 3 }) as const
  const supervisor = await world.worker(agencyId, { role: 'supervisor', level: 2 })
  const inspector = await world.worker(agencyId, { role: 'inspector' })
  const [chosen] = await world.rows<{ id: string; client_id: string }>(
    `select id, client_id from cases where case_manager_id = $1 and state = 'open' order by id limit 1`,
    [first.id],
  )
  if (!chosen) throw new Error('nobody is served here')
  const caseId = chosen.id
  await client.query('set session_replication_role = replica')
  await fill(client, { agencyId, caseId, workerId: first.id, supervisorId: supervisor.id })
  await fillCopies(client, caseId)
  await fillPartners(client, { agencyId, workerId: first.id })
  await fillQuestionnaires(client, { agencyId, caseId, workerId: first.id })
  const importId = await fillDirectory(client, { agencyId, workerId: first.id })
  const editionId = await fillDivisions(client, { agencyId, workerId: first.id })
  await client.query('set session_replication_role = default')
  await client.query('vacuum analyze')
  return {
    world,
    client,
    caseId,
    personId: chosen.client_id,
    importId,
    editionId,
    members: {
      worker: member(first, 'worker'),
      supervisor,
      head: member(head, 'agency-head'),
      inspector,
      // Whose program it is stands with its credential; to the doors of workers it is nobody.
      partner: { ...inspector, token: partnerToken },
    },
  }
}

type Busy = Readonly<{ agencyId: string; caseId: string; workerId: string; supervisorId: string }>

/** A few of the workers are the supervisor's: they see those cases. */
async function giveATeam(
  client: pg.Client,
  { agencyId, workerId, supervisorId }: Pick<Busy, 'agencyId' | 'workerId' | 'supervisorId'>,
) {
  await client.query(
    `update workers set supervisor_id = $1 where id in
       (select id from workers where agency_id = $2 and role = 'worker' order by id <> $3, id limit $4)`,
    [supervisorId, agencyId, workerId, teamSize],
  )
  await client.query(
    `update cases c set readers = c.readers || $1::uuid from workers w where w.id = c.case_manager_id and w.supervisor_id = $1`,
    [supervisorId],
  )
  await client.query(
    `update people p set readers = p.readers || $1::uuid from cases c where c.client_id = p.id and $1 = any(c.readers)`,
    [supervisorId],
  )
  await client.query(
    `update person_search_keys k set seen_by = reader_marks(p.readers) from people p
     where p.agency_id = k.agency_id and p.id = k.person_id and $1 = any(p.readers)`,
    [supervisorId],
  )
  await client.query(
    `update inquiries i set readers = i.readers || $1::uuid from workers w where w.id = i.received_by and w.supervisor_id = $1`,
    [supervisorId],
  )
}

async function fill(client: pg.Client, { agencyId, caseId, workerId, supervisorId }: Busy) {
  const many = (text: string) =>
    client.query(`${text} from generate_series(1, ${String(busy)}) as n`, [agencyId, caseId, workerId])
  await giveATeam(client, { agencyId, workerId, supervisorId })
  await many(`insert into timeline (agency_id, at, case_id, worker_id, what, facts)
    select $1, now() - interval '1 hour' * n, $2, $3, 'stage-entered', '{"stage": "plan"}'`)
  await many(`insert into process_records (agency_id, id, case_id, ordinal, state, held_from, author_id)
    select $1, gen_random_uuid(), $2, 1000 + n, 'draft', now(), $3`)
  await fillOutlines(client, agencyId)
  await fillCalendar(client, { agencyId, caseId, workerId })
  await many(`insert into interviews (agency_id, id, case_id, author_id, state, held_from, signed_by, signed_at, content_hash)
    select $1, gen_random_uuid(), $2, $3, 'signed', now(), $3, now(), 'x'`)
  await many(`insert into assessments (agency_id, id, case_id, author_id, state, signed_by, signed_at, content_hash)
    select $1, gen_random_uuid(), $2, $3, 'signed', $3, now(), 'x'`)
  await many(`insert into plans (agency_id, id, case_id, author_id, edition, assessment_id, state, signed_by, signed_at, content_hash)
    select $1, gen_random_uuid(), $2, $3, n, gen_random_uuid(), 'proposed', $3, now(), 'x'`)
  await client.query(
    `insert into interviews (agency_id, id, case_id, author_id, state, held_from, signed_by, signed_at, content_hash)
     select agency_id, gen_random_uuid(), id, case_manager_id, 'signed', now(), case_manager_id, now(), 'x' from cases`,
  )
  await fillAssessments(client)
  await client.query(
    `insert into plans (agency_id, id, case_id, author_id, edition, assessment_id, state, signed_by, signed_at, content_hash)
     select agency_id, gen_random_uuid(), id, case_manager_id, 900, gen_random_uuid(), 'proposed', case_manager_id, now(), 'x' from cases`,
  )
  const [chosen] = (
    await client.query<{ client_id: string }>('select client_id from cases where id = $1', [caseId])
  ).rows
  // Of every client a few, of one of them many.
  await client.query(
    `insert into consents (agency_id, id, person_id, case_id, purpose, giver, giver_id, giver_name, capacity, way,
       valid_from, valid_until, notice_version, notice_language, recorded_by, recorded_at)
     select c.agency_id, gen_random_uuid(), c.client_id, c.id, 'recording', 'client', c.client_id, 'x', 'full', 'written',
       '2026-01-01', '2027-01-01', 1, 'en', c.case_manager_id, now() - interval '1 hour' * n
     from cases c cross join generate_series(1, case when c.client_id = $1 then ${String(busy)} else 1 end) as n`,
    [chosen?.client_id],
  )
  await fillScales(client, caseId)
  await fillReferrals(client, { agencyId, personId: chosen?.client_id })
  await fillPeople(client, chosen?.client_id)
  await fillSettings(client, agencyId)
  await many(`insert into notices (agency_id, id, worker_id, kind, case_id, told_at)
    select $1, gen_random_uuid(), $3, 'case-assigned', $2, now() - interval '1 minute' * n`)
  await client.query(
    `insert into inquiries (agency_id, id, state, channel, received_at, received_by, readers)
     select $1, gen_random_uuid(), 'draft', 'phone', now() - interval '1 hour' * s.n, w.id, array[w.id, a.desk_post, a.head_post]
     from bench_workers w cross join generate_series(1, 20) as s(n) cross join agencies a`,
    [agencyId],
  )
  await fillDesk(client, agencyId)
  await fillAudit(client, agencyId)
}

/** One assessment for each case, signed over years, with a problem of a nature. */
async function fillAssessments(client: pg.Client) {
  await client.query(
    `insert into assessments (agency_id, id, case_id, author_id, state, signed_by, signed_at, content_hash)
     select agency_id, gen_random_uuid(), id, case_manager_id, 'signed', case_manager_id, now() - interval '1 hour' * (row_number() over () * 7), 'x'
     from cases`,
  )
  await client.query(
    `insert into problems (agency_id, id, case_id, assessment_id, position, nature, client_rank, worker_rank)
     select agency_id, gen_random_uuid(), case_id, id, 1, 'recurring', 1, 1 from assessments`,
  )
}

/** Of every client one request for a copy of their file, of one of them many. */
async function fillCopies(client: pg.Client, caseId: string) {
  await client.query(
    `insert into file_copies (agency_id, id, case_id, asked_by, asker_name, identity_check, asked_on, due_on, language, recorded_by, recorded_at)
     select c.agency_id, gen_random_uuid(), c.id, 'client', 'x', 'identity-card', '2026-01-01', '2026-02-01', 'en', c.case_manager_id,
       now() - interval '1 hour' * n
     from cases c cross join generate_series(1, case when c.id = $1 then ${String(busy)} else 1 end) as n`,
    [caseId],
  )
}

/** Of every client a few referrals, of one of them many; and as many that came in. */
async function fillReferrals(
  client: pg.Client,
  { agencyId, personId }: Readonly<{ agencyId: string; personId: string | undefined }>,
) {
  await client.query(
    `insert into referrals (agency_id, id, person_id, case_id, kind, reason, urgency, way, receiver_kind, receiver_name,
       receiver_language, summary, expectation, sections, consent_ids, reply_by, state, moved_at, author_id, created_at, sent_by, sent_at)
     select c.agency_id, gen_random_uuid(), c.client_id, c.id, 'partial', 'new-need', 'routine', 'paper', 'school', 'x', 'en', 'x', 'x',
       '{assessment}', array[gen_random_uuid()], date '2026-03-09' + n, (array['requested', 'in-progress', 'client-confirmed'])[1 + n % 3],
       now() - interval '1 hour' * n, c.case_manager_id, now() - interval '1 hour' * n, c.case_manager_id, now()
     from cases c cross join generate_series(1, case when c.client_id = $1 then ${String(busy)} else 1 end) as n`,
    [personId],
  )
  await client.query(
    `insert into received_referrals (agency_id, id, from_agency_id, from_agency_name, kind, reason, urgency, sent_at, reply_by, state, moved_at, version, phase)
     select $1, gen_random_uuid(), gen_random_uuid(), 'x', 'intake', 'out-of-area', 'routine', now() - interval '1 hour' * n, '2026-03-09',
       case n % 2 when 0 then 'requested' else 'cancelled' end, now(), 2, case n % 2 when 0 then 'awaiting' else 'over' end
     from generate_series(1, ${String(busy)}) as n`,
    [agencyId],
  )
}

/** What the credential of the partner says. */
const partnerToken = 'p'.repeat(43)

/** Many partners; one of them was sent more than any page shows, and much of it is over or no longer seen. */
async function fillPartners(client: pg.Client, { agencyId, workerId }: Pick<Busy, 'agencyId' | 'workerId'>) {
  await client.query(
    `insert into partners (agency_id, id, name, added_by, added_at)
     select $1, gen_random_uuid(), 'partner ' || n, $2, now() from generate_series(1, ${String(busy)}) as n`,
    [agencyId, workerId],
  )
  await client.query(
    `insert into partner_credentials (agency_id, id, partner_id, token_hash, issued_by, issued_at, expires_at)
     select agency_id, gen_random_uuid(), id, sha256($2::bytea), added_by, now(), now() + interval '1 day'
     from partners where agency_id = $1 and name = 'partner 1'`,
    [agencyId, Buffer.from(partnerToken)],
  )
  await client.query(
    `insert into referrals (agency_id, id, person_id, case_id, kind, reason, urgency, way, receiver_partner_id, receiver_kind,
       receiver_name, receiver_language, summary, expectation, sections, consent_ids, reply_by, state, moved_at, author_id,
       created_at, sent_by, sent_at, sight_ended_at, sight_ended_why)
     select r.agency_id, gen_random_uuid(), r.person_id, r.case_id, r.kind, r.reason, r.urgency, 'partner', p.id, r.receiver_kind,
       r.receiver_name, r.receiver_language, r.summary, r.expectation, r.sections, r.consent_ids, r.reply_by,
       case when r.state = 'client-confirmed' then 'cancelled' when r.state = 'in-progress' then 'completed' else r.state end,
       r.moved_at, r.author_id, r.created_at, r.sent_by, r.created_at,
       case when r.state = 'client-confirmed' then now() end, case when r.state = 'client-confirmed' then 'cancelled' end
     from referrals r join partners p on p.agency_id = r.agency_id and p.name = 'partner 1' where r.agency_id = $1`,
    [agencyId],
  )
}

/** A sheet that was changed more often than any page shows. */
async function fillSettings(client: pg.Client, agencyId: string) {
  await client.query(
    `insert into settings (agency_id, id, kind, subject, ordinal, effective_from, sheet, written_at)
     select $1, gen_random_uuid(), 'scope', '', n, date '2000-01-01' + n,
       '{"serviceFields": [], "clientGroups": [], "minimumAge": null, "maximumAge": null, "notHere": ""}', now()
     from generate_series(1, ${String(busy)}) as n`,
    [agencyId],
  )
}

/** More questionnaires than any page shows; one of them answered once in every case, in one of them many times. */
async function fillQuestionnaires(
  client: pg.Client,
  { agencyId, caseId, workerId }: Omit<Busy, 'supervisorId'>,
) {
  const sheet = '{"title":"x","languages":["en"],"defaultLanguage":"en","lists":{},"nodes":[]}'
  await client.query(
    `insert into questionnaires (agency_id, id, sheet, published, unpublished, created_by, created_at)
     select $1, gen_random_uuid(), $3, n % 2, n % 2 = 0, $2, now() - interval '1 hour' * n from generate_series(1, 1200) as n`,
    [agencyId, workerId, sheet],
  )
  await client.query(
    `insert into questionnaire_editions (agency_id, questionnaire_id, number, sheet, published_by, published_at)
     select agency_id, id, 1, sheet, created_by, created_at from questionnaires where published = 1`,
  )
  await client.query(
    `insert into questionnaire_answers (agency_id, id, case_id, questionnaire_id, questionnaire_version, way, language,
       answered_on, answers, recorded_by, recorded_at)
     select c.agency_id, gen_random_uuid(), c.id, (select id from questionnaires where published = 1 limit 1), 1, 'paper', 'en',
       current_date - n, '{}', c.case_manager_id, now()
     from cases c cross join generate_series(1, case when c.id = $1 then ${String(busy)} else 1 end) as n`,
    [caseId],
  )
}

/** Scales that were answered: one in every case, in one of them many. */
async function fillScales(client: pg.Client, caseId: string) {
  await client.query(
    `insert into scale_results (agency_id, id, case_id, instrument, instrument_version, informant, way, language,
       answered_on, answers, scores, recorded_by, recorded_at)
     select c.agency_id, gen_random_uuid(), c.id, 'phq-9', 1, 'self', 'paper', 'en', current_date - n, '{}', '[]', c.case_manager_id, now()
     from cases c cross join generate_series(1, case when c.id = $1 then ${String(busy)} else 1 end) as n`,
    [caseId],
  )
  await client.query(
    `insert into secure_links (agency_id, subject_id, person_id, receiver_id, case_id, id, purpose, about, receiver_name, language,
       token_hash, factor, factor_mark, issued_by, issued_at, expires_at)
     select c.agency_id, gen_random_uuid(), c.client_id, c.client_id, c.id, gen_random_uuid(), 'scale', 'phq-9', 'x', 'en',
       sha256(gen_random_uuid()::text::bytea), 'code', 'x', c.case_manager_id, now() - interval '1 hour' * n, now() + interval '1 day'
     from cases c cross join generate_series(1, case when c.id = $1 then ${String(busy)} else 1 end) as n`,
    [caseId],
  )
  await fillEvidence(client, caseId)
}

/** Of every case something collected, of one of them much. */
async function fillEvidence(client: pg.Client, caseId: string) {
  const each = `from cases c cross join generate_series(1, case when c.id = $1 then ${String(busy)} else 1 end) as n`
  await client.query(
    `insert into findings (agency_id, id, case_id, field, matter, side, level, contradicted, recorded_by, recorded_at)
     select c.agency_id, gen_random_uuid(), c.id, 'family', 'x', 'strength', 'family', n % 2 = 0, c.case_manager_id, now() - interval '1 hour' * n ${each}`,
    [caseId],
  )
  await client.query(
    `insert into finding_sources (agency_id, id, case_id, finding_id, says, stance, said_by, method, learned_on, recorded_by, recorded_at)
     select agency_id, gen_random_uuid(), case_id, id, 'x', 'agrees', 'family', 'asking', current_date, recorded_by, recorded_at from findings`,
  )
  await client.query(
    `insert into collection_contacts (agency_id, id, case_id, kind, held_on, met, findings, recorded_by, recorded_at)
     select c.agency_id, gen_random_uuid(), c.id, 'home-visit', current_date - n, 'x', 'x', c.case_manager_id, now() ${each}`,
    [caseId],
  )
}

/** Clients who were potential ones, and records that were said to be one person. */
async function fillPeople(client: pg.Client, chosen: string | undefined) {
  await client.query(
    `insert into consent_exceptions (agency_id, id, person_id, case_id, ground, reason, recorded_by, recorded_at)
     select agency_id, gen_random_uuid(), person_id, case_id, 'life-or-health', 'x', recorded_by, recorded_at from consents`,
  )
  await client.query('alter table client_standings disable trigger user')
  await client.query(
    `insert into client_standings (agency_id, id, person_id, standing, kind, reason, since, recorded_by, recorded_at, place)
     select agency_id, gen_random_uuid(), client_id, 'potential', case when random() < 0.5 then 'needs-not-asked' else 'may-need-later' end,
       'x', '2026-01-01', case_manager_id, opened_at, 1 from cases`,
  )
  // Records that were said to be one person: pairs of clients.
  await client.query(
    `insert into person_merges (agency_id, id, kept_id, merged_id, kept_name, merged_name, choices, reason, state, kept_version,
       merged_version, proposed_by, proposed_at)
     select c.agency_id, gen_random_uuid(), c.client_id, $1, 'x', 'x', '{}', 'x', 'proposed', 1, 1, c.case_manager_id, c.opened_at
     from cases c where c.client_id <> $1`,
    [chosen],
  )
}

/** Years of outreach. */
const fillDesk = (client: pg.Client, agencyId: string) =>
  client.query(
    `insert into outreach_events (agency_id, id, held_on, place, purpose, recorded_by, recorded_at)
     select $1, gen_random_uuid(), current_date - n, 'x', 'x', (select id from bench_workers limit 1), now() from generate_series(1, 2000) as n`,
    [agencyId],
  )

/** Lines of looks at every case, as a year of work leaves them. */
async function fillAudit(client: pg.Client, agencyId: string) {
  await client.query(
    `insert into audit_log (agency_id, id, mac, at, worker_id, worker_role, operation, act, outcome, subject_kind, subject_id, case_id)
     select $1, row_number() over (order by n, c.id), sha256('bench'), c.opened_at + interval '1 minute' * n, c.case_manager_id, 'worker', 'case.read', 'look', 'done', 'case', c.id, c.id
     from cases c cross join generate_series(1, 5) as n`,
    [agencyId],
  )
}
