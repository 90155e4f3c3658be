import type { CaseClient, CaseView, Guardian, RecordLine, TeamMember } from '#contract/case/overview.ts'
import type { Stage } from '#contract/codes/index.ts'
import type { Names } from '#contract/settings/index.ts'
import type { TaskKind } from '#contract/workday.ts'
import { inSightText, principalsText, type Seer } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { openedReach } from '#server/people/index.ts'
import type { Statement, TextRow } from '#server/platform/database/one-flight.ts'
import type { CaseFile } from './lifecycle.ts'

/** How many records of one kind a case page lists; the stage's own page lists all. */
const listed = 5
/** What was done is what one looks back on: a case page lists more of it. */
const listedProcessRecords = 20

/** Where the values of the statement stand: the agency, the case, the principals of who asks, and the day. */
const [agency, caseId, principals, today] = ['$1::uuid', '$2::uuid', '$3', '$4::date'] as const
const here = `agency_id = ${agency} and case_id = ${caseId}`

/** Days are the agency's, UTC+8. */
const day = (moment: string) => `(${moment} at time zone 'Asia/Shanghai')::date`

/** What is sealed of a person, and the key that opens it; JSON has no bytes. */
const sealed = `'phoneSealed', encode(p.phone_sealed, 'hex'), 'safeContactSealed', encode(p.safe_contact_sealed, 'hex'),
  'wrappedKey', encode(pk.wrapped, 'hex')`
const itsKey = 'left join person_keys pk on pk.agency_id = p.agency_id and pk.person_id = p.id'

/** The guardians of the client who are known today. */
const guardians = `
  select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'relation', r.kind, ${sealed}) order by r.recorded_at), '[]')
  from relations r join people p on p.agency_id = r.agency_id and p.id = r.relative_id ${itsKey}
  where r.agency_id = ${agency} and r.person_id = c.client_id and r.guardian and r.ended_at is null and ${inSightText('p', principals)}`

/** Who works on the case or watches over it. Posts (the head's) are not persons and stay out. */
const team = `
  select coalesce(json_agg(json_build_object('worker', json_build_object('id', w.id, 'name', w.name), 'source', g.source)
                           order by g.granted_at), '[]')
  from sight_grants g join workers w on w.agency_id = g.agency_id and w.id = g.principal_id
  where g.agency_id = ${agency} and g.case_id = ${caseId} and g.ended_at is null and grant_counts(g.source, c.confidentiality)`

/** Those of them who work on it. */
const workingOnIt = `
  select coalesce(json_agg(g.principal_id), '[]') from sight_grants g
  where g.agency_id = ${agency} and g.case_id = ${caseId} and g.source in ('case-manager', 'team') and g.ended_at is null`

/** When the case last entered each of its stages after intake, as its story tells it. */
const entries = `
  select coalesce(json_object_agg(e.stage, e.at), '{}') from (
    select facts ->> 'stage' as stage, max(at) as at from timeline where ${here} and what = 'stage-entered' group by 1) e`

/** The open work of the case that is due first, with its owner. */
const task = `
  select json_build_object('id', t.id, 'names', t.names, 'kind', t.kind, 'dueAt', t.due_at, 'owner', json_build_object('id', w.id, 'name', w.name))
  from tasks t join workers w on w.agency_id = t.agency_id and w.id = t.owner_id
  where t.agency_id = ${agency} and t.case_id = ${caseId} and t.done_at is null order by t.due_at, t.id limit 1`

/** Why the circle of the case is as it is; null while it was never changed. */
const confided = `
  select json_build_object('reason', f.reason, 'at', f.changed_at, 'by', json_build_object('id', w.id, 'name', w.name))
  from confidentiality_changes f join workers w on w.agency_id = f.agency_id and w.id = f.changed_by
  where f.agency_id = ${agency} and f.case_id = ${caseId} order by f.changed_at desc limit 1`

/** What a site is called today; null where there is none. */
const siteName = (id: string) => `
  select s.sheet -> 'name' from settings s
  where s.agency_id = ${agency} and s.kind = 'site' and s.subject = ${id}::text and s.effective_from <= ${today}
  order by s.effective_from desc, s.ordinal desc limit 1`

/** Where the case came from when it last moved between sites, and why. */
const movedToSite = `
  select json_build_object('from', (${siteName('m.from_site_id')}), 'reason', m.reason, 'at', m.moved_at,
    'by', json_build_object('id', w.id, 'name', w.name))
  from site_moves m join workers w on w.agency_id = m.agency_id and w.id = m.moved_by
  where m.agency_id = ${agency} and m.case_id = ${caseId} order by m.moved_at desc limit 1`

/** The newest records of every stage as lines. Strung together: there are many, and they are made of ids, codes and days. */
const records = `
  select concat('[', string_agg(concat(
    '{"kind":"', r.kind, '","id":"', r.id, '","state":"', r.state, '","ordinal":', coalesce(r.ordinal::text, 'null'),
    ',"day":"', r.day, '","author":',
    case when w.name is null then 'null' else concat('{"id":"', w.id, '","name":', to_json(w.name), '}') end,
    ',"late":', r.late::text, '}'
  ), ',' order by r.day desc, r.ordinal desc nulls last, r.id), ']')::json
  from (
    (select 'interview' as kind, id, state, null::integer as ordinal, ${day('coalesce(held_from, created_at)')} as day, author_id,
       written_late as late from interviews where ${here} order by created_at desc limit ${listed})
    union all
    (select 'assessment', id, state, null, coalesce(held_on, ${day('created_at')}), author_id, false
       from assessments where ${here} order by created_at desc limit ${listed})
    union all
    (select 'plan', id, state, edition, ${day('coalesce(activated_at, signed_at, created_at)')}, author_id, false
       from plans where ${here} order by edition desc limit ${listed})
    union all
    (select 'process-record', id, state, ordinal, ${day('coalesce(held_from, created_at)')}, author_id, written_late
       from process_records where ${here} order by ordinal desc limit ${listedProcessRecords})
    union all
    (select 'evaluation', id, state, null, coalesce(held_on, ${day('created_at')}), author_id, false
       from evaluations where ${here} order by created_at desc limit ${listed})
    union all
    (select 'closing', id, state, null, ${day('coalesce(decided_at, submitted_at, created_at)')}, author_id, false
       from closings where ${here} order by created_at desc limit ${listed})
    union all
    (select 'follow-up', id, state, null, coalesce(held_on, due_on), recorded_by, false
       from follow_ups where ${here} order by due_on limit ${listed})
  ) as r left join workers w on w.agency_id = ${agency} and w.id = r.author_id`

const text = `
  select json_build_object(
    'caseFile', json_build_object(
      'id', c.id, 'agencyId', c.agency_id, 'number', c.number, 'clientId', c.client_id, 'inquiryId', c.inquiry_id,
      'caseManagerId', c.case_manager_id, 'stage', c.stage, 'state', c.state, 'confidentiality', c.confidentiality,
      'serviceFields', c.service_fields, 'clientGroups', c.client_groups, 'riskLevel', c.risk_level, 'emergency', c.emergency,
      'openedAt', c.opened_at, 'closedAt', c.closed_at, 'archivedAt', c.archived_at, 'keepUntil', c.keep_until,
      'template', c.template, 'siteId', c.site_id, 'version', c.version, 'team', (${workingOnIt})),
    'client', json_build_object(
      'id', p.id, 'name', p.name, 'sex', p.sex, 'birthDate', p.birth_date, 'birthPrecision', p.birth_precision,
      'legalCapacity', p.legal_capacity, ${sealed}),
    'guardians', (${guardians}), 'team', (${team}), 'entries', (${entries}), 'task', (${task}), 'confided', (${confided}),
    'site', (${siteName('c.site_id')}), 'movedToSite', (${movedToSite}),
    'records', (${records})
  )::text as facts
  from cases c join people p on p.agency_id = c.agency_id and p.id = c.client_id ${itsKey}
  where c.agency_id = ${agency} and c.id = ${caseId} and ${inSightText('c', principals)}`

/** All that the page of a case is made of, in one statement; no row when it is out of sight. */
export const caseFactsStatement = (seer: Pick<Seer, 'actor' | 'now'>, id: string): Statement => ({
  text,
  values: [seer.actor.agencyId, id, principalsText(seer), dayOf(seer.now)],
})

type Hidden = Readonly<Record<'phoneSealed' | 'safeContactSealed' | 'wrappedKey', string | null>>
type Open<Shown> = Omit<Shown, 'phone' | 'safeContact'> & Hidden
type Instants = 'openedAt' | 'closedAt' | 'archivedAt'

/** What the statement answers. The contract checks what is made of it before it leaves. */
type Written = Readonly<{
  caseFile: Omit<CaseFile, Instants> &
    Record<'openedAt', string> &
    Record<'closedAt' | 'archivedAt', string | null>
  client: Open<CaseClient>
  guardians: readonly Open<Guardian>[]
  team: TeamMember[]
  entries: Partial<Record<Stage, string>>
  task: Readonly<{
    id: string
    names: Names | null
    kind: TaskKind
    dueAt: string
    owner: TeamMember['worker']
  }> | null
  confided: CaseView['confided']
  site: Names | null
  movedToSite: CaseView['movedToSite']
  records: RecordLine[]
}>

/** What is known of a case for its page, its identifiers opened. */
export type CaseFacts = Omit<Written, 'caseFile' | 'client' | 'guardians'> &
  Readonly<{ caseFile: CaseFile; client: CaseClient; guardians: Guardian[] }>

/** What the row says, or null when there is none. */
export function caseFactsFrom({ keys }: Pick<Seer, 'keys'>, rows: readonly TextRow[]): CaseFacts | null {
  const [[written] = []] = rows
  if (!written) return null
  const {
    caseFile,
    client,
    guardians: ofClient,
    confided: why,
    movedToSite: move,
    ...rest
  } = JSON.parse(written) as Written
  const moment = (at: string | null) => (at === null ? null : new Date(at))
  const reached = <Shown extends Hidden & { id: string }>({
    phoneSealed,
    safeContactSealed,
    wrappedKey,
    ...shown
  }: Shown) => ({
    ...shown,
    ...openedReach(keys, {
      id: shown.id,
      phoneSealed: bytes(phoneSealed),
      safeContactSealed: bytes(safeContactSealed),
      wrappedKey: bytes(wrappedKey),
    }),
  })
  return {
    ...rest,
    client: reached(client),
    guardians: ofClient.map(reached),
    confided: why && { ...why, at: new Date(why.at).toISOString() },
    movedToSite: move && { ...move, at: new Date(move.at).toISOString() },
    caseFile: {
      ...caseFile,
      openedAt: new Date(caseFile.openedAt),
      closedAt: moment(caseFile.closedAt),
      archivedAt: moment(caseFile.archivedAt),
    },
  }
}

const bytes = (hex: string | null) => (hex === null ? null : Buffer.from(hex, 'hex'))
