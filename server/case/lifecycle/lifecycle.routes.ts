import { z } from 'zod'
import { ConfideCase } from '#contract/case/confidentiality.ts'
import { MoveCaseToSite } from '#contract/case/site.ts'
import { CasePage, CaseQuery, CaseView } from '#contract/case/overview.ts'
import { Id } from '#contract/ids.ts'
import { type Routes, sendWritten } from '#server/entrance/index.ts'
import { caseGlance, viewCase } from './case.view.ts'
import { confideCase } from './confidentiality.actions.ts'
import type { Transaction } from '#server/access/index.ts'
import { CaseExportQuery } from '#contract/exports.ts'
import { exportCaseload } from './caseload-export.actions.ts'
import { caseloadGlance } from './caseload.queries.ts'
import { moveCaseToSite } from './site.actions.ts'

/** Case files: the caseload, and one case as a whole. */
export const caseRoutes: Routes = async (app, { enter }) => {
  app.get('/cases', {
    config: { operation: 'case.list' },
    schema: {
      summary: 'A caseload, what is due next on top',
      querystring: CaseQuery,
      response: { 200: CasePage },
    },
    handler: async (request, reply) => {
      const { json } = await enter.glance(request, reply, caseloadGlance(request.query))
      return sendWritten(reply, json)
    },
  })

  app.get('/cases/export', {
    config: { operation: 'case.export', act: 'export' },
    schema: { summary: 'A caseload as a file: Excel or CSV', querystring: CaseExportQuery },
    handler: async (request, reply) => {
      const { bytes, ...headers } = await enter(request, reply, (tx) => exportCaseload(tx, request.query))
      return reply.headers(headers).send(bytes)
    },
  })

  app.get('/cases/:caseId', {
    config: { operation: 'case.read' },
    schema: {
      summary: 'One case: the person, the next step, the path, its records',
      params: z.strictObject({ caseId: Id }),
      response: { 200: CaseView },
    },
    handler: async (request, reply) => {
      const view = await enter.glance(request, reply, caseGlance(request.params.caseId))
      return sendWritten(reply, JSON.stringify(view))
    },
  })

  app.put('/cases/:caseId/confidentiality', {
    config: { operation: 'case.confide' },
    schema: {
      summary: 'Who may see this case: its level, whom it names, and why',
      params: z.strictObject({ caseId: Id }),
      body: ConfideCase,
      response: { 200: CaseView },
    },
    handler: (request, reply) => {
      const { caseId } = request.params
      const current = (tx: Transaction) => viewCase(tx, caseId)
      const work = async (tx: Transaction) => {
        await confideCase(tx, caseId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })

  app.put('/cases/:caseId/site', {
    config: { operation: 'case.move-to-site' },
    schema: {
      summary: 'At which site of the agency this case is, and why it moves there',
      params: z.strictObject({ caseId: Id }),
      body: MoveCaseToSite,
      response: { 200: CaseView },
    },
    handler: (request, reply) => {
      const { caseId } = request.params
      const current = (tx: Transaction) => viewCase(tx, caseId)
      const work = async (tx: Transaction) => {
        await moveCaseToSite(tx, caseId, request.body)
        return current(tx)
      }
      return enter(request, reply, work, { current })
    },
  })
}
