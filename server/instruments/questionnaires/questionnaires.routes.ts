import { z } from 'zod'
import { Questionnaire } from '#contract/questionnaires/index.ts'
import {
  AddQuestionnaire,
  PublishedQuestionnaire,
  QuestionnairePage,
  QuestionnaireQuery,
  QuestionnaireView,
  RetireQuestionnaire,
} from '#contract/questionnaires/kept.ts'
import { Id } from '#contract/ids.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import {
  addQuestionnaire,
  publishQuestionnaire,
  retireQuestionnaire,
  writeQuestionnaire,
} from './questionnaires.actions.ts'
import { viewEdition, viewQuestionnaire, viewQuestionnaires } from './questionnaires.view.ts'

const params = z.strictObject({ questionnaireId: Id })
const ofEdition = z.strictObject({
  questionnaireId: Id,
  number: z.coerce.number().int().min(1).max(1_000_000),
})
const one = '/questionnaires/:questionnaireId'

/** The agency's own questionnaires: written, published in versions, taken out of use. */
export const questionnaireRoutes: Routes = async (app, { enter }) => {
  app.get('/questionnaires', {
    config: { operation: 'questionnaire.read' },
    schema: {
      summary: 'The questionnaires of the agency, newest first',
      querystring: QuestionnaireQuery,
      response: { 200: QuestionnairePage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewQuestionnaires(tx, request.query)),
  })

  app.post('/questionnaires', {
    config: { operation: 'questionnaire.write', creates: true },
    schema: {
      summary: 'Begin a questionnaire',
      body: AddQuestionnaire,
      response: { 201: QuestionnaireView },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        await addQuestionnaire(tx, request.body)
        return viewQuestionnaire(tx, request.body.id)
      }),
  })

  app.get(one, {
    config: { operation: 'questionnaire.read' },
    schema: {
      summary: 'One questionnaire as it is being written, with its versions',
      params,
      response: { 200: QuestionnaireView },
    },
    handler: (request, reply) =>
      enter(request, reply, (tx) => viewQuestionnaire(tx, request.params.questionnaireId)),
  })

  app.get(`${one}/editions/:number`, {
    config: { operation: 'questionnaire.read' },
    schema: {
      summary: 'A published version, as it is answered',
      params: ofEdition,
      response: { 200: PublishedQuestionnaire },
    },
    handler: (request, reply) => {
      const { questionnaireId, number } = request.params
      return enter(request, reply, (tx) => viewEdition(tx, questionnaireId, number))
    },
  })

  app.put(one, {
    config: { operation: 'questionnaire.write' },
    schema: {
      summary: 'Keep what was written so far',
      params,
      body: Questionnaire,
      response: { 200: QuestionnaireView },
    },
    handler: (request, reply) => {
      const { questionnaireId } = request.params
      const work = acted(questionnaireId, (tx) => writeQuestionnaire(tx, questionnaireId, request.body))
      return enter(request, reply, work.act, work)
    },
  })

  app.put(`${one}/publication`, {
    config: { operation: 'questionnaire.write' },
    schema: {
      summary: 'Publish it as the next version',
      params,
      body: z.strictObject({}),
      response: { 200: QuestionnaireView },
    },
    handler: (request, reply) => {
      const { questionnaireId } = request.params
      const work = acted(questionnaireId, (tx) => publishQuestionnaire(tx, questionnaireId))
      return enter(request, reply, work.act, work)
    },
  })

  app.put(`${one}/retirement`, {
    config: { operation: 'questionnaire.write' },
    schema: {
      summary: 'Take it out of use, or back',
      params,
      body: RetireQuestionnaire,
      response: { 200: QuestionnaireView },
    },
    handler: (request, reply) => {
      const { questionnaireId } = request.params
      const { retired } = request.body
      const work = acted(questionnaireId, (tx) => retireQuestionnaire(tx, questionnaireId, retired))
      return enter(request, reply, work.act, work)
    },
  })
}

/** An act, answered with the questionnaire as it is after it; and how it is now, for who was too late. */
function acted(id: string, act: (tx: Transaction) => Promise<void>) {
  const current = (tx: Transaction) => viewQuestionnaire(tx, id)
  return {
    current,
    act: async (tx: Transaction) => {
      await act(tx)
      return current(tx)
    },
  }
}
