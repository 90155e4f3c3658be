import { z } from 'zod'
import {
  DeskCounts,
  EmergencyDecision,
  InquiryDecision,
  InquiryPage,
  InquiryQuery,
  InquirySheet,
  InquiryView,
  OpenInquiry,
  PreliminaryAssessmentSheet,
  Sharing,
  TakeInquiry,
} from '#contract/case/intake.ts'
import { ReporterQuery, ReporterSheet, ReporterView } from '#contract/case/reporter.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import {
  assessInquiry,
  changeInquiry,
  decideEmergency,
  decideInquiry,
  openInquiry,
  registerInquiry,
  shareInquiry,
  takeInquiry,
} from './inquiry.actions.ts'
import { InquiryExportQuery } from '#contract/exports.ts'
import { exportInquiries } from './inquiry-export.actions.ts'
import { deskCounts, inquiryLines } from './inquiry.queries.ts'
import { protectReporter, showReporter } from './reporter.actions.ts'
import { viewInquiry } from './inquiry.view.ts'

const params = z.strictObject({ inquiryId: Id })
const nothing = z.strictObject({})

/** First contacts: received, registered, assessed, concluded. A decision is a thing of its own: a noun and a plain verb. */
export const inquiryRoutes: Routes = async (app, { enter }) => {
  app.get('/inquiries', {
    config: { operation: 'inquiry.list' },
    schema: {
      summary: 'First contacts, who waits longest first',
      querystring: InquiryQuery,
      response: { 200: InquiryPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => inquiryLines(tx, request.query)),
  })

  app.get('/inquiries/counts', {
    config: { operation: 'inquiry.list' },
    schema: { summary: 'How many first contacts stand at the desk', response: { 200: DeskCounts } },
    handler: (request, reply) => enter(request, reply, (tx) => deskCounts(tx)),
  })

  app.get('/inquiries/export', {
    config: { operation: 'inquiry.export', act: 'export' },
    schema: { summary: 'First contacts as a file: Excel or CSV', querystring: InquiryExportQuery },
    handler: async (request, reply) => {
      const { bytes, ...headers } = await enter(request, reply, (tx) => exportInquiries(tx, request.query))
      return reply.headers(headers).send(bytes)
    },
  })

  app.post('/inquiries', {
    config: { operation: 'inquiry.open', creates: true },
    schema: { summary: 'Receive a first contact', body: OpenInquiry, response: { 201: InquiryView } },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await openInquiry(tx, request.body)
        return viewInquiry(tx, request.body.id)
      }),
  })

  app.get('/inquiries/:inquiryId', {
    config: { operation: 'inquiry.read' },
    schema: { summary: 'One first contact', params, response: { 200: InquiryView } },
    handler: (request, reply) => enter(request, reply, (tx) => viewInquiry(tx, request.params.inquiryId)),
  })

  /** Every change of one inquiry: its noun, what it takes, and the act. */
  const change = <Body extends z.ZodType>(
    noun: string,
    operation:
      | 'inquiry.take'
      | 'inquiry.change'
      | 'inquiry.register'
      | 'inquiry.assess'
      | 'inquiry.decide'
      | 'reporter.write',
    summary: string,
    body: Body,
    act: (tx: Transaction, id: string, input: z.output<Body>) => Promise<unknown>,
  ) =>
    app.put(`/inquiries/:inquiryId${noun}`, {
      config: { operation },
      schema: { summary, params, body, response: { 200: InquiryView } },
      handler: (request, reply) => {
        const { inquiryId } = request.params
        const current = (tx: Transaction) => viewInquiry(tx, inquiryId)
        return enter(
          request,
          reply,
          async (tx) => {
            await act(tx, inquiryId, body.parse(request.body))
            return current(tx)
          },
          { current },
        )
      },
    })

  app.get('/inquiries/:inquiryId/reporter', {
    config: { operation: 'reporter.read' },
    schema: {
      summary: 'Who reported it, for the few who may know; whoever did not write it says why they look',
      params,
      querystring: ReporterQuery,
      response: { 200: ReporterView },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => showReporter(tx, request.params.inquiryId, request.query)),
  })

  change(
    '/reporter',
    'reporter.write',
    'Keep who reported it apart from everything else',
    ReporterSheet,
    protectReporter,
  )
  change('/taking', 'inquiry.take', 'Take it, or put it back', TakeInquiry, takeInquiry)
  change('', 'inquiry.change', 'Save the sheet as it stands', InquirySheet, changeInquiry)
  change(
    '/emergency-decision',
    'inquiry.change',
    'Decide whether life or safety is in danger',
    EmergencyDecision,
    decideEmergency,
  )
  change('/registration', 'inquiry.register', 'Register: what is needed is whole', nothing, registerInquiry)
  change(
    '/preliminary-assessment',
    'inquiry.assess',
    'Save the five questions',
    PreliminaryAssessmentSheet,
    assessInquiry,
  )
  change('/sharing', 'inquiry.assess', 'Record that it was shared with the caller', Sharing, shareInquiry)
  change(
    '/decision',
    'inquiry.decide',
    'Accept, inform, refer, put on the waiting list, or not accept',
    InquiryDecision,
    decideInquiry,
  )
}
