import { EvaluationLines, SatisfactionView, type EvaluationView } from '#contract/case/evaluation.ts'
import type { Transaction } from '#server/access/index.ts'

/** Who wrote and signed an evaluation, and when. */
export async function evaluationDetails(tx: Transaction, id: string) {
  return tx.db
    .selectFrom('evaluations as e')
    .innerJoin('workers as author', (join) =>
      join.onRef('author.agencyId', '=', 'e.agencyId').onRef('author.id', '=', 'e.authorId'),
    )
    .leftJoin('workers as cosigner', (join) =>
      join.onRef('cosigner.agencyId', '=', 'e.agencyId').onRef('cosigner.id', '=', 'e.cosignedBy'),
    )
    .where('e.agencyId', '=', tx.actor.agencyId)
    .where('e.id', '=', id)
    .select([
      'e.createdAt',
      'e.signedAt',
      'e.cosignedAt',
      'e.contentHash',
      'author.id as authorId',
      'author.name as authorName',
      'cosigner.id as cosignerId',
      'cosigner.name as cosignerName',
    ])
    .executeTakeFirstOrThrow()
}

const mostSurveys = 20
const mostEvaluations = 50

/** The surveys of a case, newest first. */
export async function surveysOf(tx: Transaction, caseId: string): Promise<EvaluationView['surveys']> {
  const rows = await tx.db
    .selectFrom('satisfactionSurveys as s')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 's.agencyId').onRef('w.id', '=', 's.recordedBy'),
    )
    .where('s.agencyId', '=', tx.actor.agencyId)
    .where('s.caseId', '=', caseId)
    .select([
      's.id',
      's.mode',
      's.givenOn',
      's.answers',
      's.score',
      's.wouldReturn',
      's.comment',
      'w.id as workerId',
      'w.name as workerName',
    ])
    .orderBy('s.givenOn', 'desc')
    .orderBy('s.id')
    .limit(mostSurveys)
    .execute()
  return rows.map(({ workerId, workerName, ...row }) =>
    SatisfactionView.parse({ ...row, recordedBy: { id: workerId, name: workerName } }),
  )
}

/** The evaluations of a case, newest first. */
export async function evaluationLines(tx: Transaction, caseId: string) {
  const rows = await tx.db
    .selectFrom('evaluations as e')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'e.agencyId').onRef('w.id', '=', 'e.authorId'),
    )
    .where('e.agencyId', '=', tx.actor.agencyId)
    .where('e.caseId', '=', caseId)
    .select([
      'e.id',
      'e.kind',
      'e.state',
      'e.createdAt',
      'e.signedAt',
      'e.conclusion',
      'e.tScore as t',
      'w.id as workerId',
      'w.name as workerName',
    ])
    .orderBy('e.createdAt', 'desc')
    .orderBy('e.id')
    .limit(mostEvaluations)
    .execute()
  return EvaluationLines.shape.rows.parse(
    rows.map(({ workerId, workerName, createdAt, signedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      signedAt: signedAt?.toISOString() ?? null,
      author: { id: workerId, name: workerName },
    })),
  )
}
