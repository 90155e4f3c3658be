import { CaseMovements, CaseMovementsQuery } from '#contract/reporting.ts'
import { type Routes, sendWritten } from '#server/entrance/index.ts'
import { caseMovementsGlance } from './case-movements.queries.ts'

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
}
