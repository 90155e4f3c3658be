import { z } from 'zod'
import { CrisisLine, CrisisSheet, CrisisView, EndCrisis } from '#contract/case/crisis.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { addCrisisLine, changeCrisis, endCrisis } from './crisis.actions.ts'
import { viewCrisis } from './crisis.view.ts'

const params = z.strictObject({ inquiryId: Id })
const path = '/inquiries/:inquiryId/crisis'

/** The crisis of a first contact: opened by the emergency decision, written while it lasts, ended with its outcome. */
export const crisisRoutes: Routes = async (app, { enter }) => {
  app.get(path, {
    config: { operation: 'crisis.read' },
    schema: { summary: 'The crisis of a first contact', params, response: { 200: CrisisView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewCrisis(tx, request.params.inquiryId)),
  })

  app.put(path, {
    config: { operation: 'crisis.write' },
    schema: { summary: 'Save what is known of it', params, body: CrisisSheet, response: { 200: CrisisView } },
    handler: (request, reply) => {
      const { inquiryId } = request.params
      const current = (tx: Transaction) => viewCrisis(tx, inquiryId)
      const work = async (tx: Transaction) => {
        await changeCrisis(tx, inquiryId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.post(`${path}/lines`, {
    config: { operation: 'crisis.write', creates: true },
    schema: {
      summary: 'Write down what was done, asked for or reported',
      params,
      body: CrisisLine,
      response: { 201: CrisisView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await addCrisisLine(tx, request.params.inquiryId, request.body)
        return viewCrisis(tx, request.params.inquiryId)
      }),
  })

  app.put(`${path}/end`, {
    config: { operation: 'crisis.write' },
    schema: { summary: 'End it with its outcome', params, body: EndCrisis, response: { 200: CrisisView } },
    handler: (request, reply) => {
      const { inquiryId } = request.params
      const current = (tx: Transaction) => viewCrisis(tx, inquiryId)
      const work = async (tx: Transaction) => {
        await endCrisis(tx, inquiryId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
