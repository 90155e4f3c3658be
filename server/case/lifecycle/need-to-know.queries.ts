import { sql } from 'kysely'
import type { OwnRecord } from '#contract/settings/index.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { mayBeUnder14 } from '#server/people/index.ts'
import type { CaseFile } from './lifecycle.ts'
import { mayReadWhole, needsToKnow } from './need-to-know.ts'

/** A record of a case, as far as masking is concerned. */
export type RecordPlace = Readonly<{ caseId: string; record: OwnRecord; recordId: string }>

/**
 * Which of these records of cases stay behind for whoever looks, by their ids: interviews and process records as a
 * whole, for they tell what somebody told; an assessment whose analysis is sensitive, and a plan that rests on one.
 */
export async function maskedRecords(
  tx: Transaction,
  records: readonly RecordPlace[],
): Promise<ReadonlySet<string>> {
  const known = await casesToKnow(
    tx,
    records.map(({ caseId }) => caseId),
  )
  const rest = records.filter(({ caseId }) => !known.has(caseId))
  const told = rest.filter(({ record }) => record === 'interview' || record === 'process-record')
  const idsOf = (kind: OwnRecord) => rest.flatMap(({ record, recordId }) => (record === kind ? recordId : []))
  const plans = await plansSigned(tx, idsOf('plan'))
  const shut = plans.filter((plan) => !mayReadWhole(tx.actor, [], plan, 'plan.cosign'))
  const analyses = await maskedAnalyses(tx, [
    ...idsOf('assessment'),
    ...shut.map(({ assessmentId }) => assessmentId),
  ])
  return new Set([
    ...told.map(({ recordId }) => recordId),
    ...analyses,
    ...shut.filter(({ assessmentId }) => analyses.has(assessmentId)).map(({ id }) => id),
  ])
}

/** The same for one record of a case that was looked at. */
export async function isRecordMasked(
  tx: Transaction,
  { id, team }: Pick<CaseFile, 'id' | 'team'>,
  record: Omit<RecordPlace, 'caseId'>,
): Promise<boolean> {
  if (needsToKnow(tx.actor, team)) return false
  return (await maskedRecords(tx, [{ caseId: id, ...record }])).has(record.recordId)
}

/** Of which of these cases whoever looks needs to know what is sensitive. */
export async function casesToKnow(
  { db, actor }: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0 || needsToKnow(actor, [])) return new Set(caseIds)
  const rows = await db
    .selectFrom('sightGrants')
    .select('caseId')
    .where('agencyId', '=', actor.agencyId)
    .where(sql<boolean>`case_id = any(${[...new Set(caseIds)]}::uuid[])`)
    .where('principalId', '=', actor.workerId)
    .where('source', 'in', ['case-manager', 'team'])
    .where('endedAt', 'is', null)
    .execute()
  return new Set(rows.flatMap(({ caseId }) => caseId ?? []))
}

const plansSigned = async ({ db, actor }: Transaction, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('plans')
        .select(['id', 'assessmentId', 'state', 'cosignedBy'])
        .where('agencyId', '=', actor.agencyId)
        .where('id', 'in', [...ids])
        .execute()

/** Which of these assessments have an analysis that stays behind for whoever does not work on their cases. */
async function maskedAnalyses({ db, actor, now }: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return new Set<string>()
  const rows = await db
    .selectFrom('assessments as a')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.agencyId', '=', 'a.agencyId').onRef('c.id', '=', 'a.caseId'),
    )
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'c.agencyId').onRef('p.id', '=', 'c.clientId'),
    )
    .select(['a.id', 'a.state', 'a.cosignedBy', 'a.sensitiveKinds', 'p.birthDate', 'p.birthPrecision'])
    .where('a.agencyId', '=', actor.agencyId)
    .where('a.id', 'in', [...new Set(ids)])
    .execute()
  const masked = rows.filter(
    (row) =>
      !mayReadWhole(actor, [], row) && (row.sensitiveKinds.length > 0 || mayBeUnder14(dayOf(now), row)),
  )
  return new Set(masked.map(({ id }) => id))
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
    .where(inSight(tx, 'c'))
    .execute()
  return rows.length === 0 || rows.some(({ principalId }) => principalId !== null)
}

/** Whether somebody is, or may be, under 14 today: then everything about them is sensitive. */
export async function isUnder14({ db, actor, now }: Transaction, personId: string): Promise<boolean> {
  const born = await db
    .selectFrom('people')
    .select(['birthDate', 'birthPrecision'])
    .where('agencyId', '=', actor.agencyId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return mayBeUnder14(dayOf(now), born)
}
