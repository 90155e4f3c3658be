import { z } from 'zod'
import { AddAddendum } from '#contract/case/addenda.ts'
import { InterviewPage, InterviewSheet, InterviewView, OpenInterview } from '#contract/case/interview.ts'
import { Id } from '#contract/ids.ts'
import { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { addToInterview, changeInterview, openInterview, signInterview } from './interview.actions.ts'
import { viewInterview, viewInterviews } from './interview.view.ts'

const ofCase = z.strictObject({ caseId: Id })
const params = z.strictObject({ caseId: Id, interviewId: Id })
const nothing = z.strictObject({})
const all = '/cases/:caseId/interviews'
const one = `${all}/:interviewId` as const

/** Intake interviews: opened, written, signed, and afterwards only added to. */
export const interviewRoutes: Routes = async (app, options) => {
  await listRoutes(app, options)
  await changeRoutes(app, options)
}

const listRoutes: Routes = async (app, { enter }) => {
  app.get(all, {
    config: { operation: 'interview.read' },
    schema: {
      summary: 'Intake interviews of a case',
      params: ofCase,
      querystring: PageQuery,
      response: { 200: InterviewPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewInterviews(tx, request.params.caseId, request.query)),
  })

  app.post(all, {
    config: { operation: 'interview.write', creates: true },
    schema: {
      summary: 'Begin the record of an interview',
      params: ofCase,
      body: OpenInterview,
      response: { 201: InterviewView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await openInterview(tx, request.params.caseId, request.body)
        return viewInterview(tx, request.params.caseId, request.body.id)
      }),
  })

  app.get(one, {
    config: { operation: 'interview.read' },
    schema: { summary: 'One intake interview', params, response: { 200: InterviewView } },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewInterview(tx, request.params.caseId, request.params.interviewId)),
  })
}

const changeRoutes: Routes = async (app, { enter }) => {
  /** Every change of one interview: its noun, what it takes, and the act. */
  const change = <Body extends z.ZodType>(
    noun: string,
    operation: 'interview.write' | 'interview.sign',
    summary: string,
    body: Body,
    act: (tx: Transaction, caseId: string, id: string, input: z.output<Body>) => Promise<void>,
  ) =>
    app.put(`${one}${noun}`, {
      config: { operation },
      schema: { summary, params, body, response: { 200: InterviewView } },
      handler: (request, reply) => {
        const { caseId, interviewId } = request.params
        const current = (tx: Transaction) => viewInterview(tx, caseId, interviewId)
        const work = async (tx: Transaction) => {
          await act(tx, caseId, interviewId, body.parse(request.body))
          return current(tx)
        }
        return enter(request, reply, work, { current })
      },
    })

  change('', 'interview.write', 'Save the record as it stands', InterviewSheet, changeInterview)
  change('/signature', 'interview.sign', 'Sign the record: it no longer changes', nothing, signInterview)

  app.post(`${one}/addenda`, {
    config: { operation: 'interview.add-addendum', creates: true },
    schema: {
      summary: 'Add to a signed record',
      params,
      body: AddAddendum,
      response: { 201: InterviewView },
    },
    handler: (request, reply) => {
      const { caseId, interviewId } = request.params
      return enter(request, reply, async (tx) => {
        await addToInterview(tx, caseId, interviewId, request.body)
        return viewInterview(tx, caseId, interviewId)
      })
    },
  })
}
