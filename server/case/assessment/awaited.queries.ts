import { sql } from 'kysely'
import type { Awaited } from '#contract/case/awaited.ts'
import { AssessmentState } from '#contract/case/assessment.ts'
import type { Transaction } from '#server/access/index.ts'
import type { CaseFile } from '#server/case/lifecycle/index.ts'
import { confirmationNeedOf } from '#server/people/index.ts'
import { askedByLink } from '#server/secure-links/index.ts'
import { viewGiversOf } from './assessment.queries.ts'
import { awaitedFor } from './awaited.ts'

/** Whose word is still awaited for each of these assessments of a case, by its id. */
export async function awaitedIn(
  tx: Transaction,
  caseFile: Pick<CaseFile, 'id' | 'clientId'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Awaited[]>> {
  const standings = await standingsOf(tx, ids)
  const links = await askedByLink(tx, 'confirmation', ids)
  const unspoken = standings.some(({ state, spoken }) => state === 'signed' && spoken.length === 0)
  if (links.length === 0 && !unspoken) return new Map()
  const viewGivers = await viewGiversOf(tx, caseFile)
  const needsGuardian = unspoken && (await confirmationNeedOf(tx, caseFile.clientId)).needsGuardian
  return new Map(
    standings.map(({ id, ...standing }) => {
      const byLink = links.flatMap(({ id: receiver, subjectId, ...one }) =>
        subjectId === id && receiver !== null ? [{ ...one, id: receiver }] : [],
      )
      return [id, awaitedFor(standing, { viewGivers, needsGuardian, byLink })]
    }),
  )
}

/** The same for one. */
export const awaitedOf = async (tx: Transaction, caseFile: Pick<CaseFile, 'id' | 'clientId'>, id: string) =>
  (await awaitedIn(tx, caseFile, [id])).get(id) ?? []

async function standingsOf({ db, actor }: Transaction, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('assessments as a')
    .where('a.agencyId', '=', actor.agencyId)
    .where('a.id', 'in', [...ids])
    .select(['a.id', 'a.state', 'a.signedAt', 'a.cosignedAt'])
    .select(
      sql<string[]>`array(
        select a.client_view_by where a.client_view_by is not null
        union all
        select v.given_by from assessment_further_views v where v.agency_id = a.agency_id and v.assessment_id = a.id
      )`.as('spoken'),
    )
    .execute()
  return rows.map(({ id, state, signedAt, cosignedAt, spoken }) => ({
    id,
    state: AssessmentState.parse(state),
    readyAt: cosignedAt ?? signedAt,
    spoken,
  }))
}
