import type { DecideAlert, RecordScale } from '#contract/scales.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Decidable } from './scales.ts'
import type { Scored } from './scoring/scoring.ts'

/** Writes the answers to a scale down, with what they came to. */
export async function insertScale(
  tx: Transaction,
  caseId: string,
  { answers, ...given }: RecordScale,
  { scores, alerts }: Scored,
) {
  const named = (kind: 'emergency' | 'attention') =>
    alerts.filter((alert) => alert.kind === kind).map(({ id }) => id)
  await tx.db
    .insertInto('scaleResults')
    .values({
      ...given,
      agencyId: tx.actor.agencyId,
      caseId,
      answers: JSON.stringify(answers),
      scores: JSON.stringify(scores),
      emergencies: named('emergency'),
      remarks: named('attention'),
      recordedBy: tx.actor.workerId,
      recordedAt: tx.now,
    })
    .execute()
  tx.saw({ kind: 'scale', id: given.id, caseId })
}

/** Looks at a result in order to decide; out of sight is absent (404). */
export async function lookAtScale(tx: Transaction, caseId: string, id: string): Promise<Decidable> {
  const row = await tx.db
    .selectFrom('scaleResults')
    .select(['id', 'caseId', 'instrument', 'emergencies', 'decision', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'scale', id, caseId })
  return row
}

/** Decides, against the version that was looked at. */
export async function saveDecision(
  tx: Transaction,
  { id, version }: Decidable,
  { decision, note }: DecideAlert,
) {
  const { numUpdatedRows } = await tx.db
    .updateTable('scaleResults')
    .set({
      decision,
      decisionNote: note,
      decidedBy: tx.actor.workerId,
      decidedAt: tx.now,
      version: version + 1,
    })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('changed-meanwhile')
}

/** Who is told of danger: the case manager, their supervisor and the heads, but not whoever writes it down, unless the client did. */
export async function whoIsTold(tx: Transaction, caseManagerId: string, selfToo: boolean): Promise<string[]> {
  const query = tx.db
    .selectFrom('workers as w')
    .select('w.id')
    .where('w.agencyId', '=', tx.actor.agencyId)
    .where('w.active', '=', true)
    .where((either) =>
      either.or([
        either('w.id', '=', caseManagerId),
        either('w.role', '=', 'agency-head'),
        either('w.id', '=', (from) =>
          from
            .selectFrom('workers as m')
            .select('m.supervisorId')
            .where('m.agencyId', '=', tx.actor.agencyId)
            .where('m.id', '=', caseManagerId),
        ),
        ...(selfToo ? [either('w.id', '=', tx.actor.workerId)] : []),
      ]),
    )
  const rows = await (selfToo ? query : query.where('w.id', '<>', tx.actor.workerId)).execute()
  return rows.map(({ id }) => id)
}

/** When the client of a case was born; null where nobody knows. */
export async function birthDateOf(tx: Transaction, clientId: string) {
  const row = await tx.db
    .selectFrom('people')
    .select('birthDate')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', clientId)
    .executeTakeFirst()
  return row?.birthDate ?? null
}
