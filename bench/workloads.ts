import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Asked } from './generator.ts'
import type { BenchWorker, Loaded } from '#server/testing/volume/volume.ts'

/** What is in the scratch data for one piece of work to ask about. */
export type Sample = Readonly<Record<string, string>>

/** One piece of everyday work: where its samples come from, and the requests it is made of. */
export type Workload = Readonly<{
  key: string
  title: string
  /** Uses its sample up, so each is asked about once. */
  writes: boolean
  samples: (client: pg.Client, loaded: Loaded, count: number) => Promise<Sample[]>
  requests: (sample: Sample, token: string) => Asked[]
}>

const headersOf = (token: string) => ({ authorization: `Bearer ${token}` })
const writing = (token: string, version?: number) => ({
  ...headersOf(token),
  'idempotency-key': randomUUID(),
  ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
})

const tokenOf = (workers: readonly BenchWorker[], id: string) =>
  workers.find((worker) => worker.id === id)?.token ?? ''

/** Rows as samples, each with the token of the worker whose row it is. */
async function rowsOf(
  client: pg.Client,
  { workers }: Loaded,
  text: string,
  values: unknown[],
): Promise<Sample[]> {
  const { rows } = await client.query<Record<string, string> & { workerId: string }>(text, values)
  return rows.map((row) => ({ ...row, token: tokenOf(workers, row.workerId) }))
}

/** A first contact received; and one that was assessed becomes a case. */
const openContactAndCase: Workload = {
  key: 'W1',
  title: 'open a contact and a case',
  writes: true,
  samples: async (client, loaded, count) => {
    await client.query('set session_replication_role = replica; set synchronous_commit = off')
    const prepared = await rowsOf(
      client,
      loaded,
      `
      with chosen as (select c.client_id, c.case_manager_id, row_number() over () as n from cases c limit $2),
      opened as (
        insert into inquiries (agency_id, id, state, channel, source, help_type, received_at, received_by, client_id, situation, trouble,
                               willingness, told_items, emergency, emergency_reason, readers)
        select $1, gen_random_uuid(), 'assessed', 'phone', 'self', 'own-initiative', now(), case_manager_id, client_id, '与奶奶同住。',
               '两个月没有上学。', 5, '{scope,agency,confidentiality,process,information-use}', false, '目前安全', array[case_manager_id]
        from chosen returning id, client_id, received_by),
      shared as (
        insert into preliminary_assessments (agency_id, inquiry_id, willingness, agency_resources, worker_ability, reconcilable, in_scope,
                                             in_area, has_capacity, risk_level, shared_at, caller_agrees, client_wishes, written_by)
        select $1, id, 5, 'yes', 'yes', true, true, true, true, 'low', now(), true, true, received_by from opened)
      select id as "inquiryId", client_id as "clientId", received_by as "workerId" from opened`,
      [loaded.agencyId, count],
    )
    await client.query('set session_replication_role = default; reset synchronous_commit')
    return prepared
  },
  requests: ({ inquiryId, workerId }, token) => [
    {
      method: 'POST',
      path: '/api/inquiries',
      headers: writing(token),
      body: { id: randomUUID(), channel: 'phone' },
    },
    {
      method: 'PUT',
      path: `/api/inquiries/${inquiryId}/decision`,
      headers: writing(token, 1),
      body: {
        decision: 'accept',
        reason: '在服务范围之内',
        caseManagerId: workerId,
        serviceFields: ['community-care'],
      },
    },
  ],
}

const record = {
  heldFrom: '2026-03-02T01:00:00.000Z',
  heldUntil: '2026-03-02T02:00:00.000Z',
  place: '家里',
  mode: 'home-visit',
  personsSeen: ['client'],
  clientSeen: true,
  notSeenReason: '',
  goalIds: [],
  activityTypes: ['counselling'],
  purpose: '了解返校的准备',
  performance: '小龙在修自行车，愿意谈学校的事。'.repeat(6),
  interaction: '',
  intervention: '陪他列出三件担心的事。',
  progress: '愿意先去上美术课。',
  difficulty: '',
  solution: '',
  judgement: '担心的是当众出错，不是学习本身。',
  nextPlan: '下周三一起走到校门口。',
  nextAt: null,
}

/** The record of a contact, opened and written. */
const addProcessRecord: Workload = {
  key: 'W2',
  title: 'add a process record',
  writes: true,
  samples: (client, loaded, count) =>
    rowsOf(
      client,
      loaded,
      `select c.id as "caseId", c.case_manager_id as "workerId" from cases c
      where c.stage = 'delivery' and c.state = 'open' limit $1`,
      [Math.min(count, 5_000)],
    ),
  requests: ({ caseId }, token) => {
    const id = randomUUID()
    return [
      { method: 'POST', path: `/api/cases/${caseId}/process-records`, headers: writing(token), body: { id } },
      {
        method: 'PUT',
        path: `/api/cases/${caseId}/process-records/${id}`,
        headers: writing(token, 1),
        body: record,
      },
    ]
  },
}

const oneOfEachWorker = `select distinct on (c.case_manager_id) c.case_manager_id as "workerId", c.id as "caseId" from cases c limit $1`

const myCaseload: Workload = {
  key: 'W3',
  title: 'my caseload, 50 rows',
  writes: false,
  samples: (client, loaded, count) => rowsOf(client, loaded, oneOfEachWorker, [count]),
  requests: (_, token) => [{ method: 'GET', path: '/api/cases?limit=50', headers: headersOf(token) }],
}

const oneCaseWhole: Workload = {
  key: 'W4',
  title: 'one case: client, path, next step, newest records',
  writes: false,
  samples: (client, loaded, count) =>
    rowsOf(
      client,
      loaded,
      `select c.id as "caseId", c.case_manager_id as "workerId" from cases c
      where c.state = 'open' order by md5(c.id::text) limit $1`,
      [count],
    ),
  requests: ({ caseId }, token) => [
    { method: 'GET', path: `/api/cases/${caseId}`, headers: headersOf(token) },
  ],
}

const searchByPartOfName: Workload = {
  key: 'W5',
  title: 'search by part of a name',
  writes: false,
  samples: (client, loaded, count) =>
    rowsOf(
      client,
      loaded,
      `select p.name, c.case_manager_id as "workerId" from cases c join people p on p.id = c.client_id
      where p.name ~ '^[一-龥]{3}$' order by md5(p.id::text) limit $1`,
      [count],
    ),
  requests: ({ name = '' }, token) => [
    { method: 'POST', path: '/api/searches', headers: headersOf(token), body: { text: name.slice(1) } },
  ],
}

/** By whoever sees everybody: at any size the page is full, so this tells what a search costs as the data grow. */
const searchAsHead: Workload = {
  ...searchByPartOfName,
  key: 'W5H',
  title: 'the same by a head: a full page at any size',
  samples: async (client, loaded, count) => {
    const samples = await searchByPartOfName.samples(client, loaded, count)
    return samples.map((sample) => ({ ...sample, token: loaded.head.token }))
  },
}

const openedAndClosed: Workload = {
  key: 'W6',
  title: 'opened and closed in a month, by field and worker',
  writes: false,
  samples: async (client, { head }) => {
    const { rows } = await client.query<{ month: string }>(
      `select to_char(now() - interval '1 month' * n, 'YYYY-MM') as month from generate_series(1, 12) as n`,
    )
    return rows.map(({ month }) => ({ month, token: head.token }))
  },
  requests: ({ month }, token) => [
    { method: 'GET', path: `/api/statistics/case-movements?month=${month}`, headers: headersOf(token) },
  ],
}

export const workloads: readonly Workload[] = [
  openContactAndCase,
  addProcessRecord,
  myCaseload,
  oneCaseWhole,
  searchByPartOfName,
  searchAsHead,
  openedAndClosed,
]
