import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { inSight, type Subject, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { AgencyKeys } from '#server/platform/identifier-keys/index.ts'

/** A write that may be repeated: its key, and what exactly was asked. */
export type Repeatable = Readonly<{ key: string; fingerprint: string }>

/** What was asked, in 32 bytes: the same key with another request is a mistake, not a repeat. */
export const fingerprintOf = (method: string, url: string, body: unknown) =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('hex')

/**
 * The answer that this key got before, or null. Another actor's key is unknown here: the key belongs to its worker.
 * Whoever lost sight since does not get it again (404). Repeats of one key come one after the other: whichever arrives
 * while the first is under way waits for its answer.
 */
export async function keptAnswer(tx: Transaction, { key, fingerprint }: Repeatable): Promise<object | null> {
  const { agencyId, workerId } = tx.actor
  // The next statement sees what was committed while this one waited.
  tx.atLast(sql`select pg_advisory_xact_lock(hashtextextended(${`${workerId} ${key}`}, 0))`.execute(tx.db))
  const kept = await tx.db
    .selectFrom('keptAnswers')
    .select(['fingerprint', 'answerSealed', 'caseIds', 'inquiryIds', 'personIds'])
    .where('agencyId', '=', agencyId)
    .where('workerId', '=', workerId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!kept?.answerSealed) return null
  if (kept.fingerprint !== keptFingerprint(tx.keys, fingerprint)) throw new Refusal('key-used-differently')
  for (const { table, column, subject } of shown) {
    const ids = kept[column]
    if (ids.length === 0) continue
    const stillSeen = await seenAmong(tx, table, ids).execute()
    if (stillSeen.length < ids.length) throw new Refusal('not-found')
    for (const id of ids) tx.saw(subject(id))
  }
  return asObject(JSON.parse(tx.keys.own.open(placeOf(tx, key), kept.answerSealed)))
}

/** Where an answer belongs: sealed for one worker and key, it opens for no other. */
const placeOf = ({ actor }: Transaction, key: string) => keptAnswerPlace(actor.workerId, key)
export const keptAnswerPlace = (workerId: string, key: string) => `kept-answer|${workerId}|${key}`

/** A fingerprint as it is kept: a short request could be guessed from a plain one. */
export const keptFingerprint = (keys: AgencyKeys, fingerprint: string) =>
  keys.mark('fingerprint', fingerprint)

const asObject = (answer: unknown) => z.looseObject({}).parse(answer)

/** Keeps the answer beside what was done, so that both exist or neither does, and what it shows of whom. */
export function keepAnswer(
  tx: Transaction,
  { key, fingerprint }: Repeatable,
  status: number,
  answer: object,
) {
  const idsOf = (idOf: (subject: Subject) => string | undefined) => [
    ...new Set(tx.seen.flatMap((subject) => idOf(subject) ?? [])),
  ]
  const keeping = tx.db.insertInto('keptAnswers').values({
    agencyId: tx.actor.agencyId,
    workerId: tx.actor.workerId,
    key,
    fingerprint: keptFingerprint(tx.keys, fingerprint),
    status,
    answerSealed: tx.keys.own.seal(placeOf(tx, key), JSON.stringify(answer)),
    caseIds: idsSeen(
      tx,
      'cases',
      idsOf(({ caseId }) => caseId),
    ),
    inquiryIds: idsSeen(
      tx,
      'inquiries',
      idsOf(({ inquiryId }) => inquiryId),
    ),
    personIds: idsSeen(
      tx,
      'people',
      idsOf(({ personId }) => personId),
    ),
  })
  tx.atLast(keeping.execute())
}

const shown = [
  { table: 'cases', column: 'caseIds', subject: (id: string): Subject => ({ kind: 'case', id, caseId: id }) },
  {
    table: 'inquiries',
    column: 'inquiryIds',
    subject: (id: string): Subject => ({ kind: 'inquiry', id, inquiryId: id }),
  },
  {
    table: 'people',
    column: 'personIds',
    subject: (id: string): Subject => ({ kind: 'person', id, personId: id }),
  },
] as const
type ShownTable = (typeof shown)[number]['table']

/** Those of the ids that the actor sees. */
const seenAmong = ({ db, actor }: Transaction, table: ShownTable, ids: readonly string[]) =>
  db
    .selectFrom(table)
    .select('id')
    .where('agencyId', '=', actor.agencyId)
    .where(sql<boolean>`${sql.ref('id')} = any(${[...ids]}::uuid[])`)
    .where(inSight({ actor }, table))

/** The same as one value of the statement that keeps them. */
const idsSeen = (tx: Transaction, table: ShownTable, ids: readonly string[]) =>
  ids.length === 0 ? [] : sql<string[]>`array(${seenAmong(tx, table, ids)})`
