import { z } from 'zod'
import { CheckIn, WaitPage, WaitQuery, WaitView } from '#contract/case/waiting.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { checkIn } from './waiting.actions.ts'
import { viewWait, waitLines } from './waiting.view.ts'

const params = z.strictObject({ inquiryId: Id })

/** The waiting list, and the check-ins with those on it. */
export const waitingRoutes: Routes = async (app, { enter }) => {
  app.get('/waits', {
    config: { operation: 'inquiry.list' },
    schema: { summary: 'Who waits, in their order', querystring: WaitQuery, response: { 200: WaitPage } },
    handler: (request, reply) => enter(request, reply, (tx) => waitLines(tx, request.query)),
  })

  app.get('/inquiries/:inquiryId/wait', {
    config: { operation: 'inquiry.read' },
    schema: { summary: 'Where somebody stands on the list', params, response: { 200: WaitView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewWait(tx, request.params.inquiryId)),
  })

  app.put('/inquiries/:inquiryId/wait/check-in', {
    config: { operation: 'inquiry.decide' },
    schema: { summary: 'Ask after somebody who waits', params, body: CheckIn, response: { 200: WaitView } },
    handler: (request, reply) => {
      const { inquiryId } = request.params
      const current = (tx: Transaction) => viewWait(tx, inquiryId)
      const work = async (tx: Transaction) => {
        await checkIn(tx, inquiryId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
