import type pg from 'pg'
import { z } from 'zod'
import type { SealedFacts } from './chain.ts'

/** A line as it lies in the table, with whatever seal it has. */
export type KeptLine = Readonly<{ facts: SealedFacts; mac: Buffer | null }>

const Row = z.object({
  agency_id: z.string(),
  id: z.coerce.number(),
  at_micros: z.coerce.number(),
  worker_id: z.string(),
  worker_role: z.string(),
  operation: z.string(),
  act: z.string(),
  outcome: z.string(),
  reason: z.string(),
  subject_kind: z.string(),
  subject_id: z.string().nullable(),
  case_id: z.string().nullable(),
  inquiry_id: z.string().nullable(),
  person_id: z.string().nullable(),
  listed: z.array(z.string()),
  request_id: z.string(),
  mac: z.instanceof(Buffer).nullable(),
})

const atOnce = 5_000

/** The lines of an agency in their order, whatever their numbers are, a few thousand at a time. */
export async function* linesOf(client: pg.Client, agencyId: string): AsyncGenerator<KeptLine> {
  let after: number | null = null
  for (;;) {
    const { rows }: pg.QueryResult = await client.query(
      `select agency_id, id, (extract(epoch from at) * 1000000)::bigint as at_micros, worker_id, worker_role, operation,
              act, outcome, reason, subject_kind, subject_id, case_id, inquiry_id, person_id, listed, request_id, mac
       from audit_log where agency_id = $1 and ($2::bigint is null or id > $2) order by id limit $3`,
      [agencyId, after, atOnce],
    )
    const lines = rows.map((row) => lineFrom(Row.parse(row)))
    yield* lines
    after = lines.at(-1)?.facts.id ?? null
    if (lines.length < atOnce) return
  }
}

const lineFrom = ({ mac, ...row }: z.infer<typeof Row>): KeptLine => ({
  mac,
  facts: {
    agencyId: row.agency_id,
    id: row.id,
    atMicros: row.at_micros,
    workerId: row.worker_id,
    workerRole: row.worker_role,
    operation: row.operation,
    act: row.act,
    outcome: row.outcome,
    reason: row.reason,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    caseId: row.case_id,
    inquiryId: row.inquiry_id,
    personId: row.person_id,
    listed: row.listed,
    requestId: row.request_id,
  },
})

/** Every agency that has lines or a name here, and how many lines each has. */
export async function chainsOf(client: pg.Client) {
  const { rows } = await client.query<{ agency_id: string; name: string | null; lines: number }>(
    `select agency_id, a.name, coalesce(l.lines, 0)::int as lines
     from agencies a full join (select agency_id, count(*) as lines from audit_log group by 1) l using (agency_id)
     order by a.name, agency_id`,
  )
  return rows.map(({ agency_id: agencyId, name, lines }) => ({ agencyId, name: name ?? '', lines }))
}

/** Does something as the owner of the tables, in one view of them: who writes meanwhile changes nothing in it. */
export async function asOwner<T>(
  client: pg.Client,
  kind: 'read only' | 'read write',
  work: () => Promise<T>,
): Promise<T> {
  await client.query(`begin isolation level repeatable read ${kind}`)
  try {
    await client.query('set local role alongside_owner')
    await client.query('set local statement_timeout = 0')
    const done = await work()
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
