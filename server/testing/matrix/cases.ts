import { randomUUID } from 'node:crypto'
import { confidentiality, type Confidentiality } from '#contract/codes/index.ts'
import { keptPersonKeys, sealedColumns } from '#server/people/identifiers.rows.ts'
import { currentEdition } from '#server/people/identifiers.ts'
import { attachmentKeyPlace } from '#server/case/attachments/attachments.repository.ts'
import { aPdf } from '#server/platform/file-kinds/files.factory.ts'
import { type AgencyKeys, versionOf } from '#server/platform/identifier-keys/index.ts'
import type { World } from '../world.ts'
import { canariesIn, canaryOf, hidingOf, reporterOf } from './canaries.ts'
import { consentRows } from './consent-rows.ts'
import { aSourceRow, evidenceRows } from './evidence-rows.ts'
import { anAddendum, anAssessmentAppointment, anOpening, saidOverTime } from './said-rows.ts'
import { anAnsweredRow, aPublishedRow } from './questionnaire-rows.ts'
import { drawnRows } from './drawing-rows.ts'
import { aMadeCopy } from './file-copy-rows.ts'
import { aScaleRow } from './scale-rows.ts'
import { aClientLinkRow, aLinkRow } from './sharing-rows.ts'
import { type Member, memberNamed } from './staff.ts'
import { endings, type Place } from './places.ts'

export { type Place, places } from './places.ts'

/** One column of the matrix: a case with one of everything in it, and the sign by which its data are known anywhere. */
export type MatrixCase = Readonly<{
  agency: 'A' | 'B'
  place: Place
  level: Confidentiality
  canary: string
  /** The id of each thing that a path may name. */
  ids: Readonly<Record<string, string>>
}>

const aReporter = (text: string) =>
  JSON.stringify({ name: text, phone: text, relation: text, anonymous: true, note: text })

type Author = Readonly<{ manager: Member; receiver: Member; opener: Member }>
type Given = Readonly<{ agency: 'A' | 'B'; place: Place; level: Confidentiality; author: Author }>

/** Writes rows past every wall, as they would stand there; triggers give the sight that they always give. */
async function insert(world: World, table: string, row: Readonly<Record<string, unknown>>) {
  const columns = Object.keys(row)
  const marks = columns.map((_, index) => `$${index + 1}`)
  await world.rows(
    `insert into ${table} (${columns.join(', ')}) values (${marks.join(', ')})`,
    Object.values(row),
  )
}

type NewPerson = Readonly<{ id: string; agencyId: string; createdBy: string; name: string }>

/** The columns of an object as the database calls them. */
const inTheDatabase = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )

/** A person whose every identifier, sealed as in life, is the canary: wherever one is opened, it sings. */
async function aPerson(world: World, keys: AgencyKeys, { id, agencyId, createdBy, name }: NewPerson) {
  const agency_id = agencyId
  const [canary = ''] = canariesIn(name)
  const plain = { idNumber: canary, phone: canary, address: canary, safeContact: canary }
  const wrapped = keys.newPersonKey(id)
  await insert(world, 'people', {
    agency_id,
    id,
    name,
    birth_date: '2014-09-12',
    created_by: createdBy,
    edition: currentEdition,
    ...inTheDatabase(sealedColumns(keys, id, wrapped, plain)),
  })
  const key_version = versionOf(wrapped)
  await insert(world, 'person_keys', { agency_id, person_id: id, key_version, wrapped })
  await insert(world, 'safe_addresses', {
    agency_id,
    person_id: id,
    address_sealed: keys.person(id, wrapped).seal('safe_addresses.address_sealed', hidingOf(canary)),
    written_by: createdBy,
    written_at: '2026-03-01T01:00:00Z',
    version: 1,
  })
}

type FirstContact = Readonly<
  Record<'agency_id' | 'canary' | 'inquiryId' | 'personId' | 'receivedBy' | 'lineId', string>
>

/** The first contact, in which whoever reported it is protected: their canary is known to fewer. */
async function aFirstContact(world: World, keys: AgencyKeys, given: FirstContact) {
  const { agency_id, canary, inquiryId, personId, receivedBy } = given
  await insert(world, 'inquiries', {
    agency_id,
    id: inquiryId,
    channel: 'phone',
    source: 'self',
    help_type: 'own-initiative',
    received_at: '2026-03-01T01:00:00Z',
    received_by: receivedBy,
    client_id: personId,
    reporter_protected: true,
    trouble: canary,
    situation: canary,
    emergency: false,
  })
  await insert(world, 'reporter_identities', {
    agency_id,
    inquiry_id: inquiryId,
    identity_sealed: keys.own.seal(`reporter|${inquiryId}`, aReporter(reporterOf(canary))),
    written_by: receivedBy,
    written_at: '2026-03-01T01:00:00Z',
  })
  await insert(world, 'waits', {
    agency_id,
    id: randomUUID(),
    inquiry_id: inquiryId,
    priority: 1,
    reason: canary,
    entered_by: receivedBy,
    entered_at: '2026-03-01T01:00:00Z',
    next_check_at: '2026-03-20T01:00:00Z',
    left_by: receivedBy,
    left_at: '2026-03-01T02:00:00Z',
    left_for: 'accept',
    left_reason: canary,
  })
  const crisisId = randomUUID()
  await insert(world, 'crises', {
    agency_id,
    id: crisisId,
    inquiry_id: inquiryId,
    facts: canary,
    opened_by: receivedBy,
    opened_at: '2026-03-01T01:00:00Z',
  })
  await insert(world, 'crisis_lines', {
    agency_id,
    id: given.lineId,
    crisis_id: crisisId,
    kind: 'measure',
    what: canary,
    done_at: '2026-03-01T01:00:00Z',
    recorded_by: receivedBy,
    recorded_at: '2026-03-01T01:00:00Z',
  })
  await insert(world, 'preliminary_assessments', {
    agency_id,
    inquiry_id: inquiryId,
    problems: canary,
    written_by: receivedBy,
  })
}

/** The person, the first contact that is over, and the case. */
async function aBareCase(world: World, { agency, place, level, author }: Given) {
  const { manager, receiver, opener } = author
  const agency_id = manager.worker.agencyId
  const canary = canaryOf(agency, place, level)
  const [personId, relativeId] = [randomUUID(), randomUUID()]
  const [relationId, inquiryId, caseId, lineId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const person = { agencyId: agency_id, createdBy: receiver.worker.id }
  const keys = await world.platform.database.keyring.of(agency_id)
  const name = `${canary} 李小龙`
  await aPerson(world, keys, { ...person, id: personId, name })
  await aPerson(world, keys, { ...person, id: relativeId, name: `${canary} 王桂英` })
  await world.rows(
    'insert into person_search_keys (agency_id, key, person_id) select $1, unnest($2::text[]), $3',
    [agency_id, keptPersonKeys(keys, { name, otherNames: '', phone: '', idNumber: null }), personId],
  )
  await insert(world, 'relations', {
    agency_id,
    id: relationId,
    person_id: personId,
    relative_id: relativeId,
    kind: 'paternal-grandmother',
    recorded_by: receiver.worker.id,
    proof: canary,
  })
  await aFirstContact(world, keys, {
    agency_id,
    canary,
    inquiryId,
    personId,
    lineId,
    receivedBy: receiver.worker.id,
  })
  await insert(world, 'cases', {
    agency_id,
    id: caseId,
    number: canary,
    client_id: personId,
    inquiry_id: inquiryId,
    case_manager_id: manager.worker.id,
    stage: place === 'archived' ? 'followup' : place,
    service_fields: ['community-care'],
    opened_at: '2026-03-02T01:00:00Z',
    opened_by: receiver.worker.id,
  })
  await insert(world, 'case_people', { agency_id, case_id: caseId, person_id: personId, part: 'client' })
  await world.rows(
    `update inquiries set case_id = $1, state = 'concluded', decision = 'accept', decision_reason = $2, decided_by = $3, decided_at = received_at where id = $4`,
    [caseId, canary, receiver.worker.id, inquiryId],
  )
  const ids = {
    personId,
    relativeId,
    relationId,
    inquiryId,
    caseId,
    lineId,
    formId: 'F07',
    deskFormId: 'F01',
    blankFormId: 'F04',
  } as Record<string, string>
  return {
    agency_id,
    canary,
    ids,
    case_id: caseId,
    author_id: manager.worker.id,
    opener_id: opener.worker.id,
  }
}

/** One draft of every record, so that each path has something at its end. */
async function fill(
  world: World,
  { agency_id, canary, ids, case_id, author_id, opener_id }: Awaited<ReturnType<typeof aBareCase>>,
) {
  const one = async (table: string, name: string, row: Readonly<Record<string, unknown>>) => {
    const id = randomUUID()
    ids[name] = id
    await insert(world, table, { agency_id, id, case_id, ...row })
    return id
  }
  await one('interviews', 'interviewId', { author_id, process: canary })
  const assessment_id = await one('assessments', 'assessmentId', { author_id, summary: canary })
  await one('problems', 'problemId', { assessment_id, position: 0, description: canary })
  const plan_id = await one('plans', 'planId', { author_id, assessment_id, edition: 1, strategy: canary })
  const goal_id = await one('goals', 'goalId', {
    plan_id,
    position: 0,
    term: 'short-term',
    statement: canary,
  })
  await one('steps', 'stepId', {
    plan_id,
    goal_id,
    position: 0,
    what: canary,
    due_on: '2026-04-01',
    responsible: 'worker',
  })
  await one('process_records', 'recordId', { author_id, ordinal: 1, performance: canary })
  await one('evaluations', 'evaluationId', { author_id, plan_id, kind: 'outcome', lessons: canary })
  const closing_id = await one('closings', 'closingId', { author_id, review: canary })
  await one('follow_ups', 'followUpId', { closing_id, due_on: '2026-06-01', new_need: canary })
  await one('satisfaction_surveys', 'surveyId', {
    mode: 'self',
    given_on: '2026-03-02',
    answers: '{}',
    score: 80,
    comment: canary,
    recorded_by: author_id,
    recorded_at: '2026-03-02T01:00:00Z',
  })
  await one('addenda', 'addendumId', anAddendum(canary, ids, author_id))
  const shared = [
    ...consentRows(canary, ids, author_id),
    ...saidOverTime(canary, ids, author_id),
    ...evidenceRows(canary, author_id),
  ]
  for (const [table, name, row] of shared) await one(table, name, row)
  await gathered(world, one, { agency_id, canary, ids, author_id })
  ids['copyId'] = await aMadeCopy(world, insert, { agency_id, case_id, canary, made_by: author_id })
  await one('break_glass_openings', 'openingId', anOpening(canary, opener_id))
  await anAttachment(world, { agency_id, canary, case_id, added_by: author_id })
  ids['attachmentId'] = case_id
  await one('tasks', 'taskId', {
    kind: 'write-plan',
    owner_id: author_id,
    due_at: '2026-04-01',
    opened_at: '2026-03-02',
  })
  await one('notices', 'noticeId', { worker_id: author_id, kind: 'case-assigned' })
  await insert(world, 'timeline', {
    agency_id,
    at: '2026-03-02T01:00:00Z',
    case_id,
    worker_id: author_id,
    what: 'case-opened',
    facts: JSON.stringify({ number: canary }),
  })
}

type Bare = Pick<Awaited<ReturnType<typeof aBareCase>>, 'agency_id' | 'canary' | 'ids' | 'author_id'>
type One = (table: string, name: string, row: Readonly<Record<string, unknown>>) => Promise<string>

/** What was collected, asked, drawn and shared in a case. */
async function gathered(world: World, one: One, { agency_id, canary, ids, author_id }: Bare) {
  await one('finding_sources', 'sourceId', aSourceRow(canary, ids, author_id))
  await one('secure_links', 'linkId', aLinkRow(canary, ids, author_id))
  await one('secure_links', 'clientLinkId', aClientLinkRow(canary, ids, author_id))
  await one('appointments', 'appointmentId', anAssessmentAppointment(canary, author_id))
  await one('scale_results', 'scaleId', aScaleRow(canary, author_id))
  const asked = await aPublishedRow((table, row) => insert(world, table, row), agency_id, author_id)
  await one('questionnaire_answers', 'answersId', anAnsweredRow(canary, asked, author_id))
  for (const [table, row] of drawnRows(canary, ids, author_id))
    await insert(world, table, { agency_id, ...row })
}

/** A file whose name, title and content are the canary; its id is the case's, so that nobody has to look it up. */
async function anAttachment(
  world: World,
  { canary, ...row }: Readonly<{ agency_id: string; canary: string; case_id: string; added_by: string }>,
) {
  async function* content() {
    yield aPdf(canary)
  }
  const staged = await world.platform.attachments.files.stage(content(), 10_000)
  await staged.place()
  const keys = await world.platform.database.keyring.of(row.agency_id)
  const key_sealed = keys.own.seal(attachmentKeyPlace(staged.fileId), staged.key.toString('base64'))
  await insert(world, 'attachments', {
    ...row,
    id: row.case_id,
    title: canary,
    file_name: `${canary}.pdf`,
    media_type: 'application/pdf',
    bytes: staged.size,
    sha256: staged.sha256,
    file_id: staged.fileId,
    key_sealed,
    key_version: versionOf(key_sealed),
    added_at: '2026-03-02T01:00:00Z',
  })
}

/** One case of the matrix, in its place, with its level and whoever is on it. */
export async function aMatrixCase(
  world: World,
  members: readonly Member[],
  given: Given,
): Promise<MatrixCase> {
  const bare = await aBareCase(world, given)
  await fill(world, bare)
  const { agency, place, level } = given
  const grant = (member: Member, source: string, ended = false) =>
    insert(world, 'sight_grants', {
      agency_id: bare.agency_id,
      case_id: bare.case_id,
      principal_id: member.worker.id,
      source,
      granted_by: given.author.manager.worker.id,
      ended_at: ended ? '2026-03-02' : null,
    })
  if (agency === 'A') {
    for (const member of members.filter(({ relation }) => relation === 'team')) await grant(member, 'team')
    await grant(memberNamed(members, 'former supervisor'), 'supervisor', true)
    await world.rows('update cases set confidentiality = $1 where id = $2', [level, bare.case_id])
    if (level !== 'normal') {
      for (const member of members.filter(({ relation }) => relation === 'named'))
        await grant(member, 'named')
      await grant(memberNamed(members, 'formerly named worker'), 'named', true)
    }
  }
  const ending = endings[place]
  if (ending) await world.rows(`update cases set ${ending} where id = $1`, [bare.case_id])
  return { agency, place, level, canary: bare.canary, ids: bare.ids }
}

/** The cases of one agency in these places, at every level. */
export async function matrixCases(world: World, members: readonly Member[], some: readonly Place[]) {
  const author = {
    manager: memberNamed(members, 'case manager'),
    receiver: memberNamed(members, 'receiver of the first contact'),
    // Nobody who sees cases: whoever opened one knows of that opening for good.
    opener: memberNamed(members, 'administrator'),
  }
  const supervisor = memberNamed(members, 'supervisor of the manager')
  await world.rows('update workers set supervisor_id = $1 where id = $2', [
    supervisor.worker.id,
    author.manager.worker.id,
  ])
  const cases: MatrixCase[] = []
  for (const place of some)
    for (const level of confidentiality.codes)
      cases.push(await aMatrixCase(world, members, { agency: 'A', place, level, author }))
  const [elsewhere, opener] = [
    memberNamed(members, 'worker elsewhere'),
    memberNamed(members, 'administrator elsewhere'),
  ]
  const authorThere = { manager: elsewhere, receiver: elsewhere, opener }
  const there = { agency: 'B', place: 'delivery', level: 'normal', author: authorThere } as const
  return [...cases, await aMatrixCase(world, members, there)]
}
