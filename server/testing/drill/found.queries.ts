import { randomBytes, randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { z } from 'zod'
import { tokenHash } from '#server/entrance/index.ts'
import { keptAnswerPlace } from '#server/entrance/kept-answers.repository.ts'
import type { Keyring } from '#server/platform/identifier-keys/index.ts'

/** What lies in the database of one first contact, counted past every wall. */
export type Found = {
  readonly id: string
  readonly version: number
  readonly trouble: string
  readonly emergency: boolean | null
  readonly received: number
  readonly decided: number
  readonly tasks: number
  readonly alarms: number
  /** Acts that the audit says were done: openings and changes. */
  readonly openings: number
  readonly changes: number
  readonly notices: number
}

/** Every kept answer: its key and the version it names; null when it names none. */
export type FoundAnswer = { readonly key: string; readonly version: number | null }

/** An agency with its head and this many workers, each signed in; their tokens. */
export async function foundTeam(client: Client, size: number): Promise<readonly string[]> {
  const agencyId = randomUUID()
  await client.query(
    `insert into agencies (agency_id, name, desk_post, head_post, case_prefix)
     values ($1, '安宁社工站', gen_random_uuid(), gen_random_uuid(), 'AN')`,
    [agencyId],
  )
  await addWorker(client, agencyId, 'agency-head')
  const tokens: string[] = []
  for (let count = 0; count < size; count += 1) tokens.push(await addWorker(client, agencyId, 'worker'))
  return tokens
}

async function addWorker(client: Client, agencyId: string, role: string): Promise<string> {
  const id = randomUUID()
  const token = randomBytes(32).toString('base64url')
  await client.query(
    `insert into workers (agency_id, id, name, email, role, level) values ($1, $2, '陈思远', $3, $4, 3)`,
    [agencyId, id, `${id}@example.org`, role],
  )
  await client.query(
    `insert into sign_ins (agency_id, id, worker_id, token_hash, expires_at)
     values ($1, gen_random_uuid(), $2, $3, now() + interval '7 days')`,
    [agencyId, id, tokenHash(token)],
  )
  return token
}

/** Everything about every first contact, each part counted apart, so that a part that is missing shows. */
export async function findAll(
  client: Client,
  keyring: Keyring,
): Promise<{ contacts: readonly Found[]; answers: readonly FoundAnswer[] }> {
  const contacts = await client.query<Found>(`
    with story as (select inquiry_id, count(*) filter (where what = 'inquiry-received') as received,
                          count(*) filter (where what = 'emergency-decided') as decided from timeline group by 1),
         task as (select inquiry_id, count(*) filter (where kind = 'register-inquiry') as tasks,
                         count(*) filter (where kind = 'answer-emergency') as alarms from tasks group by 1),
         act as (select inquiry_id, count(distinct request_id) filter (where operation = 'inquiry.open') as openings,
                        count(distinct request_id) filter (where operation = 'inquiry.change') as changes
                 from audit_log where act = 'change' and outcome = 'done' and request_id not like 'job%' group by 1),
         notice as (select inquiry_id, count(*) as notices from notices group by 1)
    select i.id, i.version, i.trouble, i.emergency,
           coalesce(received, 0)::int as received, coalesce(decided, 0)::int as decided,
           coalesce(tasks, 0)::int as tasks, coalesce(alarms, 0)::int as alarms,
           coalesce(openings, 0)::int as openings, coalesce(changes, 0)::int as changes,
           coalesce(notices, 0)::int as notices
    from inquiries i left join story s on s.inquiry_id = i.id left join task t on t.inquiry_id = i.id
         left join act a on a.inquiry_id = i.id left join notice n on n.inquiry_id = i.id`)
  return { contacts: contacts.rows, answers: await openAnswers(client, keyring) }
}

type SealedAnswer = { agency_id: string; worker_id: string; key: string; sealed: Buffer }
const Answer = z.looseObject({ version: z.int() })

async function openAnswers(client: Client, keyring: Keyring): Promise<readonly FoundAnswer[]> {
  const { rows } = await client.query<SealedAnswer>(
    'select agency_id, worker_id, key, answer_sealed as sealed from kept_answers',
  )
  const found: FoundAnswer[] = []
  for (const { agency_id: agencyId, worker_id: workerId, key, sealed } of rows) {
    const { own } = await keyring.of(agencyId)
    const answer: unknown = JSON.parse(own.open(keptAnswerPlace(workerId, key), sealed))
    found.push({ key, version: Answer.safeParse(answer).data?.version ?? null })
  }
  return found
}

/** Lets the hour pass for which jobs are put off. */
export const bringJobsForward = (client: Client) =>
  client.query(
    'update graphile_worker._private_jobs set run_at = now() where run_at > now() and attempts = 0',
  )

/** How many jobs are not done yet. */
export async function jobsLeft(client: Client): Promise<number> {
  const { rows } = await client.query<{ left: number }>(
    'select count(*)::int as left from graphile_worker.jobs',
  )
  return rows[0]?.left ?? 0
}
