import { expect, test } from 'vitest'
import { hearing } from '#server/testing/heard.ts'
import type { World } from '#server/testing/world.ts'
import { busyAgency, teamSize } from './busy-agency.ts'
import { searches } from './busy-directory.ts'
import { functionFaults, planFaults } from './explaining.ts'

/** So many rows are shown; one more tells whether there are others. */
const limit = 25

/** The largest page that one may ask for: no more is ever sorted, whatever is asked. */
const largestPage = 100

const fiveWeeks = 35 * 86_400_000
const weeks = `from=${new Date().toISOString()}&until=${new Date(Date.now() + fiveWeeks).toISOString()}`

/** A month of some years ago: few of all cases, contacts and assessments are of it. */
const aMonth = '2024-03'

/** Every list of the product, as its pages ask for it; `:caseId` is a case, and `:personId` a person, with more lines than any page shows. */
const lists: Readonly<Record<string, readonly string[]>> = {
  '/cases': ['open', 'closed', 'archived'].flatMap((state) =>
    ['mine', 'team', 'agency'].map((show) => `show=${show}&state=${state}`),
  ),
  '/inquiries': ['show=open', 'show=open&order=waiting', 'show=concluded'],
  '/outreach-events': [''],
  '/leaflets': [''],
  '/web-requests': ['', 'show=handled'],
  '/waits': ['', 'order=check-in'],
  '/today': [''],
  '/reviews': [''],
  '/notices': [''],
  '/workers': [''],
  '/audit': ['', 'day=2026-03-02', 'act=look', 'outcome=refused'],
  '/agency/settings/history': ['kind=scope'],
  '/break-glass-openings': [''],
  '/directory/imports': [''],
  '/directory/imports/:importId/rows': ['', 'outcome=refused'],
  '/division-editions': [''],
  '/division-editions/:editionId/lines': ['', 'outcome=refused'],
  '/cases/:caseId/attachments': [''],
  '/cases/:caseId/file-copies': [''],
  '/person-merges': ['', 'state=proposed'],
  '/potential-clients': ['', 'kind=needs-not-asked'],
  '/people/:personId/consents': [''],
  '/people/:personId/consent-exceptions': [''],
  '/cases/:caseId/scales': ['', 'instrument=phq-9'],
  '/cases/:caseId/client-links': ['purpose=scale', 'purpose=confirmation'],
  '/cases/:caseId/findings': ['', 'field=family', 'show=contradicted'],
  '/cases/:caseId/collection-contacts': [''],
  '/questionnaires': ['', 'show=in-use'],
  '/cases/:caseId/questionnaire-answers': [''],
  '/people/:personId/referrals': [''],
  // Asked below, by the program of a partner.
  '/fhir/R4/Task': [],
  '/partners': [''],
  '/referrals': ['show=awaiting', 'show=overdue', 'show=running', 'show=over'],
  '/received-referrals': ['show=awaiting', 'show=over'],
  '/cases/:caseId/audit': ['', 'who=others', 'act=change'],
  '/cases/:caseId/timeline': [''],
  '/cases/:caseId/process-records': [''],
  '/cases/:caseId/interviews': [''],
  '/interview-outlines': [''],
  '/cases/:caseId/appointments': [''],
  '/calendar': ['own', 'team', 'rooms'].map((show) => `show=${show}&${weeks}`),
  '/cases/:caseId/assessments': [''],
  '/cases/:caseId/plans': [''],
}

/** A team's caseload is merged from a page of each of its members; everything else sorts a page at the most. */
const mostSorted = (question: string) =>
  question.includes('show=team') ? teamSize * (limit + 1) : largestPage + 1

/** Whose cases the page of each role offers. */
const offered = {
  worker: ['mine'],
  supervisor: ['mine', 'team'],
  head: ['agency', 'team'],
  inspector: [],
} as const

const isOffered = (role: keyof typeof offered, question: string) => {
  const [, show] = /show=(mine|team|agency)/u.exec(question) ?? []
  return show === undefined || offered[role].some((one) => one === show)
}

type Described = Readonly<{
  paths: Readonly<Record<string, Readonly<{ get?: { parameters?: readonly { name: string }[] } }>>>
}>

/** The lists that the running router has: whatever is asked for a page after another. */
async function listsInRouter(world: World): Promise<string[]> {
  const { payload } = await world.app.inject({ url: '/api/openapi.json' })
  const { paths } = JSON.parse(payload) as Described
  return Object.entries(paths)
    .filter(([, { get }]) => get?.parameters?.some(({ name }) => name === 'after'))
    .map(([path]) => path.replace(/^\/api/u, '').replaceAll(/\{(\w+)\}/gu, ':$1'))
}

test('every list reads a page of an index, for whoever asks, however much there is', async () => {
  const { world, client, caseId, personId, importId, editionId, members } = await busyAgency()
  const placed = (path: string) =>
    path
      .replace(':caseId', caseId)
      .replace(':personId', personId)
      .replace(':importId', importId)
      .replace(':editionId', editionId)
  expect((await listsInRouter(world)).toSorted()).toEqual(Object.keys(lists).toSorted())
  const heard = hearing(world.platform.database.pool)
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 1000`,
  )
  const bigTables = new Set(rows.map(({ name }) => name))
  expect(bigTables.size).toBeGreaterThan(10)

  const faults: string[] = []
  let pages = 0
  for (const role of ['worker', 'supervisor', 'head', 'inspector'] as const)
    for (const [path, questions] of Object.entries(lists))
      for (const question of questions.filter((asked) => isOffered(role, asked))) {
        const address = `${placed(path)}?limit=${String(limit)}&${question}`
        let after: string | null = ''
        for (let number = 1; number <= 2 && after !== null; number += 1) {
          heard()
          const from: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
          const answer = await world.as(members[role]).get(`${address}${from}`)
          if (answer.status === 403) break
          expect(answer.status, `${role} ${address}`).toBe(200)
          after = answer.body['next'] ?? null
          pages += 1
          const found = await planFaults(client, heard(), { page: mostSorted(question), bigTables })
          faults.push(...found.map((fault) => `${role} ${path}?${question} page ${String(number)}: ${fault}`))
        }
      }
  // What is looked for in the directory travels in a body.
  for (const search of searches) {
    heard()
    const answer = await world.as(members.worker).post('/directory/searches', search)
    expect(answer.body['rows']).toHaveLength(limit)
    const found = await planFaults(client, heard(), { page: limit + 1, bigTables })
    faults.push(...found.map((fault) => `${JSON.stringify(search)}: ${fault}`))
  }
  // A partner's program has a credential of its own, and the page of FHIR.
  for (const question of ['', '&status=requested', '&status=completed']) {
    let address: string | undefined = `/fhir/R4/Task?_count=${String(limit)}${question}`
    for (let number = 1; number <= 2 && address !== undefined; number += 1) {
      heard()
      const answer = await world.as(members.partner).get(address)
      expect([question, [...(answer.body['entry'] ?? [])].length]).toEqual([question, limit])
      const next = [...(answer.body['link'] ?? [])].find((link) => link['relation'] === 'next')
      address = next && String(next['url']).split('/api')[1]
      const found = await planFaults(client, heard(), { page: limit + 1, bigTables })
      faults.push(...found.map((fault) => `a partner ${question} page ${String(number)}: ${fault}`))
    }
  }
  // What a month comes to: two of the counts are asked inside the database (decision 290).
  const counts = {
    'case-movements': null,
    'problem-natures': { name: 'count_problem_natures', byIndex: 'assessments_by_signing' },
    'first-contacts': { name: 'count_first_contacts', byIndex: 'inquiries_by_reception' },
  }
  for (const role of ['worker', 'head'] as const)
    for (const [path, inside] of Object.entries(counts)) {
      heard()
      const answer = await world.as(members[role]).get(`/statistics/${path}?month=${aMonth}`)
      expect([path, answer.status]).toEqual([path, 200])
      const said = heard()
      const found = inside
        ? await functionFaults(client, said, { ...inside, bigTables })
        : await planFaults(client, said, { page: Infinity, bigTables })
      faults.push(...found.map((fault) => `${role} ${path}: ${fault}`))
    }
  expect(pages).toBeGreaterThan(50)
  expect(faults).toEqual([])
}, 300_000)
