import {
  CaseMovements,
  CaseMovementsQuery,
  FirstContacts,
  FirstContactsQuery,
  MonthExportQuery,
  ProblemNatures,
  ProblemNaturesQuery,
} from '#contract/reporting.ts'
import { type Routes, sendWritten } from '#server/entrance/index.ts'
import { caseMovementsGlance } from './case-movements.queries.ts'
import { firstContactsTable } from './first-contacts.actions.ts'
import { firstContacts } from './first-contacts.queries.ts'
import { exportMonth, type MonthTable } from './month-export.actions.ts'
import { problemNaturesTable } from './problem-natures.actions.ts'
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

  /** A statistic of a month as a file. */
  const exported = <Line>(path: string, table: MonthTable<Line>) =>
    app.get(`/statistics/${path}/export`, {
      config: { operation: 'statistics.export', act: 'export' },
      schema: { summary: 'The same as a file: Excel or CSV', querystring: MonthExportQuery },
      handler: async (request, reply) => {
        const { bytes, ...headers } = await enter(request, reply, (tx) =>
          exportMonth(tx, request.query, table),
        )
        return reply.headers(headers).send(bytes)
      },
    })

  exported('first-contacts', firstContactsTable)
  exported('problem-natures', problemNaturesTable)
}
