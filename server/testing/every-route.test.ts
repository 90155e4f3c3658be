import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDraftAssessment } from '#server/case/assessment/assessment.factory.ts'
import { aRecordedFinding } from '#server/case/assessment/evidence/evidence.factory.ts'
import { anAttachment } from '#server/case/attachments/attachments.factory.ts'
import { anAppointment } from '#server/calendar/appointments.factory.ts'
import { engineText } from './input/engine-text.ts'
import { anAssessmentAppointment } from './matrix/said-rows.ts'
import {
  aPublishedQuestionnaire,
  someAnswers,
} from '#server/instruments/questionnaires/questionnaires.factory.ts'
import { anAlarmingScale } from '#server/instruments/scales.factory.ts'
import { aGivenConsent } from '#server/consent/consents.factory.ts'
import { anAskedCopy } from '#server/file-copies/file-copies.factory.ts'
import { aDraftClosing } from '#server/case/closing/closing.factory.ts'
import { aSignedRecord, aRecordDraft } from '#server/case/delivery/delivery.factory.ts'
import { anEntry, bringIn, sample } from '#server/directory/directory.factory.ts'
import { aDraftEvaluation } from '#server/case/evaluation/evaluation.factory.ts'
import { aCaseInFollowUp } from '#server/case/followup/followup.factory.ts'
import { aPerson, aSharedInquiry } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aDraftPlan, anActivePlan } from '#server/case/plan/plan.factory.ts'
import { asJson, bodiesOf, type BodySchema, nastyValues, withOneWrong } from './bodies.ts'
import { anElderReferred } from '#server/sharing/referral/referrals.factory.ts'
import { type TestWorker, testWorld, type World } from './world.ts'

type Described = Readonly<{
  requestBody?: Readonly<{ content: Readonly<Record<string, Readonly<{ schema: BodySchema }>>> }>
}>
type Route = Readonly<{ method: 'GET' | 'POST' | 'PUT'; path: string; body: BodySchema | null }>

/** Every route behind the door, as the server itself describes it. */
async function routesOf({ app }: World): Promise<Route[]> {
  const { paths } = (await app.inject('/api/openapi.json')).json<{
    paths: Record<string, Record<string, Described>>
  }>()
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const upper = method.toUpperCase()
      if (upper !== 'GET' && upper !== 'POST' && upper !== 'PUT') return []
      if (/healthz|sign-ins|setup|web-forms|\/link-openings|\/link\/|\/fhir\//u.test(path)) return []
      return [{ method: upper, path, body: Object.values(requestBody?.content ?? {})[0]?.schema ?? null }]
    }),
  )
}

const tableOf: Readonly<Record<string, string>> = {
  caseId: 'cases',
  inquiryId: 'inquiries',
  personId: 'people',
  relationId: 'relations',
  workerId: 'workers',
  interviewId: 'interviews',
  outlineId: 'interview_outlines',
  appointmentId: 'appointments',
  assessmentId: 'assessments',
  planId: 'plans',
  recordId: 'process_records',
  stepId: 'steps',
  evaluationId: 'evaluations',
  closingId: 'closings',
  followUpId: 'follow_ups',
  noticeId: 'notices',
  taskId: 'tasks',
  outreachId: 'outreach_events',
  leafletId: 'leaflets',
  requestId: 'web_requests',
  attachmentId: 'attachments',
  consentId: 'consents',
  scaleId: 'scale_results',
  findingId: 'findings',
  questionnaireId: 'questionnaires',
  answersId: 'questionnaire_answers',
  referralId: 'referrals',
  linkId: 'secure_links',
  clientLinkId: 'secure_links',
  partnerId: 'partners',
  credentialId: 'partner_credentials',
  receivedReferralId: 'received_referrals',
  mergeId: 'person_merges',
  familyId: 'families',
  entryId: 'directory_services',
  importId: 'directory_imports',
  copyId: 'file_copies',
  editionId: 'division_editions',
}

/** The ids of what stands in each path, newest first; of one case where a case is given. */
async function idsByName(world: World, caseId: string | null) {
  const found: Record<string, string[]> = { formId: ['F07'], deskFormId: ['F02'], blankFormId: ['F04'] }
  for (const [name, table] of Object.entries(tableOf)) {
    const [column] = await world.rows(
      `select 1 from information_schema.columns where table_name = $1 and column_name = 'case_id'`,
      [table],
    )
    const within = caseId !== null && column !== undefined && table !== 'inquiries'
    const rows = await world.rows<{ id: string }>(
      `select id from ${table} ${within ? 'where case_id = $1' : ''}`,
      within ? [caseId] : [],
    )
    found[name] = name === 'caseId' && caseId !== null ? [caseId] : rows.map(({ id }) => id)
  }
  return found
}

const namesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name)
const filled = (path: string, ids: Readonly<Record<string, string>>) =>
  path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => ids[name] ?? randomUUID())

/** What is written once, or only taken note of. */
const withoutVersion = new Set([
  'notices',
  'tasks',
  'secure_links',
  'questionnaire_answers',
  'partners',
  'partner_credentials',
])

type Sent = Readonly<{ route: Route; ids: Readonly<Record<string, string>>; body: unknown }>

/** Sends one request with the version that the record now has. */
async function send(world: World, worker: TestWorker, { route, ids, body }: Sent) {
  const last = namesIn(route.path).at(-1)
  const table = last === undefined ? 'agencies' : tableOf[last]
  const key = table === 'agencies' ? 'agency_id' : 'id'
  const versioned = table !== undefined && !withoutVersion.has(table)
  const [row] = versioned
    ? await world.rows<{ version: number }>(`select version from ${table} where ${key} = $1`, [
        last === undefined ? worker.agencyId : ids[last],
      ])
    : []
  const reply = await world.app.inject({
    method: route.method,
    url: filled(route.path, ids),
    headers: {
      authorization: `Bearer ${worker.token}`,
      'if-match': `"${row?.version ?? 1}"`,
      ...(route.method === 'GET' ? {} : { 'content-type': 'application/json' }),
      ...(route.path.endsWith('/attachments') ? saidOfFile() : {}),
      ...(route.path.endsWith('/imports') ? { 'import-id': randomUUID(), 'import-name': 'x.json' } : {}),
    },
    ...(route.method === 'GET' ? {} : { payload: asJson(body) }),
  })
  return { status: reply.statusCode, text: reply.body }
}

/** What is said of a file, whose body may then be anything. */
const saidOfFile = () => ({
  'attachment-id': randomUUID(),
  'attachment-title': 'X',
  'attachment-name': 'x.txt',
})

/** A case in the middle of its life with a draft of everything, and a first contact still open. */
async function aBusyWorld() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  const { caseId, clientId, guardianId, needIds } = await anActivePlan(world, worker)
  await anAskedCopy(world, worker, { caseId, guardianId })
  await aSignedRecord(world, worker, caseId)
  await aRecordDraft(world, worker, caseId)
  await aDraftAssessment(world, worker, caseId)
  await aRecordedFinding(world, worker, { caseId, clientId })
  await aDraftPlan(world, worker, { caseId, needIds })
  await aDraftEvaluation(world, worker, caseId)
  await aDraftClosing(world, worker, caseId)
  await anAttachment(world, worker, caseId)
  await aGivenConsent(world, worker)
  await anAppointment(world, worker, caseId)
  await anAlarmingScale(world, worker)
  const asked = await aPublishedQuestionnaire(world, worker)
  await world.as(worker).post(`/cases/${caseId}/questionnaire-answers`, someAnswers(asked.id))
  await anElderReferred(world)
  await world.as(worker).post('/directory/entries', anEntry())
  await bringIn(world, administrator, sample('tabular.zip'))
  await aSharedInquiry(world, worker, await aPerson(world, worker, '周小梅'))
  return { world, agencyId, worker, administrator, caseId, clientId }
}

test(
  'nothing that anybody may send to any route becomes a fault, and no answer speaks of the engine',
  { timeout: 120_000 },
  async () => {
    const { world, worker, administrator } = await aBusyWorld()
    const writes = (await routesOf(world)).filter(({ body }) => body !== null)
    // The staff who send are left as they are: who is switched off sends nothing more.
    const bystander = await world.worker(worker.agencyId)
    const known: Record<string, string[]> = {
      ...(await idsByName(world, null)),
      workerId: [bystander.id],
    }
    const pool = [...new Set(Object.values(known).flatMap((ids) => ids.slice(0, 4)))].filter(
      (id) => id.length === 36,
    )
    const requests = fc.constantFrom(...writes).chain((route) =>
      fc.record({
        route: fc.constant(route),
        ids: fc.record(
          Object.fromEntries(namesIn(route.path).map((name) => [name, idsFor(known[name] ?? [])])),
        ),
        body: bodiesOf(route.body ?? {}, pool),
        wrong: fc.option(fc.tuple(fc.nat(), fc.constantFrom(...nastyValues)), { freq: 2 }),
      }),
    )
    const answers = new Map<number, number>()
    const oneRequest = fc.asyncProperty(requests, async ({ wrong, ...sent }) => {
      const body = wrong ? withOneWrong(sent.body, ...wrong) : sent.body
      const isStaff = /agency|workers|consent-notices|imports|partners/u.test(sent.route.path)
      const { status, text } = await send(world, isStaff ? administrator : worker, { ...sent, body })
      answers.set(status, (answers.get(status) ?? 0) + 1)
      expect([status < 500, status >= 400 && engineText.test(text) ? text : '']).toEqual([true, ''])
    })
    await fc.assert(oneRequest, { numRuns: 600, endOnFailure: true })
    // It only says something when some of it was let through.
    expect(answers.get(400) ?? 0).toBeGreaterThan(20)
    expect((answers.get(200) ?? 0) + (answers.get(201) ?? 0)).toBeGreaterThan(20)
  },
)

/** Mostly what is there; now and then what is not. */
const idsFor = (known: readonly string[]) =>
  fc.oneof(
    { weight: 19, arbitrary: fc.constantFrom(...(known.length === 0 ? [randomUUID()] : known)) },
    fc.uuid({ version: 4 }),
  )

/** A seed to repeat a run; a failing run prints its own. */

/** One body for each route that its schema lets through. */
const someBody = ({ body }: Route, ids: readonly string[]) =>
  body && fc.sample(bodiesOf(body, ids), { numRuns: 1, seed: 7 })[0]

const idsOfEach = (known: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(known).flatMap(([name, [id]]) => (id === undefined ? [] : [[name, id]])))

test(
  'whoever does not see a case finds nothing under it, whatever they send where',
  { timeout: 60_000 },
  async () => {
    const { world, agencyId, worker, caseId } = await aBusyWorld()
    // Both hold every role and level that any of these routes may ask for.
    const colleague = await world.worker(agencyId, { role: 'supervisor', level: 1 })
    const stranger = await world.worker(await world.agency({ name: '晨光社工站' }), {
      role: 'supervisor',
      level: 1,
    })
    // Their own case, under which they name the records of the other one.
    const own = await anActivePlan(world, colleague)
    const before = await world.counts()
    const known = { ...(await idsByName(world, caseId)), caseId: [caseId] }
    const ids = idsOfEach(known)
    for (const route of (await routesOf(world)).filter(({ path }) => path.includes('{caseId}'))) {
      const body = someBody(route, [ids['personId'] ?? worker.id])
      for (const who of [colleague, stranger]) {
        const { status } = await send(world, who, { route, ids, body })
        expect([route.method, route.path, [400, 404].includes(status) ? 404 : status]).toEqual([
          route.method,
          route.path,
          404,
        ])
      }
      if (namesIn(route.path).filter((name) => name !== 'formId').length < 2) continue
      const nested = await send(world, colleague, { route, ids: { ...ids, caseId: own.caseId }, body })
      expect([route.method, route.path, [400, 404].includes(nested.status) ? 404 : nested.status]).toEqual([
        route.method,
        route.path,
        404,
      ])
    }
    expect(await world.counts()).toEqual(before)
  },
)

/** A closed case, or an archived one, in which somebody left the record of a contact unsigned. */
async function aCaseThatIsOver(world: World, archived: boolean) {
  const place = await aCaseInFollowUp(world, { followUpMonths: [1] })
  const { worker, caseId, api, paths, version } = place
  await anAttachment(world, worker, caseId)
  await world.rows(
    'insert into process_records (agency_id, id, case_id, ordinal, author_id) values ($1, $2, $3, 9, $4)',
    [worker.agencyId, randomUUID(), caseId, worker.id],
  )
  const booked = anAssessmentAppointment('家里', worker.id)
  await world.rows(
    `insert into appointments (agency_id, id, case_id, ${Object.keys(booked).join(', ')})
     values ($1, $2, $3, ${Object.keys(booked)
       .map((_, at) => `$${String(at + 4)}`)
       .join(', ')})`,
    [worker.agencyId, randomUUID(), caseId, ...Object.values(booked)],
  )
  if (!archived) return place
  await api.put(`${paths[0]}/cancellation`, { reason: '全家搬到外地。' }, { version: 1 })
  await api.put(`/cases/${caseId}/archive`, {}, { version })
  return place
}

// What is learned late is still added until the archive, and what was planned is called off.
const afterTheEnd =
  /follow-ups|archive|reopening|confidentiality|addenda|attachments|scales|questionnaire-answers|appointments.*cancellation/u

// The right to see one’s own file does not end with the case (R-285).
const theirOwnFile = /file-copies/u

test.each([
  ['closed', false],
  ['archived', true],
] as const)(
  'nothing is written any more in a case that is %s',
  { timeout: 60_000 },
  async (state, archived) => {
    const world = await testWorld()
    const { worker, caseId } = await aCaseThatIsOver(world, archived)
    const ids = idsOfEach(await idsByName(world, caseId))
    const before = await world.counts()
    const writes = (await routesOf(world)).filter(
      ({ method, path }) => method !== 'GET' && path.includes('{caseId}') && !theirOwnFile.test(path),
    )
    const answers: Record<string, number> = {}
    for (const route of writes) {
      if (state === 'closed' && afterTheEnd.test(route.path)) continue
      for (const seed of [1, 2, 3, 4, 5, 6]) {
        const body = route.body && fc.sample(bodiesOf(route.body, [randomUUID()]), { numRuns: 1, seed })[0]
        const { status } = await send(world, worker, { route, ids, body })
        answers[`${route.method} ${route.path}`] = status
        // A body that its schema refuses says nothing yet; another one is tried.
        if (status !== 400) break
      }
    }
    // What a colleague must sign or decide is refused to its author before anything else is asked.
    const expected = Object.fromEntries(
      Object.keys(answers).map((route) => [
        route,
        /cosignature|\/site$|closings.*decision/u.test(route) ? 403 : 409,
      ]),
    )
    expect(answers).toEqual(expected)
    expect(await world.counts()).toEqual(before)
  },
)

const isAbout = { caseId: 'case_id', inquiryId: 'inquiry_id', personId: 'person_id' } as const

test(
  'whoever asks about a case, a first contact or a person leaves a line that names it',
  { timeout: 60_000 },
  async () => {
    const { world, agencyId, worker, caseId } = await aBusyWorld()
    const colleague = await world.worker(agencyId)
    const ids = idsOfEach(await idsByName(world, caseId))
    for (const route of await routesOf(world)) {
      const name = namesIn(route.path)[0]
      if (name !== 'caseId' && name !== 'inquiryId' && name !== 'personId') continue
      for (const who of [worker, colleague]) {
        const [last] = await world.rows<{ id: string }>('select coalesce(max(id), 0) as id from audit_log')
        const { status } = await send(world, who, { route, ids, body: someBody(route, Object.values(ids)) })
        const lines = await world.rows<{ act: string }>(
          `select act from audit_log where id > $1 and worker_id = $2 and ${isAbout[name]} = $3`,
          [last?.id, who.id, ids[name]],
        )
        if (status === 400) continue
        const acts = route.path.endsWith('/file') ? ['print'] : [route.method === 'GET' ? 'look' : 'change']
        expect([route.method, route.path, status, lines.some(({ act }) => acts.includes(act))]).toEqual([
          route.method,
          route.path,
          status,
          true,
        ])
      }
    }
  },
)
