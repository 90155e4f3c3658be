import type { z } from 'zod'
import type { EvaluationLines, EvaluationView } from '#contract/case/evaluation.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { lookAtCase } from '#server/case/lifecycle/index.ts'
import type { EvaluationPlace } from './evaluation.actions.ts'
import { evaluationDetails, evaluationLines, surveysOf } from './evaluation.queries.ts'
import { activePlanId, evaluationUnderWay, lookAtEvaluation } from './evaluation.repository.ts'
import { attainmentOf, evaluationStages, ownHandIn } from './evaluation.ts'

/** The evaluation as this reader sees it, with the scores as they stand now. */
export async function viewEvaluation(
  tx: Transaction,
  { caseId, evaluationId }: EvaluationPlace,
): Promise<EvaluationView> {
  const caseFile = await lookAtCase(tx, caseId)
  const evaluation = await lookAtEvaluation(tx, caseId, evaluationId)
  const { id, kind, state, sheet, goals, version } = evaluation
  const details = await evaluationDetails(tx, id)
  const open = caseFile.state === 'open'
  const team = { team: caseFile.team }
  return {
    id,
    caseId,
    kind,
    state,
    sheet,
    goals: [...goals],
    attainment: attainmentOf(goals, sheet.goalRatings),
    surveys: await surveysOf(tx, caseId),
    author: { id: details.authorId, name: details.authorName },
    createdAt: details.createdAt.toISOString(),
    signedAt: details.signedAt?.toISOString() ?? null,
    cosigned: cosignedFrom(details),
    contentHash: details.contentHash,
    version,
    abilities: {
      change: abilityFor(tx.actor, 'evaluation.write', team, open && state === 'draft'),
      sign: abilityFor(tx.actor, 'evaluation.sign', team, open && state === 'draft'),
      cosign: abilityFor(
        tx.actor,
        'evaluation.cosign',
        { authorId: ownHandIn(evaluation, tx.actor.workerId) },
        open && state === 'awaiting-cosignature',
      ),
      survey: abilityFor(tx.actor, 'satisfaction.record', team, open),
    },
  }
}

function cosignedFrom({
  cosignerId,
  cosignerName,
  cosignedAt,
}: Awaited<ReturnType<typeof evaluationDetails>>) {
  if (!cosignerId || !cosignerName || !cosignedAt) return null
  return { by: { id: cosignerId, name: cosignerName }, at: cosignedAt.toISOString() }
}

/** The evaluations of a case, and whether one may be begun now. */
export async function viewEvaluations(
  tx: Transaction,
  caseId: string,
): Promise<z.infer<typeof EvaluationLines>> {
  const caseFile = await lookAtCase(tx, caseId)
  const timely = caseFile.state === 'open' && evaluationStages.includes(caseFile.stage)
  const now = timely && (await activePlanId(tx, caseId)) !== null && !(await evaluationUnderWay(tx, caseId))
  return {
    rows: await evaluationLines(tx, caseId),
    abilities: { open: abilityFor(tx.actor, 'evaluation.write', { team: caseFile.team }, now) },
  }
}
