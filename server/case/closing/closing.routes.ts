import { z } from 'zod'
import {
  ClosingDecision,
  ClosingLines,
  ClosingSheet,
  ClosingView,
  OpenClosing,
} from '#contract/case/closing.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import {
  changeClosing,
  type ClosingPlace,
  decideClosing,
  openClosing,
  submitClosing,
} from './closing.actions.ts'
import { viewClosing, viewClosings } from './closing.view.ts'

const inCase = z.strictObject({ caseId: Id })
const params = z.strictObject({ caseId: Id, closingId: Id })
const nothing = z.strictObject({})

/** The end of the work: written, submitted, approved by somebody else or returned. */
export const closingRoutes: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/closings', {
    config: { operation: 'closing.read' },
    schema: {
      summary: 'The closings of a case, newest first',
      params: inCase,
      response: { 200: ClosingLines },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewClosings(tx, request.params.caseId)),
  })

  app.post('/cases/:caseId/closings', {
    config: { operation: 'closing.write', creates: true },
    schema: {
      summary: 'Begin the closing',
      params: inCase,
      body: OpenClosing,
      response: { 201: ClosingView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        const { caseId } = request.params
        await openClosing(tx, caseId, request.body)
        return viewClosing(tx, { caseId, closingId: request.body.id })
      }),
  })

  app.get('/cases/:caseId/closings/:closingId', {
    config: { operation: 'closing.read' },
    schema: { summary: 'One closing, beside what the case reached', params, response: { 200: ClosingView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewClosing(tx, request.params)),
  })

  /** Every change of one closing: its noun, what it takes, and the act. */
  const change = <Body extends z.ZodType>(
    noun: string,
    operation: 'closing.write' | 'closing.submit' | 'closing.decide',
    summary: string,
    body: Body,
    act: (tx: Transaction, place: ClosingPlace, input: z.output<Body>) => Promise<unknown>,
  ) =>
    app.put(`/cases/:caseId/closings/:closingId${noun}`, {
      config: { operation },
      schema: { summary, params, body, response: { 200: ClosingView } },
      handler: (request, reply) => {
        const { caseId, closingId } = request.params
        const current = (tx: Transaction) => viewClosing(tx, { caseId, closingId })
        const work = async (tx: Transaction) => {
          await act(tx, { caseId, closingId }, body.parse(request.body))
          return current(tx)
        }
        return enter(request, reply, work, { current })
      },
    })

  change('', 'closing.write', 'Save the sheet as it stands', ClosingSheet, changeClosing)
  change('/submission', 'closing.submit', 'Submit it for approval', nothing, submitClosing)
  change(
    '/decision',
    'closing.decide',
    'Approve the end of the case, or return it',
    ClosingDecision,
    decideClosing,
  )
}
