import { sql } from 'kysely'
import { referralState } from '#contract/codes/index.ts'
import type { MoveLinkedReferral } from '#contract/secure-links.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { opensFor } from '#server/secure-links/index.ts'

/** Looks at the referral that the actor’s link opens; whoever’s link opens nothing of the kind finds nothing (404). */
export async function lookAtLinked(tx: Transaction) {
  const { link } = tx.actor
  const subject = { purpose: 'referral', subjectId: link?.subjectId ?? '' } as const
  if (link?.purpose !== 'referral' || !(await opensFor(tx, subject))) throw new Refusal('not-found')
  const row = await tx.db
    .selectFrom('referrals')
    .select(['id', 'state', 'stateWords', 'outcome', 'firstHelpOn', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', link.subjectId)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  const { caseId, inquiryId, personId } = link
  tx.saw({
    kind: 'shared-package',
    id: row.id,
    personId,
    ...(caseId === null ? {} : { caseId }),
    ...(inquiryId === null ? {} : { inquiryId }),
  })
  return { ...row, state: referralState.schema.parse(row.state) }
}

type Step = MoveLinkedReferral & Readonly<{ state: string }>

/** Writes a step of the receiver into the referrer’s record, against the version that was seen; somebody quicker is 412. */
export async function saveLinkedStep(
  tx: Transaction,
  { version }: Readonly<{ version: number }>,
  { move, state, words, on }: Step,
) {
  const { rows } = await sql<{ version: number | null }>`
    select move_linked_referral(${version}, ${move}, ${state}, ${words}, ${on}::date, ${tx.now}) as version`.execute(
    tx.db,
  )
  if (rows[0]?.version === null || rows[0]?.version === undefined) throw new Refusal('changed-meanwhile')
}
