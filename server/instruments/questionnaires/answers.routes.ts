import { z } from 'zod'
import {
  AnsweredPage,
  AnsweredQuery,
  AnsweredView,
  AnswerQuestionnaire,
  AnswersExportQuery,
  FormExportQuery,
  QuestionnaireResults,
  ResultsQuery,
} from '#contract/questionnaires/answered.ts'
import { Id } from '#contract/ids.ts'
import type { Routes } from '#server/entrance/index.ts'
import { answerQuestionnaire } from './answers.actions.ts'
import { viewAnswered, viewAnswers } from './answers.view.ts'
import { exportAnswers, exportForm } from './export.actions.ts'
import { viewResults } from './results.view.ts'

const ofCase = z.strictObject({ caseId: Id })
const ofAnswers = z.strictObject({ caseId: Id, answersId: Id })
const ofQuestionnaire = z.strictObject({ questionnaireId: Id })

/** What was answered to questionnaires in a case, what it comes to over all cases in sight, and its files. */
export const answerRoutes: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/questionnaire-answers', {
    config: { operation: 'questionnaire-answers.list' },
    schema: {
      summary: 'The questionnaires answered in a case, newest first',
      params: ofCase,
      querystring: AnsweredQuery,
      response: { 200: AnsweredPage },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewAnswered(tx, request.params.caseId, request.query)),
  })

  app.post('/cases/:caseId/questionnaire-answers', {
    config: { operation: 'questionnaire.answer', creates: true },
    schema: {
      summary: 'Write down the answers to a questionnaire; they are settled, checked, and never change',
      params: ofCase,
      body: AnswerQuestionnaire,
      response: { 201: AnsweredView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        const { caseId } = request.params
        await answerQuestionnaire(tx, caseId, request.body)
        return viewAnswers(tx, caseId, request.body.id)
      }),
  })

  app.get('/cases/:caseId/questionnaire-answers/:answersId', {
    config: { operation: 'questionnaire-answers.list' },
    schema: {
      summary: 'What was answered, with the version that asked it',
      params: ofAnswers,
      response: { 200: AnsweredView },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewAnswers(tx, request.params.caseId, request.params.answersId)),
  })

  app.get('/questionnaires/:questionnaireId/results', {
    config: { operation: 'questionnaire.results' },
    schema: {
      summary: 'Frequencies, means and cross tables of the answers in sight, over all versions',
      params: ofQuestionnaire,
      querystring: ResultsQuery,
      response: { 200: QuestionnaireResults },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewResults(tx, request.params.questionnaireId, request.query)),
  })

  app.get('/questionnaires/:questionnaireId/export', {
    config: { operation: 'questionnaire.export', act: 'export' },
    schema: {
      summary: 'The answers in sight over all versions as a file, with codes, labels and a codebook',
      params: ofQuestionnaire,
      querystring: AnswersExportQuery,
    },
    handler: async (request, reply) => {
      const { questionnaireId } = request.params
      const { bytes, ...headers } = await enter(request, reply, (tx) =>
        exportAnswers(tx, questionnaireId, request.query),
      )
      return reply.headers(headers).send(bytes)
    },
  })

  app.get('/questionnaires/:questionnaireId/xlsform', {
    config: { operation: 'questionnaire.read', act: 'export' },
    schema: {
      summary: 'A version, or what is being written, as an XLSForm',
      params: ofQuestionnaire,
      querystring: FormExportQuery,
    },
    handler: async (request, reply) => {
      const { questionnaireId } = request.params
      const { bytes, ...headers } = await enter(request, reply, (tx) =>
        exportForm(tx, questionnaireId, request.query.number),
      )
      return reply.headers(headers).send(bytes)
    },
  })
}
