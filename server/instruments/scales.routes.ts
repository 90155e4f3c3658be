import { z } from 'zod'
import { Id } from '#contract/ids.ts'
import {
  DecideAlert,
  InstrumentList,
  RecordScale,
  ScalePage,
  ScaleQuery,
  ScaleView,
} from '#contract/scales.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { decideAlert, recordScale } from './scales.actions.ts'
import { viewInstruments, viewScale, viewScales } from './scales.view.ts'

const ofCase = z.strictObject({ caseId: Id })
const ofScale = z.strictObject({ caseId: Id, scaleId: Id })

/** Scales of a case: the instruments, what was answered and came out, and what was decided where it told of danger. */
export const scaleRoutes: Routes = async (app, { enter }) => {
  app.get('/instruments', {
    config: { operation: 'instrument.list' },
    schema: {
      summary: 'Every instrument that may be given, with its items, scores, licence and citation',
      response: { 200: InstrumentList },
    },
    handler: (request, reply) => enter(request, reply, viewInstruments),
  })

  app.get('/cases/:caseId/scales', {
    config: { operation: 'scale.list' },
    schema: {
      summary: 'The scales answered in a case, newest first, and what waits for a decision',
      params: ofCase,
      querystring: ScaleQuery,
      response: { 200: ScalePage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewScales(tx, request.params.caseId, request.query)),
  })

  app.post('/cases/:caseId/scales', {
    config: { operation: 'scale.record', creates: true },
    schema: {
      summary: 'Write down the answers to a scale; they are scored, and never change',
      params: ofCase,
      body: RecordScale,
      response: { 201: ScaleView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        const { caseId } = request.params
        await recordScale(tx, caseId, request.body)
        return viewScale(tx, caseId, request.body.id)
      }),
  })

  app.put('/cases/:caseId/scales/:scaleId/decision', {
    config: { operation: 'scale.decide' },
    schema: {
      summary: 'Decide what the danger that the answers told of comes to, and what is done',
      params: ofScale,
      body: DecideAlert,
      response: { 200: ScaleView },
    },
    handler: (request, reply) => {
      const { caseId, scaleId } = request.params
      const current = (tx: Transaction) => viewScale(tx, caseId, scaleId)
      const work = async (tx: Transaction) => {
        await decideAlert(tx, caseId, scaleId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
