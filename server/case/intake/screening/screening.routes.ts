import { z } from 'zod'
import { ScreeningSheet, ScreeningView } from '#contract/case/screening.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { changeScreening, viewScreening } from './screening.actions.ts'

const params = z.strictObject({ inquiryId: Id })

/** Screening of a first contact. */
export const screeningRoutes: Routes = async (app, { enter }) => {
  app.get('/inquiries/:inquiryId/screening', {
    config: { operation: 'inquiry.read' },
    schema: { summary: 'Compared with the agency and each site', params, response: { 200: ScreeningView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewScreening(tx, request.params.inquiryId)),
  })

  app.put('/inquiries/:inquiryId/screening', {
    config: { operation: 'inquiry.change' },
    schema: {
      summary: 'Keep residence, fields and ranked problems',
      params,
      body: ScreeningSheet,
      response: { 200: ScreeningView },
    },
    handler: (request, reply) => {
      const { inquiryId } = request.params
      const current = (tx: Transaction) => viewScreening(tx, inquiryId)
      const work = async (tx: Transaction) => {
        await changeScreening(tx, inquiryId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
