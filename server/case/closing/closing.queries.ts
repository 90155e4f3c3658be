import { sql } from 'kysely'
import { type CaseReached, ClosingLines } from '#contract/case/closing.ts'
import type { Transaction } from '#server/access/index.ts'
import { outcomeOf } from '#server/case/evaluation/index.ts'
import type { CaseFile } from '#server/case/lifecycle/index.ts'
import { confirmationNeedOf } from '#server/people/index.ts'

/** Who wrote and decided on a closing, and whom it waits for. */
export async function closingDetails(tx: Transaction, id: string) {
  return tx.db
    .selectFrom('closings as c')
    .innerJoin('workers as author', (join) =>
      join.onRef('author.agencyId', '=', 'c.agencyId').onRef('author.id', '=', 'c.authorId'),
    )
    .leftJoin('workers as decider', (join) =>
      join.onRef('decider.agencyId', '=', 'c.agencyId').onRef('decider.id', '=', 'c.decidedBy'),
    )
    .leftJoin('tasks as t', (join) =>
      join
        .onRef('t.agencyId', '=', 'c.agencyId')
        .onRef('t.caseId', '=', 'c.caseId')
        .onRef('t.subjectId', '=', 'c.id')
        .on('t.kind', '=', 'approve-closing')
        .on('t.doneAt', 'is', null),
    )
    .leftJoin('workers as approver', (join) =>
      join.onRef('approver.agencyId', '=', 'c.agencyId').onRef('approver.id', '=', 't.ownerId'),
    )
    .where('c.agencyId', '=', tx.actor.agencyId)
    .where('c.id', '=', id)
    .select([
      'c.createdAt',
      'c.submittedAt',
      'c.decidedAt',
      'c.decisionNote',
      'c.contentHash',
      'author.id as authorId',
      'author.name as authorName',
      'decider.id as deciderId',
      'decider.name as deciderName',
      'approver.id as approverId',
      'approver.name as approverName',
    ])
    .executeTakeFirstOrThrow()
}

const mostClosings = 20

/** The closings of a case, newest first; only a reopened case has more than one. */
export async function closingLines(tx: Transaction, caseId: string) {
  const rows = await tx.db
    .selectFrom('closings as c')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'c.agencyId').onRef('w.id', '=', 'c.authorId'),
    )
    .where('c.agencyId', '=', tx.actor.agencyId)
    .where('c.caseId', '=', caseId)
    .select([
      'c.id',
      'c.state',
      'c.reason',
      'c.createdAt',
      'c.decidedAt',
      'w.id as workerId',
      'w.name as workerName',
    ])
    .orderBy('c.createdAt', 'desc')
    .orderBy('c.id')
    .limit(mostClosings)
    .execute()
  return ClosingLines.shape.rows.parse(
    rows.map(({ workerId, workerName, createdAt, decidedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
      author: { id: workerId, name: workerName },
    })),
  )
}

type Counted = Readonly<{ contacts: number; hours: number; satisfaction: number | null }>

/** What the case reached so far: the work done, the goals, and how the client saw it. */
export async function reachedIn(tx: Transaction, { id, clientId, openedAt }: CaseFile): Promise<CaseReached> {
  const { agencyId } = tx.actor
  const { rows } = await sql<Counted>`
    select count(*)::integer as contacts,
      coalesce(round(extract(epoch from sum(held_until - held_from)) / 3600.0, 1), 0)::float8 as hours,
      (select avg(score) from satisfaction_surveys where agency_id = ${agencyId} and case_id = ${id}) as satisfaction
    from process_records where agency_id = ${agencyId} and case_id = ${id} and state = 'signed'`.execute(
    tx.db,
  )
  const [counted = { contacts: 0, hours: 0, satisfaction: null }] = rows
  const outcome = await outcomeOf(tx, id)
  const { isMinor } = await confirmationNeedOf(tx, clientId)
  return {
    openedAt: openedAt.toISOString(),
    clientIsMinor: isMinor,
    ...counted,
    evaluation: outcome && {
      id: outcome.id,
      t: outcome.t,
      baseline: outcome.baseline,
      signedAt: outcome.signedAt.toISOString(),
    },
    goals: [...(outcome?.goals ?? [])],
  }
}
