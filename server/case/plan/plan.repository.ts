import type { Selectable } from 'kysely'
import type { GivePlanConfirmation, PlanSheet } from '#contract/case/plan.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { Plan } from './plan.ts'
import { planFrom } from './plan.rows.ts'
import { readPlanLists, writePlanLists } from './plan-lists.repository.ts'

type PlanRow = Selectable<Tables['plans']>

/** Looks at one plan of a case and locks it; out of sight, or of another case, is the same as absent (404). */
export async function lookAtPlan(tx: Transaction, caseId: string, planId: string): Promise<Plan> {
  const { agencyId } = tx.actor
  const plan = await tx.db
    .selectFrom('plans')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('id', '=', planId)
    .where('caseId', '=', caseId)
    .forUpdate()
    .executeTakeFirst()
  if (!plan) throw new Refusal('not-found')
  tx.saw({ kind: 'plan', id: planId, caseId })
  const lists = await readPlanLists(tx, planId)
  return planFrom({ plan, ...lists, superseded: await isSuperseded(tx, plan) })
}

async function isSuperseded(tx: Transaction, { caseId, edition }: PlanRow) {
  const later = await tx.db
    .selectFrom('plans')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('edition', '>', edition)
    .where('state', '<>', 'draft')
    .executeTakeFirst()
  return later !== undefined
}

type NewPlan = Readonly<{
  id: string
  caseId: string
  edition: number
  assessmentId: string
  sheet: PlanSheet
}>

/** Writes a new edition as a draft of the actor. */
export async function insertPlan(tx: Transaction, { id, caseId, edition, assessmentId, sheet }: NewPlan) {
  const { goals: _goals, services: _services, steps: _steps, risks, unmetNeeds, ...frame } = sheet
  await tx.db
    .insertInto('plans')
    .values({
      ...frame,
      risks: JSON.stringify(risks),
      unmetNeeds: JSON.stringify(unmetNeeds),
      agencyId: tx.actor.agencyId,
      id,
      caseId,
      edition,
      assessmentId,
      authorId: tx.actor.workerId,
      createdAt: tx.now,
    })
    .execute()
  await writePlanLists(tx, { id, caseId }, sheet)
  tx.saw({ kind: 'plan', id, caseId })
}

/** Keeps the sheet of a draft as it stands; somebody quicker is 412. */
export async function savePlanSheet(tx: Transaction, plan: Plan, sheet: PlanSheet) {
  const { goals: _goals, services: _services, steps: _steps, risks, unmetNeeds, ...frame } = sheet
  const listed = { risks: JSON.stringify(risks), unmetNeeds: JSON.stringify(unmetNeeds) }
  await savePlan(tx, plan, { ...frame, ...listed })
  await writePlanLists(tx, plan, sheet)
}

type Changes = Partial<
  Omit<PlanRow, 'id' | 'agencyId' | 'caseId' | 'edition' | 'createdAt' | 'version' | 'risks' | 'unmetNeeds'>
> & {
  risks?: string
  unmetNeeds?: string
}

/** Saves changes against the version that was seen; somebody quicker is 412. */
export async function savePlan(tx: Transaction, { id, version }: Plan, changes: Changes) {
  refuseIfStale(tx, version)
  await tx.db
    .updateTable('plans')
    .set({ ...changes, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}

/** Adds a confirmation. The same person confirms once in each part (409 by the table). */
export async function insertConfirmation(
  tx: Transaction,
  { id: planId, caseId }: Plan,
  given: GivePlanConfirmation,
) {
  const { agencyId, workerId: recordedBy } = tx.actor
  await tx.db
    .insertInto('planConfirmations')
    .values({ ...given, agencyId, caseId, planId, recordedBy, givenAt: new Date(given.givenAt) })
    .execute()
}

/** Ends the plan that was active until now. Before the new one begins: there is never more than one. */
export async function endActivePlan(tx: Transaction, caseId: string) {
  await tx.db
    .updateTable('plans')
    .set((eb) => ({ state: 'ended', endedAt: tx.now, version: eb('version', '+', 1) }))
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('state', '=', 'active')
    .execute()
}

/** The goals of an activated plan are worked on from now on. */
export async function activateGoals(tx: Transaction, planId: string) {
  await tx.db
    .updateTable('goals')
    .set({ status: 'active' })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('planId', '=', planId)
    .where('status', '=', 'proposed')
    .execute()
}
