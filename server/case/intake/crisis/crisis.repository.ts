import type { CrisisLine, CrisisSheet } from '#contract/case/crisis.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** Opens the crisis of a first contact, where none is open yet. Its id, or null. */
export async function openCrisis(
  tx: Transaction,
  inquiryId: string,
  kinds: readonly string[],
  facts: string,
) {
  const row = await tx.db
    .insertInto('crises')
    .values({
      agencyId: tx.actor.agencyId,
      id: tx.newId(),
      inquiryId,
      kinds: [...kinds],
      facts,
      openedBy: tx.actor.workerId,
      openedAt: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Writes lines of a crisis, once and for all. */
export function addLines(tx: Transaction, crisisId: string, lines: readonly CrisisLine[]) {
  if (lines.length === 0) return
  const by = { agencyId: tx.actor.agencyId, crisisId, recordedBy: tx.actor.workerId, recordedAt: tx.now }
  tx.atLast(
    tx.db
      .insertInto('crisisLines')
      .values(lines.map((line) => ({ ...line, doneAt: new Date(line.doneAt), ...by })))
      .execute(),
  )
}

/** Whoever must know at once: the active heads, and the supervisor of whoever received the first contact. */
export async function whoMustKnow(tx: Transaction) {
  const { agencyId, workerId } = tx.actor
  const supervisor = tx.db
    .selectFrom('workers as receiver')
    .select('receiver.supervisorId')
    .where('receiver.agencyId', '=', agencyId)
    .where('receiver.id', '=', workerId)
  return tx.db
    .selectFrom('workers as w')
    .select(['w.id', 'w.name', 'w.role'])
    .where('w.agencyId', '=', agencyId)
    .where('w.active', '=', true)
    .where('w.id', '!=', workerId)
    .where((either) => either.or([either('w.role', '=', 'agency-head'), either('w.id', '=', supervisor)]))
    .orderBy('w.role')
    .orderBy('w.name')
    .orderBy('w.id')
    .execute()
}

/** The open or last crisis of a first contact in sight, locked; there is none, or none in sight: 404. */
export async function lookAtCrisis(tx: Transaction, inquiryId: string) {
  const row = await tx.db
    .selectFrom('crises')
    .selectAll()
    .where('agencyId', '=', tx.actor.agencyId)
    .where('inquiryId', '=', inquiryId)
    .orderBy('openedAt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'crisis', id: row.id, inquiryId })
  return row
}

type Changes = Partial<CrisisSheet> & Partial<{ endedBy: string; endedAt: Date; outcome: string }>

/** Saves a crisis against the version that was seen (412). */
export function saveCrisis(
  tx: Transaction,
  { id, version }: Readonly<{ id: string; version: number }>,
  changes: Changes,
) {
  refuseIfStale(tx, version)
  tx.atLast(
    tx.db
      .updateTable('crises')
      .set({ ...changes, version: version + 1 })
      .where('agencyId', '=', tx.actor.agencyId)
      .where('id', '=', id)
      .execute(),
  )
}

/** Ends whatever crisis is open at a first contact: it was found to be none. */
export function callOffCrisis(tx: Transaction, inquiryId: string, outcome: string) {
  tx.atLast(
    tx.db
      .updateTable('crises')
      .set(({ eb }) => ({
        endedBy: tx.actor.workerId,
        endedAt: tx.now,
        outcome,
        version: eb('version', '+', 1),
      }))
      .where('agencyId', '=', tx.actor.agencyId)
      .where('inquiryId', '=', inquiryId)
      .where('endedAt', 'is', null)
      .execute(),
  )
}
