import { z } from 'zod'
import { OwnAnswers, OwnFieldsView } from '#contract/case/own-fields.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { changeOwnAnswers, finishOwnWork } from './own-fields.actions.ts'
import { viewOwnFields } from './own-fields.view.ts'

const ofRecord = z.strictObject({ caseId: Id, recordId: Id })

/** The agency's own fields in a record of a case, and the work that its own rules set. */
export const ownFieldRoutes: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/own-fields/:recordId', {
    config: { operation: 'own-fields.read' },
    schema: {
      summary: 'The agency’s own fields of a record, and what stands in them',
      params: ofRecord,
      response: { 200: OwnFieldsView },
    },
    handler: (request, reply) => {
      const { caseId, recordId } = request.params
      return enter(request, reply, (tx) => viewOwnFields(tx, caseId, recordId))
    },
  })

  app.put('/cases/:caseId/own-fields/:recordId', {
    config: { operation: 'own-fields.write' },
    schema: {
      summary: 'Keep the answers to the agency’s own fields; the first are written against version 0',
      params: ofRecord,
      body: OwnAnswers,
      response: { 200: OwnFieldsView },
    },
    handler: (request, reply) => {
      const { caseId, recordId } = request.params
      const current = (tx: Transaction) => viewOwnFields(tx, caseId, recordId)
      const work = async (tx: Transaction) => {
        await changeOwnAnswers(tx, request.params, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.put('/cases/:caseId/own-work/:taskId/completion', {
    config: { operation: 'own-work.settle', versioned: false },
    schema: {
      summary: 'Say that what a rule of the agency asked for is done',
      params: z.strictObject({ caseId: Id, taskId: Id }),
      body: z.strictObject({}),
      response: { 200: z.object({ done: z.literal(true) }) },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await finishOwnWork(tx, request.params.caseId, request.params.taskId)
        return { done: true as const }
      }),
  })
}
