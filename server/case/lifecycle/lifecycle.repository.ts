import type { Selectable } from 'kysely'
import { z } from 'zod'
import { stage, workflowTemplate } from '#contract/codes/index.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import { together } from '#server/platform/database/together.ts'
import type { CaseFile } from './lifecycle.ts'

/**
 * Looks at a case through the actor's eyes and notes the look; out of sight is the same as absent (404).
 * Inside a change the row stays locked until the end, so that two changes of one case come one after the other.
 */
export async function lookAtCase(tx: Transaction, caseId: string, { lock = false } = {}): Promise<CaseFile> {
  const query = tx.db
    .selectFrom('cases')
    .selectAll()
    .where('cases.agencyId', '=', tx.actor.agencyId)
    .where('cases.id', '=', caseId)
    .where(inSight(tx, 'cases'))
  const [row, team] = await together([
    (lock ? query.forUpdate() : query).executeTakeFirst(),
    teamOf(tx, caseId),
  ])
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'case', id: row.id, caseId: row.id, personId: row.clientId })
  return fromRow(row, team)
}

/** Looks at a case in order to change something in it. */
export const lookToChange = (tx: Transaction, caseId: string) => lookAtCase(tx, caseId, { lock: true })

async function teamOf(tx: Transaction, caseId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('sightGrants')
    .select('principalId')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('source', 'in', ['case-manager', 'team'])
    .where('endedAt', 'is', null)
    .execute()
  return rows.map(({ principalId }) => principalId)
}

/** Keeps what changed of a case, one version on. The row was locked by the look, so nobody can have been quicker. */
export async function saveCase(
  tx: Transaction,
  { id, stage: itsStage, state, closedAt, archivedAt, keepUntil, version }: CaseFile,
) {
  tx.atLast(
    tx.db
      .updateTable('cases')
      .set({ stage: itsStage, state, closedAt, archivedAt, keepUntil, version: version + 1 })
      .where('agencyId', '=', tx.actor.agencyId)
      .where('id', '=', id)
      .execute(),
  )
}

const CaseState = z.enum(['open', 'closed', 'archived'])

const fromRow = (row: Selectable<Tables['cases']>, team: readonly string[]): CaseFile => ({
  ...row,
  team,
  stage: stage.schema.parse(row.stage),
  template: workflowTemplate.schema.parse(row.template),
  state: CaseState.parse(row.state),
})
