import { z } from 'zod'
import { AddAddendum } from '#contract/case/addenda.ts'
import {
  AssessmentPage,
  AssessmentSheet,
  AssessmentView,
  ClientView,
  OpenAssessment,
} from '#contract/case/assessment.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import {
  addToAssessment,
  type AssessmentPlace,
  changeAssessment,
  cosignAssessment,
  giveClientView,
  openAssessment,
  signAssessment,
} from './assessment.actions.ts'
import { viewAssessment, viewAssessments } from './assessment.view.ts'

const caseParams = z.strictObject({ caseId: Id })
const params = z.strictObject({ caseId: Id, assessmentId: Id })
const nothing = z.strictObject({})

/** The assessments of a case: written, signed, co-signed where a colleague has to, and confirmed by the client. */
export const assessmentRoutes: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/assessments', {
    config: { operation: 'assessment.read' },
    schema: {
      summary: 'The assessments of a case, newest first',
      params: caseParams,
      querystring: PageQuery,
      response: { 200: AssessmentPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewAssessments(tx, request.params.caseId, request.query)),
  })

  app.post('/cases/:caseId/assessments', {
    config: { operation: 'assessment.write', creates: true },
    schema: {
      summary: 'Begin an assessment',
      params: caseParams,
      body: OpenAssessment,
      response: { 201: AssessmentView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await openAssessment(tx, request.params.caseId, request.body)
        return viewAssessment(tx, request.params.caseId, request.body.id)
      }),
  })

  app.get('/cases/:caseId/assessments/:assessmentId', {
    config: { operation: 'assessment.read' },
    schema: { summary: 'One assessment', params, response: { 200: AssessmentView } },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewAssessment(tx, request.params.caseId, request.params.assessmentId)),
  })

  app.post('/cases/:caseId/assessments/:assessmentId/addenda', {
    config: { operation: 'assessment.add-addendum', creates: true },
    schema: {
      summary: 'Add to a signed assessment what must be said later',
      params,
      body: AddAddendum,
      response: { 201: AssessmentView },
    },
    handler: (request, reply) => {
      const { caseId, assessmentId } = request.params
      return enter(request, reply, async (tx) => {
        await addToAssessment(tx, { caseId, assessmentId }, request.body)
        return viewAssessment(tx, caseId, assessmentId)
      })
    },
  })

  /** Every change of one assessment: its noun, what it takes, and the act. */
  const change = <Body extends z.ZodType>(
    noun: string,
    operation: 'assessment.write' | 'assessment.sign' | 'assessment.cosign' | 'assessment.confirm',
    summary: string,
    body: Body,
    act: (tx: Transaction, place: AssessmentPlace, input: z.output<Body>) => Promise<unknown>,
  ) =>
    app.put(`/cases/:caseId/assessments/:assessmentId${noun}`, {
      config: { operation },
      schema: { summary, params, body, response: { 200: AssessmentView } },
      handler: (request, reply) => {
        const { caseId, assessmentId } = request.params
        const current = (tx: Transaction) => viewAssessment(tx, caseId, assessmentId)
        return enter(
          request,
          reply,
          async (tx) => {
            await act(tx, { caseId, assessmentId }, body.parse(request.body))
            return current(tx)
          },
          { current },
        )
      },
    })

  change('', 'assessment.write', 'Save the sheet as it stands', AssessmentSheet, changeAssessment)
  change('/signature', 'assessment.sign', 'Sign what is whole', nothing, signAssessment)
  change('/cosignature', 'assessment.cosign', 'Sign beside a colleague of level 4', nothing, cosignAssessment)
  change(
    '/client-view',
    'assessment.confirm',
    'Record what the client said to it',
    ClientView,
    giveClientView,
  )
}
