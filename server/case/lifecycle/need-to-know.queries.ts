import { birthDatePrecision } from '#contract/codes/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { birthOf, needsGuardianForData } from '#server/people/index.ts'
import type { CaseFile } from './lifecycle.ts'
import { mayReadWhole, needsToKnow } from './need-to-know.ts'

/** Whether the analysis of an assessment stays behind where it is used: beside a plan, in the agency's own fields, on a form. */
export async function isAnalysisMasked(
  tx: Transaction,
  { team, clientId }: Pick<CaseFile, 'team' | 'clientId'>,
  assessmentId: string,
): Promise<boolean> {
  if (needsToKnow(tx.actor, team)) return false
  const row = await tx.db
    .selectFrom('assessments')
    .select(['state', 'cosignedBy', 'sensitiveKinds'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', assessmentId)
    .executeTakeFirstOrThrow()
  if (mayReadWhole(tx.actor, team, row)) return false
  return row.sensitiveKinds.length > 0 || (await isUnder14(tx, clientId))
}

/** Whether somebody is, or may be, under 14 today: then everything about them is sensitive. */
export async function isUnder14({ db, actor, now }: Transaction, personId: string): Promise<boolean> {
  const { birthDate, birthPrecision } = await db
    .selectFrom('people')
    .select(['birthDate', 'birthPrecision'])
    .where('agencyId', '=', actor.agencyId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const precision = birthDatePrecision.schema.parse(birthPrecision)
  return needsGuardianForData(dayOf(now), birthOf({ birthDate, birthPrecision: precision }))
}
