import { z } from 'zod'
import { DeliveryView, StepDeadline, StepSettlement, StepView } from '#contract/case/delivery.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { viewDelivery, viewStep } from './delivery.view.ts'
import { processRecordRoutes } from './process-record.routes.ts'
import { moveStep, settleStep, type StepPlace } from './step.actions.ts'

const ofCase = z.strictObject({ caseId: Id })
const params = z.strictObject({ caseId: Id, stepId: Id })

/** The delivery stage: the steps of the active plan, and the records of what was done. */
export const deliveryRoutes: Routes = async (app, options) => {
  await processRecordRoutes(app, options)
  await stepRoutes(app, options)
}

const stepRoutes: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/delivery', {
    config: { operation: 'record.read' },
    schema: { summary: 'What is next in a case', params: ofCase, response: { 200: DeliveryView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewDelivery(tx, request.params.caseId)),
  })

  app.get('/cases/:caseId/steps/:stepId', {
    config: { operation: 'plan.read' },
    schema: { summary: 'One step of a plan', params, response: { 200: StepView } },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewStep(tx, request.params.caseId, request.params.stepId)),
  })

  /** Every change of one step: its noun, what it takes, and the act. */
  const change = <Body extends z.ZodType>(
    noun: string,
    operation: 'step.settle' | 'step.move',
    summary: string,
    body: Body,
    act: (tx: Transaction, place: StepPlace, input: z.output<Body>) => Promise<unknown>,
  ) =>
    app.put(`/cases/:caseId/steps/:stepId${noun}`, {
      config: { operation },
      schema: { summary, params, body, response: { 200: StepView } },
      handler: (request, reply) => {
        const { caseId, stepId } = request.params
        const current = (tx: Transaction) => viewStep(tx, caseId, stepId)
        const work = async (tx: Transaction) => {
          await act(tx, { caseId, stepId }, body.parse(request.body))
          return current(tx)
        }
        return enter(request, reply, work, { current })
      },
    })

  change('/outcome', 'step.settle', 'A step is done, or will not be done', StepSettlement, settleStep)
  change('/deadline', 'step.move', 'Move the deadline of a step, with its reason', StepDeadline, moveStep)
}
