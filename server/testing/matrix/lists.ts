import { canariesIn } from './canaries.ts'
import type { MatrixCase } from './cases.ts'
import { faultsOf, readableIn } from './judging.ts'
import type { ListAsked } from './asked.ts'
import { aboutDirectory } from './directory.ts'
import { aboutOutlines } from './interviewing.ts'
import { aboutBlankForms, aboutReception } from './reception.ts'
import { aboutQuestionnaires } from './questionnaires.ts'
import { aboutMerges } from './merges.ts'
import { answersFor, expectation, seesCase, seesInquiry, seesPerson } from './oracle.ts'
import { ask, type Reply } from './requests.ts'
import { besideTheCases, inSightOf, type Scene } from './scene.ts'
import { aboutPartners } from './partners.ts'
import { aboutSharing } from './sharing.ts'
import { type Member, memberNamed } from './staff.ts'

const open = ({ place }: MatrixCase) => place !== 'followup' && place !== 'archived'
const mine = (member: Member, { agency }: MatrixCase) =>
  member.agency === agency && member.relation === 'manager'

/** Every question about many, and what its answer must show: no more and no less. */
const questions: readonly ListAsked[] = [
  ...(['open', 'closed', 'archived'] as const).map((state) => ({
    method: 'GET',
    address: `/api/cases?show=agency&state=${state}&limit=100`,
    operation: 'case.list',
    shows: (member: Member, one: MatrixCase) =>
      seesCase(member, one) &&
      state === (open(one) ? 'open' : one.place === 'archived' ? 'archived' : 'closed'),
  })),
  ...(['open', 'closed', 'archived'] as const).map((state) => ({
    method: 'GET',
    address: `/api/cases/export?show=agency&state=${state}&format=csv&language=en`,
    operation: 'case.export',
    shows: (member: Member, one: MatrixCase) =>
      seesCase(member, one) &&
      state === (open(one) ? 'open' : one.place === 'archived' ? 'archived' : 'closed'),
  })),
  {
    method: 'GET',
    address: '/api/inquiries/export?show=concluded&format=csv&language=en',
    operation: 'inquiry.export',
    shows: seesInquiry,
  },
  {
    method: 'GET',
    address: '/api/inquiries?show=concluded&limit=100',
    operation: 'inquiry.list',
    shows: seesInquiry,
  },
  {
    method: 'POST',
    address: '/api/searches',
    payload: { text: 'CNRY', limit: 100 },
    operation: 'person.search',
    shows: seesPerson,
  },
  {
    method: 'POST',
    address: '/api/people/duplicate-checks',
    payload: { name: '李小龙' },
    operation: 'person.search',
    shows: null,
  },
  {
    method: 'GET',
    address: '/api/person-merges?limit=100',
    operation: 'person.list-merges',
    shows: () => false,
  },
  {
    method: 'GET',
    address: '/api/potential-clients?limit=100',
    operation: 'person.search',
    shows: seesPerson,
  },
  { method: 'GET', address: '/api/agency/settings?kind=scope', operation: 'settings.read', shows: null },
  { method: 'GET', address: '/api/agency/code-words', operation: 'settings.read', shows: null },
  {
    method: 'GET',
    address: '/api/agency/settings/history?kind=scope',
    operation: 'settings.read',
    shows: null,
  },
  { method: 'GET', address: '/api/today?limit=100', operation: 'today.read', shows: mine },
  { method: 'GET', address: '/api/reviews', operation: 'review.list', shows: () => false },
  { method: 'GET', address: '/api/notices?limit=100', operation: 'notice.see', shows: mine },
  { method: 'GET', address: '/api/audit?limit=100', operation: 'audit.read', shows: () => false },
  {
    method: 'GET',
    address: '/api/break-glass-openings?show=all&limit=100',
    operation: 'break-glass.list',
    shows: answersFor,
  },
  {
    method: 'GET',
    address: '/api/calendar?show=rooms&from=2026-03-01T00:00:00Z&until=2026-04-01T00:00:00Z&limit=100',
    operation: 'appointment.list',
    shows: () => false,
  },
  { method: 'GET', address: '/api/workers', operation: 'worker.list', shows: () => false },
  { method: 'GET', address: '/api/consent-notices', operation: 'consent-notice.list', shows: () => false },
  { method: 'GET', address: '/api/instruments', operation: 'instrument.list', shows: () => false },
  { method: 'GET', address: '/api/agency', operation: 'agency.read', shows: () => false },
  ...['case-movements', 'first-contacts', 'problem-natures'].map((which) => ({
    method: 'GET',
    address: `/api/statistics/${which}?month=2026-03`,
    operation: 'statistics.read',
    shows: () => false,
  })),
  ...['first-contacts', 'problem-natures'].map((which) => ({
    method: 'GET',
    address: `/api/statistics/${which}/export?month=2026-03&format=csv&language=en`,
    operation: 'statistics.export',
    shows: () => false,
  })),
  { method: 'GET', address: '/api/me', operation: 'me.read', shows: () => false },
  { method: 'GET', address: '/api/me/account', operation: 'account.read', shows: () => false },
  { method: 'GET', address: '/api/sign-ins', operation: 'sign-in.list', shows: () => false },
  // Nobody here is signed in twice: there is nothing to end.
  { method: 'DELETE', address: '/api/sign-ins/others', operation: 'sign-in.end', shows: () => false },
]

const anOpening = '/api/break-glass-openings'

/** Emergencies: asked by people who gave no second factor, and about openings that are none. */
const aboutBreakGlass = ({ stranger }: Strange): readonly ListAsked[] => [
  {
    method: 'POST',
    address: anOpening,
    payload: {
      id: stranger,
      by: 'case-number',
      number: 'CNRY-A-delivery-normal-END',
      ground: 'medical',
      reason: 'somebody lies unconscious at home',
      minutes: 30,
    },
    operation: 'break-glass.open',
    shows: null,
  },
  {
    method: 'PUT',
    address: `${anOpening}/${stranger}/closure`,
    url: `${anOpening}/:openingId/closure`,
    payload: {},
    operation: 'break-glass.close',
    shows: null,
    absent: true,
  },
  {
    method: 'PUT',
    address: `${anOpening}/${stranger}/review`,
    url: `${anOpening}/:openingId/review`,
    payload: { verdict: 'justified', words: 'X' },
    operation: 'break-glass.review',
    shows: null,
    absent: true,
  },
]

const changeOfAccount = { operation: 'account.change', shows: () => false }

/** What changes how somebody signs in: asked by people who did not prove anew who they are, and about strangers. */
const aboutSigningIn = ({ stranger, signInId }: Strange): readonly ListAsked[] => [
  {
    method: 'PUT',
    address: '/api/me/password',
    payload: { current: 'one of the long passwords', password: 'another of the long passwords' },
    ...changeOfAccount,
  },
  { method: 'POST', address: '/api/me/second-factor-enrolments', payload: {}, ...changeOfAccount },
  { method: 'PUT', address: '/api/me/second-factor', payload: { code: '123456' }, ...changeOfAccount },
  { method: 'DELETE', address: '/api/me/second-factor', ...changeOfAccount },
  { method: 'POST', address: '/api/me/recovery-codes', payload: {}, ...changeOfAccount },
  {
    method: 'PUT',
    address: '/api/agency/sign-in-policy',
    payload: { secondFactorFor: 'everybody' },
    operation: 'agency.secure',
    shows: null,
  },
  {
    method: 'POST',
    address: `/api/workers/${stranger}/resets`,
    url: '/api/workers/:workerId/resets',
    payload: { withFactor: false },
    operation: 'worker.reset',
    shows: null,
  },
  {
    method: 'DELETE',
    address: `/api/workers/${stranger}/sign-ins`,
    url: '/api/workers/:workerId/sign-ins',
    operation: 'worker.sign-out',
    shows: null,
    absent: true,
  },
  {
    method: 'DELETE',
    address: `/api/sign-ins/${signInId}`,
    url: '/api/sign-ins/:signInId',
    operation: 'sign-in.end',
    shows: null,
    absent: true,
  },
]

/** Somebody of the other agency, and one of their sign-ins. */
type Strange = Readonly<{ stranger: string; signInId: string; leafletId: string }>

async function strangeTo({ world, members }: Scene, agency: 'A' | 'B'): Promise<Strange> {
  const stranger = memberNamed(members, agency === 'A' ? 'worker elsewhere' : 'colleague').worker.id
  const [row] = await world.rows<{ id: string }>('select id from sign_ins where worker_id = $1', [stranger])
  const { worker } = memberNamed(members, agency === 'A' ? 'colleague' : 'worker elsewhere')
  return { stranger, signInId: row?.id ?? stranger, leafletId: worker.id }
}

/** Writes about the agency and about what is new; each stopped by what stands there, never done. */
const writes = (scene: Scene, agency: 'A' | 'B'): readonly ListAsked[] => {
  const one = scene.cases.find((each) => each.agency === agency)
  const name = agency === 'A' ? 'colleague' : 'worker elsewhere'
  const other = memberNamed(scene.members, name).worker.id
  const profile = {
    name: 'X',
    language: 'en',
    serviceScope: '',
    serviceArea: '',
    clientRequirements: '',
    casePrefix: '',
  }
  const colleague = { name: 'X', email: 'x@example.org', role: 'worker', level: 3, supervisorId: null }
  const shows = null
  return [
    { method: 'PUT', address: '/api/agency', payload: profile, operation: 'agency.change', shows },
    {
      method: 'PUT',
      address: '/api/agency/duty-officer',
      payload: { dutyOfficerId: null },
      operation: 'agency.name-duty-officer',
      shows,
    },
    {
      method: 'POST',
      address: '/api/workers',
      payload: { id: other, ...colleague, language: 'en', password: 'a long enough password' },
      operation: 'worker.add',
      shows,
    },
    {
      method: 'PUT',
      address: `/api/workers/${other}`,
      payload: { ...colleague, active: true },
      operation: 'worker.change',
      shows,
    },
    {
      method: 'POST',
      address: '/api/agency/settings',
      // Somebody wrote the first version: whoever has not seen it is stopped by it.
      payload: { id: other, kind: 'capacity', subject: '', seen: 7, from: '2026-03-02', sheet: noLimit },
      operation: 'settings.write',
      shows,
    },
    {
      method: 'POST',
      address: '/api/consent-notices',
      payload: { version: 1, words: { 'zh-CN': 'X', en: 'X', ru: 'X' } },
      operation: 'consent-notice.write',
      shows,
    },
    {
      method: 'POST',
      address: '/api/people',
      payload: { id: one?.ids['personId'], name: 'X', sought: { search: '' } },
      operation: 'person.add',
      shows,
    },
    {
      method: 'POST',
      address: '/api/inquiries',
      payload: { id: one?.ids['inquiryId'], channel: 'phone' },
      operation: 'inquiry.open',
      shows,
    },
  ]
}

const noLimit = {
  cases: null,
  perWorker: { level4: null, level3: null, level2: null, level1: null },
  waitingList: null,
}

const changing = [
  'agency.change',
  'settings.write',
  'agency.name-duty-officer',
  'consent-notice.write',
  'worker.add',
  'worker.change',
  'person.add',
  'inquiry.open',
  'directory.add',
  'outreach.record',
  'leaflet.write',
  'web-form.change',
]

/** The question of a route, without what a particular answer needs. */
const askedBy = ({ method, url, address }: ListAsked) => `${method} ${url ?? address.split('?')[0]}`

/** What is wrong with lists, searches and writes about the agency, for everybody. */
export async function listFaults(scene: Scene): Promise<string[]> {
  const { cases, members, tally } = scene
  const strange = { A: await strangeTo(scene, 'A'), B: await strangeTo(scene, 'B') }
  const allOf = (agency: 'A' | 'B') => [
    ...questions,
    ...aboutSigningIn(strange[agency]),
    ...aboutMerges(strange[agency].stranger),
    ...aboutBreakGlass(strange[agency]),
    ...aboutDirectory(strange[agency].stranger),
    ...aboutOutlines(strange[agency].stranger),
    ...aboutQuestionnaires(strange[agency].stranger),
    ...aboutReception(strange[agency].stranger, strange[agency].leafletId),
    ...aboutBlankForms,
    ...aboutSharing(strange[agency].stranger),
    ...aboutPartners(strange[agency].stranger),
    ...writes(scene, agency),
  ]
  const faults = uncovered(scene, allOf('A'))
  for (const member of members) {
    for (const one of allOf(member.agency)) {
      const reply = withoutNumbers(
        one,
        member,
        await ask(scene.world, member, {
          method: one.method,
          address: one.address,
          ...(one.payload ? { payload: JSON.stringify(one.payload) } : {}),
        }),
      )
      tally.cells += 1
      const expected = expectation(member, one.operation, !one.absent)
      const read = !one.writes && !changing.includes(one.operation)
      tally[expected === 'permitted' ? 'permitted' : 'denied'] += 1
      faults.push(
        ...faultsOf(reply, expected, read, inSightOf(member, cases)).map(
          (fault) => `${member.name} ${one.method} ${one.address}: ${fault}`,
        ),
        ...shownFaults(one, member, cases, reply),
      )
    }
  }
  return faults
}

/** An inspector tells the cases of their agency apart by their numbers, and sees nothing else of any. */
function withoutNumbers({ operation }: ListAsked, { agency, role }: Member, reply: Reply): Reply {
  if (operation !== 'audit.read' && (operation !== 'break-glass.list' || role !== 'inspector')) return reply
  const numbers = new RegExp(`"caseNumber":"CNRY-${agency}-[a-z]+-[a-z]+-END"`, 'gu')
  return { ...reply, text: reply.text.replaceAll(numbers, '"caseNumber":""') }
}

/** A list shows exactly what its reader may see: counts and pages agree with sight. */
function shownFaults(
  { address, shows }: ListAsked,
  member: Member,
  cases: readonly MatrixCase[],
  reply: Reply,
) {
  if (!shows || reply.status !== 200) return []
  const wanted = cases.filter((one) => shows(member, one)).map(({ canary }) => canary)
  const found = [...canariesIn(readableIn(reply))]
  return wanted.toSorted().join() === found.toSorted().join()
    ? []
    : [`${member.name} ${address} shows ${found.join(' ')} instead of ${wanted.join(' ')}`]
}

// Ending one's own sign-in, proving anew who one is (each guess is counted), and saying that one saw a notice, are asked
// in tests of their own: they do write.
const askedElsewhere = [
  'DELETE /api/sign-ins/current',
  'POST /api/me/proofs',
  'PUT /api/notices/:noticeId/sight',
]

/** Routes beside the cases that no question asks. */
function uncovered({ routes }: Scene, all: readonly ListAsked[]): string[] {
  const asked = new Set([...all.map(askedBy), ...askedElsewhere])
  return besideTheCases(routes)
    .filter(
      ({ method, url }) =>
        !asked.has(`${method} ${url}`) && !asked.has(`${method} ${url.replace(/:\w+/u, '')}`),
    )
    .filter(({ method, url }) => url !== '/api/workers/:workerId' || method !== 'PUT')
    .map(({ method, url }) => `${method} ${url} is in the router and not in the matrix`)
}
