import type { APIRequestContext } from '@playwright/test'
import { z } from 'zod'
import { type CasePlace, placeOf } from '#contract/case/overview.ts'
import { TaskKind } from '#contract/workday.ts'

/** Values for the parameters of an address: `{ caseId, planId }`. */
export type Known = Readonly<Record<string, string>>

const Row = z.looseObject({
  id: z.string(),
  state: z.string().optional(),
  stage: z.string().optional(),
  next: z.looseObject({ kind: TaskKind }).nullish(),
})
type Row = z.infer<typeof Row>
type CaseRow = Row & { place: CasePlace | undefined }

/** The rows of a list, or none when this worker may not read it. */
async function rowsOf(request: APIRequestContext, path: string): Promise<Row[]> {
  const answer = await request.get(path)
  return answer.ok() ? z.object({ rows: z.array(Row) }).parse(await answer.json()).rows : []
}

/** The first row of each kind. */
function oneOfEach<Item>(rows: readonly Item[], kind: (row: Item) => string): Item[] {
  return [...new Map(rows.toReversed().map((row) => [kind(row), row])).values()]
}

/** One first contact in each state. */
export async function knownInquiries(
  request: APIRequestContext,
  of: 'each-state' | 'every',
): Promise<Known[]> {
  const open = await rowsOf(request, '/api/inquiries?limit=100')
  const concluded = await rowsOf(request, '/api/inquiries?limit=100&show=concluded')
  const all = [...open, ...concluded]
  return (of === 'every' ? all : oneOfEach(all, ({ state }) => state ?? '')).map(({ id }) => ({
    inquiryId: id,
  }))
}

/** A first contact at the desk in which somebody was in danger. */
export async function knownCrises(request: APIRequestContext): Promise<Known[]> {
  const answer = await request.get('/api/inquiries?limit=100')
  if (!answer.ok()) return []
  const { rows } = z
    .object({ rows: z.array(z.looseObject({ id: z.string(), emergency: z.boolean().nullable() })) })
    .parse(await answer.json())
  return rows
    .filter(({ emergency }) => emergency)
    .slice(0, 1)
    .map(({ id }) => ({ inquiryId: id }))
}

/** Somebody on the waiting list. */
export async function knownWaits(request: APIRequestContext): Promise<Known[]> {
  const answer = await request.get('/api/waits?limit=1')
  if (!answer.ok()) return []
  const { rows } = z
    .object({ rows: z.array(z.looseObject({ inquiryId: z.string() })) })
    .parse(await answer.json())
  return rows.map(({ inquiryId }) => ({ inquiryId }))
}

/** An outreach event and a leaflet. */
export async function knownDesk(request: APIRequestContext): Promise<Known[]> {
  const [events, leaflets] = await Promise.all([
    rowsOf(request, '/api/outreach-events?limit=1'),
    rowsOf(request, '/api/leaflets?limit=1'),
  ])
  return [...events.map(({ id }) => ({ outreachId: id })), ...leaflets.map(({ id }) => ({ leafletId: id }))]
}

/** Every case of the agency that this worker may see. */
export async function everyCase(request: APIRequestContext): Promise<CaseRow[]> {
  const lists = await Promise.all(
    ['open', 'closed', 'archived'].map((state) =>
      rowsOf(request, `/api/cases?limit=100&show=agency&state=${state}`),
    ),
  )
  return lists.flat().map((row) => ({ ...row, place: row.next ? placeOf[row.next.kind] : undefined }))
}

/** One case at each stage, and one that waits for each kind of next step. */
export async function knownCases(request: APIRequestContext): Promise<CaseRow[]> {
  return oneOfEach(await everyCase(request), ({ stage, state, next }) => `${stage} ${state} ${next?.kind}`)
}

const records = {
  interviewId: 'interviews',
  assessmentId: 'assessments',
  planId: 'plans',
  recordId: 'process-records',
  evaluationId: 'evaluations',
} as const

/** One record of each kind in each state, among these cases. */
export async function knownRecords(request: APIRequestContext, cases: readonly Row[]): Promise<Known[]> {
  const found = Object.entries(records).map(async ([parameter, list]) => {
    const perCase = cases.map(async ({ id: caseId }) => {
      const rows = await rowsOf(request, `/api/cases/${caseId}/${list}`)
      return rows.map(({ id, state }) => ({ caseId, id, state: state ?? '' }))
    })
    const rows = (await Promise.all(perCase)).flat()
    return oneOfEach(rows, ({ state }) => state).map(({ caseId, id }) => ({ caseId, [parameter]: id }))
  })
  return (await Promise.all(found)).flat()
}

/** The people whom these cases are for. */
export async function knownPeople(request: APIRequestContext, cases: readonly Row[]): Promise<Known[]> {
  const clients = await Promise.all(
    cases.map(async ({ id }) => {
      const answer = await request.get(`/api/cases/${id}`)
      return z.looseObject({ client: z.looseObject({ id: z.string() }) }).parse(await answer.json()).client.id
    }),
  )
  return [...new Set(clients)].map((personId) => ({ personId }))
}

/** One referral out of the agency in each state, and one in each state that came in. */
export async function knownReferrals(request: APIRequestContext): Promise<Known[]> {
  const Sent = Row.extend({ person: z.looseObject({ id: z.string() }) })
  const shows = ['draft', 'awaiting', 'running', 'over']
  const lists = await Promise.all(
    shows.map(async (show) => {
      const [out, came] = await Promise.all([
        request.get(`/api/referrals?limit=100&show=${show}`),
        request.get(`/api/received-referrals?limit=100&show=${show}`),
      ])
      return {
        out: out.ok() ? z.object({ rows: z.array(Sent) }).parse(await out.json()).rows : [],
        came: came.ok() ? z.object({ rows: z.array(Row) }).parse(await came.json()).rows : [],
      }
    }),
  )
  const state = (row: Readonly<{ state?: string | undefined }>) => row.state ?? ''
  return [
    ...oneOfEach(
      lists.flatMap(({ out }) => out),
      state,
    ).map(({ id, person }) => ({ personId: person.id, referralId: id })),
    ...oneOfEach(
      lists.flatMap(({ came }) => came),
      state,
    ).map(({ id }) => ({ receivedReferralId: id })),
  ]
}

/** One entry of the directory that has aged and one that has not. */
export async function knownEntries(request: APIRequestContext): Promise<Known[]> {
  const answer = await request.post('/api/directory/searches', {
    data: { limit: 100 },
    headers: { 'X-Requested-With': 'alongside' },
  })
  if (!answer.ok()) return []
  const Entry = Row.extend({ aged: z.boolean() })
  const { rows } = z.object({ rows: z.array(Entry) }).parse(await answer.json())
  return [true, false].flatMap((aged) => {
    const found = rows.find((row) => row.aged === aged)
    return found ? [{ entryId: found.id }] : []
  })
}

/** A questionnaire of the agency. */
export async function knownQuestionnaires(request: APIRequestContext): Promise<Known[]> {
  const [first] = await rowsOf(request, '/api/questionnaires?limit=1')
  return first ? [{ questionnaireId: first.id }] : []
}
