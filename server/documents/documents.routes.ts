import { z } from 'zod'
import { FileQuery, FormId, FormSheet, SheetQuery } from '#contract/documents.ts'
import { Id } from '#contract/ids.ts'
import type { Routes } from '#server/entrance/index.ts'
import { printForm, viewForm } from './documents.actions.ts'

const params = z.strictObject({ caseId: Id, formId: FormId })

/** The official forms of a case: views of what was entered once. */
export const documentRoutes: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/documents/:formId', {
    config: { operation: 'case.print' },
    schema: {
      summary: 'An official form, filled, for the screen',
      params,
      querystring: SheetQuery,
      response: { 200: FormSheet },
    },
    handler: (request, reply) => enter(request, reply, (tx) => viewForm(tx, request.params, request.query)),
  })

  app.get('/cases/:caseId/documents/:formId/file', {
    config: { operation: 'case.print', act: 'print' },
    schema: { summary: 'An official form as Word or PDF', params, querystring: FileQuery },
    handler: async (request, reply) => {
      const file = await enter(request, reply, (tx) => printForm(tx, request.params, request.query))
      return reply
        .header('content-type', file.contentType)
        .header('content-disposition', `attachment; filename="${file.fileName}"`)
        .header('content-security-policy', 'sandbox')
        .send(Buffer.from(file.bytes))
    },
  })
}
