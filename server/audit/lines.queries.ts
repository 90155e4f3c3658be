import type pg from 'pg'
import type { SealedFacts } from './chain.ts'

/** A line as it lies in the table, with whatever number, seal and link it has. */
export type KeptLine = Readonly<{ id: number; facts: SealedFacts; mac: Buffer | null; link: Buffer | null }>

const atOnce = 5_000

/** The lines of an agency in their order, whatever their numbers are, a few thousand at a time. */
export async function* linesOf(client: pg.Client, agencyId: string): AsyncGenerator<KeptLine> {
  let after: number | null = null
  for (;;) {
    const lines = await linesAfter(client, agencyId, after)
    yield* lines
    after = lines.at(-1)?.id ?? null
    if (lines.length < atOnce) return
  }
}

/** Whole numbers as text, whatever this connection makes of large ones; no other value depends on its settings. */
type Row = Omit<SealedFacts, 'atMicros'> &
  Readonly<{ id: string; atMicros: string; mac: Buffer | null; link: Buffer | null }>

async function linesAfter(client: pg.Client, agencyId: string, after: number | null): Promise<KeptLine[]> {
  const { rows } = await client.query<Row>(
    `select agency_id as "agencyId", id::text, (extract(epoch from at) * 1000000)::bigint::text as "atMicros",
            worker_id as "workerId", worker_role as "workerRole", operation, act, outcome, reason,
            subject_kind as "subjectKind", subject_id as "subjectId", case_id as "caseId", inquiry_id as "inquiryId",
            person_id as "personId", listed, request_id as "requestId", mac, link
     from audit_log where agency_id = $1 and ($2::bigint is null or id > $2) order by audit_log.id limit $3`,
    [agencyId, after, atOnce],
  )
  return rows.map(({ id, mac, link, ...row }) => ({
    id: Number(id),
    mac,
    link,
    facts: { ...row, atMicros: Number(row.atMicros) },
  }))
}

/** The first line whose seal another line has too: sealed once, and laid down a second time. */
export async function repeatedLine(client: pg.Client, agencyId: string): Promise<number | null> {
  const { rows } = await client.query<{ id: string | null }>(
    `select min(second)::text as id from
       (select max(id) as second from audit_log where agency_id = $1 and mac is not null group by mac having count(*) > 1) as repeated`,
    [agencyId],
  )
  return rows[0]?.id ? Number(rows[0].id) : null
}

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
