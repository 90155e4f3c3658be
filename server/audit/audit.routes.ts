import { z } from 'zod'
import { AuditPage, AuditQuery, CaseAuditQuery } from '#contract/audit.ts'
import { Id } from '#contract/ids.ts'
import { permit } from '#server/access/index.ts'
import { lookAtCase } from '#server/case/lifecycle/index.ts'
import type { Routes } from '#server/entrance/index.ts'
import { agencyAuditPage, caseAuditPage } from './audit.queries.ts'

/** Who looked and who changed. Reading it is itself a line of it. */
export const auditRoutes: Routes = async (app, { enter }) => {
  app.get('/cases/:caseId/audit', {
    config: { operation: 'case.audit' },
    schema: {
      summary:
        'Who looked at a case and who changed it, newest first: for its manager, and a supervisor or head who sees it',
      params: z.strictObject({ caseId: Id }),
      querystring: CaseAuditQuery,
      response: { 200: AuditPage },
    },
    handler: (request, reply) =>
      enter(request, reply, async (tx) => {
        const { id, number, caseManagerId } = await lookAtCase(tx, request.params.caseId)
        permit(tx.actor, tx.operation, { managerId: caseManagerId })
        return caseAuditPage(tx, { id, number }, request.query)
      }),
  })

  app.get('/audit', {
    config: { operation: 'audit.read' },
    schema: {
      summary: 'The audit log of the agency, newest first',
      querystring: AuditQuery,
      response: { 200: AuditPage },
    },
    handler: (request, reply) => enter(request, reply, (tx) => agencyAuditPage(tx, request.query)),
  })
}
