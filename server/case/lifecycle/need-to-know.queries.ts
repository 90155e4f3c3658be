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

/**
 * Whether somebody needs to know what is sensitive of a person outside any one case: whoever works on a case of theirs. Of
 * whoever is no client of a case in sight, nothing is kept from anybody who sees them.
 */
export async function needsToKnowPerson(tx: Transaction, personId: string): Promise<boolean> {
  if (needsToKnow(tx.actor, [])) return true
  const { agencyId, workerId } = tx.actor
  const rows = await tx.db
    .selectFrom('cases as c')
    .leftJoin('sightGrants as g', (join) =>
      join
        .onRef('g.agencyId', '=', 'c.agencyId')
        .onRef('g.caseId', '=', 'c.id')
        .on('g.principalId', '=', workerId)
        .on('g.source', 'in', ['case-manager', 'team'])
        .on('g.endedAt', 'is', null),
    )
    .select(['c.id', 'g.principalId'])
    .where('c.agencyId', '=', agencyId)
    .where('c.clientId', '=', personId)
    .execute()
  return rows.length === 0 || rows.some(({ principalId }) => principalId !== null)
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
