import { createHash } from 'node:crypto'
import type { NoticeKind } from '#contract/workday.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** What somebody must be told. `once` names the occasion: the same worker is told of one occasion only once. */
export type NewNotice = Readonly<{
  workerIds: readonly string[]
  kind: NoticeKind
  caseId?: string
  inquiryId?: string
  once?: string
}>

/** Tells workers something on their Today, in the transaction of what it is about. Telling twice is telling once. */
export async function giveNotice(tx: Transaction, { workerIds, kind, caseId, inquiryId, once }: NewNotice) {
  if (workerIds.length === 0) return
  const notice = {
    agencyId: tx.actor.agencyId,
    kind,
    caseId: caseId ?? null,
    inquiryId: inquiryId ?? null,
    toldAt: tx.now,
  }
  const telling = tx.db
    .insertInto('notices')
    .values(
      workerIds.map((workerId) => ({
        ...notice,
        workerId,
        id: once ? idOf(kind, once, workerId) : tx.newId(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
  tx.atLast(telling.execute())
}

/** The same id for the same occasion (an RFC 9562 UUID of version 8, from a hash). */
function idOf(...parts: readonly string[]) {
  const bytes = createHash('sha256').update(parts.join(' ')).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')
}

/** I have seen it; seeing it again changes nothing. Somebody else's notice is absent (404). */
export async function markSeen(tx: Transaction, id: string) {
  const seen = await tx.db
    .updateTable('notices')
    .set(({ fn, ref, val }) => ({ seenAt: fn.coalesce(ref('seenAt'), val(tx.now)) }))
    .where('agencyId', '=', tx.actor.agencyId)
    .where('workerId', '=', tx.actor.workerId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!seen) throw new Refusal('not-found')
  tx.saw({ kind: 'notice', id })
}
