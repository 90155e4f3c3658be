import {
  CaseMovements,
  CaseMovementsQuery,
  FirstContacts,
  FirstContactsQuery,
  ProblemNatures,
  ProblemNaturesExportQuery,
  ProblemNaturesQuery,
} from '#contract/reporting.ts'
import { type Routes, sendWritten } from '#server/entrance/index.ts'
import { caseMovementsGlance } from './case-movements.queries.ts'
import { firstContacts } from './first-contacts.queries.ts'
import { exportProblemNatures } from './problem-natures.actions.ts'
import { problemNatures } from './problem-natures.queries.ts'

/** What the work comes to in numbers. */
export const reportingRoutes: Routes = async (app, { enter }) => {
  app.get('/statistics/case-movements', {
    config: { operation: 'statistics.read' },
    schema: {
      summary: 'Cases opened and closed in a month, by field of service and case manager',
      querystring: CaseMovementsQuery,
      response: { 200: CaseMovements },
    },
    handler: async (request, reply) => {
      const { json } = await enter.glance(request, reply, caseMovementsGlance(request.query.month))
      return sendWritten(reply, json)
    },
  })

  app.get('/statistics/first-contacts', {
    config: { operation: 'statistics.read' },
    schema: {
      summary: 'What a month brought to the desk: by channel, source and decision, and who became a client',
      querystring: FirstContactsQuery,
      response: { 200: FirstContacts },
    },
    handler: (request, reply) => enter(request, reply, (tx) => firstContacts(tx, request.query.month)),
  })

  app.get('/statistics/problem-natures', {
    config: { operation: 'statistics.read' },
    schema: {
      summary: 'Natures of the problems in the assessments signed in a month, by site',
      querystring: ProblemNaturesQuery,
      response: { 200: ProblemNatures },
    },
    handler: (request, reply) => enter(request, reply, (tx) => problemNatures(tx, request.query.month)),
  })

  app.get('/statistics/problem-natures/export', {
    config: { operation: 'statistics.export', act: 'export' },
    schema: {
      summary: 'The same as a file: Excel or CSV',
      querystring: ProblemNaturesExportQuery,
    },
    handler: async (request, reply) => {
      const { bytes, ...headers } = await enter(request, reply, (tx) =>
        exportProblemNatures(tx, request.query),
      )
      return reply.headers(headers).send(bytes)
    },
  })
}
