import { z } from 'zod'
import {
  AftercareView,
  CancelFollowUp,
  FollowUpView,
  RecordFollowUp,
  ReopenCase,
} from '#contract/case/followup.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { archiveCase, reopenCase } from './archive.actions.ts'
import { cancelFollowUp, type FollowUpPlace, recordFollowUp } from './followup.actions.ts'
import { viewAftercare, viewFollowUp } from './followup.view.ts'

const inCase = z.strictObject({ caseId: Id })
const params = z.strictObject({ caseId: Id, followUpId: Id })
const nothing = z.strictObject({})

/** After the end: follow-ups, the archive, and the way back. */
export const followupRoutes: Routes = async (app, options) => {
  await followUps(app, options)
  await archive(app, options)
}

const followUps: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/follow-ups', {
    config: { operation: 'follow-up.read' },
    schema: {
      summary: 'The follow-ups of a case, and whether it may be archived or reopened',
      params: inCase,
      response: { 200: AftercareView },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewAftercare(tx, request.params.caseId)),
  })

  /** What becomes of one follow-up: a noun, what it takes, and the act. */
  const settleBy = <Body extends z.ZodType>(
    noun: string,
    summary: string,
    body: Body,
    act: (tx: Transaction, place: FollowUpPlace, input: z.output<Body>) => Promise<unknown>,
  ) =>
    app.put(`/cases/:caseId/follow-ups/:followUpId/${noun}`, {
      config: { operation: 'follow-up.record' },
      schema: { summary, params, body, response: { 200: FollowUpView } },
      handler: (request, reply) => {
        const { caseId, followUpId } = request.params
        const current = (tx: Transaction) => viewFollowUp(tx, { caseId, followUpId })
        const work = async (tx: Transaction) => {
          await act(tx, { caseId, followUpId }, body.parse(request.body))
          return current(tx)
        }
        return enter(request, reply, work, { current })
      },
    })

  settleBy('record', 'Record what the follow-up found', RecordFollowUp, recordFollowUp)
  settleBy('cancellation', 'It does not take place, and why', CancelFollowUp, cancelFollowUp)
}

const archive: Routes = async (app, { enter }) => {
  /** What happens to the whole case; If-Match names the version of the case. */
  const act = <Body extends z.ZodType>(
    noun: string,
    operation: 'case.archive' | 'case.reopen',
    summary: string,
    body: Body,
    work: (tx: Transaction, caseId: string, input: z.output<Body>) => Promise<unknown>,
  ) =>
    app.put(`/cases/:caseId/${noun}`, {
      config: { operation },
      schema: { summary, params: inCase, body, response: { 200: AftercareView } },
      handler: (request, reply) => {
        const { caseId } = request.params
        const current = (tx: Transaction) => viewAftercare(tx, caseId)
        const done = async (tx: Transaction) => {
          await work(tx, caseId, body.parse(request.body))
          return current(tx)
        }
        return enter(request, reply, done, { current })
      },
    })

  act(
    'archive',
    'case.archive',
    'Put the closed case away: from now on it is only read',
    nothing,
    archiveCase,
  )
  act('reopening', 'case.reopen', 'Open a closed case again, with the reason', ReopenCase, reopenCase)
}
