import { z } from 'zod'
import {
  EvaluationLines,
  EvaluationSheet,
  EvaluationView,
  OpenEvaluation,
  RecordSatisfaction,
} from '#contract/case/evaluation.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import {
  changeEvaluation,
  cosignAnEvaluation,
  openEvaluation,
  recordSatisfaction,
  signAnEvaluation,
} from './evaluation.actions.ts'
import { viewEvaluation, viewEvaluations } from './evaluation.view.ts'

const inCase = z.strictObject({ caseId: Id })
const params = z.strictObject({ caseId: Id, evaluationId: Id })
const nothing = z.strictObject({})

/** Did it help? Evaluations of a plan, their signatures, and satisfaction surveys. */
export const evaluationRoutes: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/evaluations', {
    config: { operation: 'evaluation.read' },
    schema: {
      summary: 'The evaluations of a case, newest first',
      params: inCase,
      response: { 200: EvaluationLines },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewEvaluations(tx, request.params.caseId)),
  })

  app.post('/cases/:caseId/evaluations', {
    config: { operation: 'evaluation.write', creates: true },
    schema: {
      summary: 'Begin an evaluation of the active plan',
      params: inCase,
      body: OpenEvaluation,
      response: { 201: EvaluationView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await openEvaluation(tx, request.params.caseId, request.body)
        return viewEvaluation(tx, { caseId: request.params.caseId, evaluationId: request.body.id })
      }),
  })

  app.get('/cases/:caseId/evaluations/:evaluationId', {
    config: { operation: 'evaluation.read' },
    schema: { summary: 'One evaluation', params, response: { 200: EvaluationView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewEvaluation(tx, request.params)),
  })

  app.put('/cases/:caseId/evaluations/:evaluationId', {
    config: { operation: 'evaluation.write' },
    schema: {
      summary: 'Save the sheet as it stands',
      params,
      body: EvaluationSheet,
      response: { 200: EvaluationView },
    },
    handler: (request, reply) => {
      const current = (tx: Transaction) => viewEvaluation(tx, request.params)
      const act = async (tx: Transaction) => {
        await changeEvaluation(tx, request.params, request.body)
        return current(tx)
      }
      return enter(request, reply, act, { current })
    },
  })

  for (const [noun, operation, summary, act] of [
    ['signature', 'evaluation.sign', 'Sign: from now on it does not change', signAnEvaluation],
    ['cosignature', 'evaluation.cosign', 'Sign beside a colleague of level 4', cosignAnEvaluation],
  ] as const) {
    app.put(`/cases/:caseId/evaluations/:evaluationId/${noun}`, {
      config: { operation },
      schema: { summary, params, body: nothing, response: { 200: EvaluationView } },
      handler: (request, reply) => {
        const current = (tx: Transaction) => viewEvaluation(tx, request.params)
        const signing = async (tx: Transaction) => {
          await act(tx, request.params)
          return current(tx)
        }
        return enter(request, reply, signing, { current })
      },
    })
  }

  app.post('/cases/:caseId/satisfaction-surveys', {
    config: { operation: 'satisfaction.record', creates: true },
    schema: {
      summary: 'Keep an answered satisfaction survey',
      params: inCase,
      body: RecordSatisfaction,
      response: { 201: EvaluationLines },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await recordSatisfaction(tx, request.params.caseId, request.body)
        return viewEvaluations(tx, request.params.caseId)
      }),
  })
}
