import { createHash } from 'node:crypto'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** A write that may be repeated: its key, and what exactly was asked. */
export type Repeatable = Readonly<{ key: string; fingerprint: string }>

/** What was asked, in 32 bytes: the same key with another request is a mistake, not a repeat. */
export const fingerprintOf = (method: string, url: string, body: unknown) =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('hex')

/** The answer that this key got before, or null. Another actor's key is unknown here: the key belongs to its worker. */
export async function keptAnswer(tx: Transaction, { key, fingerprint }: Repeatable): Promise<object | null> {
  const kept = await tx.db
    .selectFrom('keptAnswers')
    .select(['fingerprint', 'answer'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('workerId', '=', tx.actor.workerId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!kept) return null
  if (kept.fingerprint !== fingerprint) throw new Refusal('key-used-differently')
  return kept.answer
}

/** Keeps the answer beside what was done, so that both exist or neither does. */
export async function keepAnswer(
  tx: Transaction,
  { key, fingerprint }: Repeatable,
  status: number,
  answer: object,
) {
  await tx.db
    .insertInto('keptAnswers')
    .values({
      agencyId: tx.actor.agencyId,
      workerId: tx.actor.workerId,
      key,
      fingerprint,
      status,
      answer: JSON.stringify(answer),
    })
    .execute()
}
