import type { GoalSheet, PlanSheet, ServiceSheet, StepSheet } from '#contract/case/plan.ts'
import type { Transaction } from '#server/access/index.ts'
import { together } from '#server/platform/database/together.ts'

/** The goals, services, steps and confirmations of one plan, in their order. */
export async function readPlanLists({ db, actor: { agencyId } }: Transaction, planId: string) {
  const goals = db
    .selectFrom('goals')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('planId', '=', planId)
  const services = db
    .selectFrom('services')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('planId', '=', planId)
  const steps = db
    .selectFrom('steps')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('planId', '=', planId)
  const confirmations = db
    .selectFrom('planConfirmations')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('planId', '=', planId)
  const [goalRows, serviceRows, stepRows, confirmationRows] = await together([
    goals.orderBy('position').execute(),
    services.orderBy('position').execute(),
    steps.orderBy('position').execute(),
    confirmations.orderBy('givenAt').orderBy('id').execute(),
  ])
  return { goals: goalRows, services: serviceRows, steps: stepRows, confirmations: confirmationRows }
}

type PlanPlace = Readonly<{ id: string; caseId: string }>

/** Writes the lists of a draft as they now are: what stood there before is replaced, whatever its number, in six statements. */
export async function writePlanLists(tx: Transaction, { id: planId, caseId }: PlanPlace, sheet: PlanSheet) {
  const place = { agencyId: tx.actor.agencyId, caseId, planId }
  await writeGoals(tx, place, sheet.goals)
  await writeServices(tx, place, sheet.services)
  await writeSteps(tx, place, sheet.steps)
}

type Place = Readonly<{ agencyId: string; caseId: string; planId: string }>

async function writeGoals({ db }: Transaction, place: Place, goals: readonly GoalSheet[]) {
  await db
    .deleteFrom('goals')
    .where('agencyId', '=', place.agencyId)
    .where('planId', '=', place.planId)
    .execute()
  if (goals.length === 0) return
  const rows = goals.map((goal, position) => ({ ...goal, ...place, position }))
  await db.insertInto('goals').values(rows).execute()
}

async function writeServices({ db }: Transaction, place: Place, services: readonly ServiceSheet[]) {
  await db
    .deleteFrom('services')
    .where('agencyId', '=', place.agencyId)
    .where('planId', '=', place.planId)
    .execute()
  if (services.length === 0) return
  const rows = services.map((service, position) => ({ ...service, ...place, position }))
  await db.insertInto('services').values(rows).execute()
}

async function writeSteps({ db }: Transaction, place: Place, steps: readonly StepSheet[]) {
  await db
    .deleteFrom('steps')
    .where('agencyId', '=', place.agencyId)
    .where('planId', '=', place.planId)
    .execute()
  if (steps.length === 0) return
  const rows = steps.map((step, position) => ({ ...step, ...place, position }))
  await db.insertInto('steps').values(rows).execute()
}
