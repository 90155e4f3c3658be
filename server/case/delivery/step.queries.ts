import { sql } from 'kysely'
import type { Transaction } from '#server/access/index.ts'

/** The plan that is worked on, or, once its case is closed, was worked on last. */
const planWorkedOn = (db: Transaction['db'], agencyId: string, caseId: string) =>
  db
    .selectFrom('plans')
    .select('plans.id')
    .where('plans.agencyId', '=', agencyId)
    .where('plans.caseId', '=', caseId)
    .where('plans.activatedAt', 'is not', null)
    .orderBy('plans.edition', 'desc')
    .limit(1)

/** The steps of the plan that is worked on, or one step of any plan: the open ones first, by their deadline. */
export async function stepRows({ db, actor: { agencyId } }: Transaction, caseId: string, stepId?: string) {
  const query = db
    .selectFrom('steps as s')
    .innerJoin('plans as p', (join) =>
      join.onRef('p.agencyId', '=', 's.agencyId').onRef('p.id', '=', 's.planId'),
    )
    .leftJoin('goals as g', (join) =>
      join.onRef('g.agencyId', '=', 's.agencyId').onRef('g.id', '=', 's.goalId'),
    )
    .where('s.agencyId', '=', agencyId)
    .where('s.caseId', '=', caseId)
    .select([
      's.id',
      's.what',
      's.responsible',
      's.responsibleName',
      's.instructions',
      's.expectedOutcome',
      's.dueOn',
      's.state',
      's.outcome',
      's.doneOn',
      's.version',
      'p.state as planState',
      'g.id as goalId',
      'g.statement as goalStatement',
    ])
    .orderBy(sql`s.state <> 'open'`)
    .orderBy('s.dueOn')
    .orderBy('s.position')
  return (
    stepId === undefined
      ? query.where('p.id', '=', planWorkedOn(db, agencyId, caseId))
      : query.where('s.id', '=', stepId)
  ).execute()
}

export type StepRow = Awaited<ReturnType<typeof stepRows>>[number]

/** The moves of these steps' deadlines, oldest first. */
export async function stepMoves({ db, actor: { agencyId } }: Transaction, stepIds: readonly string[]) {
  if (stepIds.length === 0) return []
  return db
    .selectFrom('stepMoves as m')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'm.agencyId').onRef('w.id', '=', 'm.movedBy'),
    )
    .where('m.agencyId', '=', agencyId)
    .where('m.stepId', 'in', [...stepIds])
    .select([
      'm.stepId',
      'm.fromOn',
      'm.toOn',
      'm.reason',
      'm.at',
      'w.id as workerId',
      'w.name as workerName',
    ])
    .orderBy('m.at')
    .orderBy('m.id')
    .execute()
}

export type MoveRow = Awaited<ReturnType<typeof stepMoves>>[number]

/** What stands over the work of a case: its client, its risk and the plan that is worked on. */
export async function deliveryHeading({ db, actor: { agencyId } }: Transaction, caseId: string) {
  return db
    .selectFrom('cases as c')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'c.agencyId').onRef('p.id', '=', 'c.clientId'),
    )
    .leftJoin('plans as plan', (join) =>
      join
        .onRef('plan.agencyId', '=', 'c.agencyId')
        .onRef('plan.caseId', '=', 'c.id')
        .on('plan.id', '=', planWorkedOn(db, agencyId, caseId)),
    )
    .where('c.agencyId', '=', agencyId)
    .where('c.id', '=', caseId)
    .select([
      'c.number as caseNumber',
      'c.riskLevel',
      'p.id as clientId',
      'p.name as clientName',
      'plan.id as planId',
      'plan.edition',
      'plan.state as planState',
      'plan.endsOn',
      'plan.reviewOn',
    ])
    .executeTakeFirstOrThrow()
}
