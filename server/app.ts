import type { FastifyInstance } from 'fastify'
import { agencyRoutes } from '#server/agencies/agencies.routes.ts'
import { auditRoutes } from '#server/audit/audit.routes.ts'
import { breakGlassRoutes } from '#server/break-glass/break-glass.routes.ts'
import { attachmentRoutes } from '#server/case/attachments/attachments.routes.ts'
import { assessmentRoutes } from '#server/case/assessment/assessment.routes.ts'
import { closingRoutes } from '#server/case/closing/closing.routes.ts'
import { deliveryRoutes } from '#server/case/delivery/delivery.routes.ts'
import { evaluationRoutes } from '#server/case/evaluation/evaluation.routes.ts'
import { followupRoutes } from '#server/case/followup/followup.routes.ts'
import { inquiryRoutes } from '#server/case/intake/inquiry/inquiry.routes.ts'
import { interviewRoutes } from '#server/case/intake/interview/interview.routes.ts'
import { caseRoutes } from '#server/case/lifecycle/lifecycle.routes.ts'
import { planRoutes } from '#server/case/plan/plan.routes.ts'
import { timelineRoutes } from '#server/case/timeline/timeline.routes.ts'
import { consentRoutes } from '#server/consent/consents.routes.ts'
import { directoryRoutes } from '#server/directory/directory.routes.ts'
import { documentRoutes } from '#server/documents/documents.routes.ts'
import { declaredRoutes, type DeclaredRoute, entrance, recogniseActors } from '#server/entrance/index.ts'
import { peopleRoutes } from '#server/people/people.routes.ts'
import { openEdge } from '#server/platform/http/edge.ts'
import { healthRoutes } from '#server/entrance/health.routes.ts'
import { describeApi } from '#server/platform/http/openapi.ts'
import { serveWeb } from '#server/platform/http/web.ts'
import type { Platform } from '#server/platform/platform.ts'
import { reportingRoutes } from '#server/reporting/reporting.routes.ts'
import { accountRoutes } from '#server/sign-in/account.routes.ts'
import { signInRoutes } from '#server/sign-in/sign-in.routes.ts'
import { workdayRoutes } from '#server/workday/workday.routes.ts'

/** Every module that answers over HTTP. */
const modules = [
  signInRoutes,
  accountRoutes,
  agencyRoutes,
  peopleRoutes,
  inquiryRoutes,
  interviewRoutes,
  caseRoutes,
  timelineRoutes,
  attachmentRoutes,
  assessmentRoutes,
  planRoutes,
  deliveryRoutes,
  evaluationRoutes,
  closingRoutes,
  followupRoutes,
  documentRoutes,
  workdayRoutes,
  reportingRoutes,
  auditRoutes,
  breakGlassRoutes,
  consentRoutes,
  directoryRoutes,
]

export type App = FastifyInstance & { declared: readonly DeclaredRoute[] }

/** Builds the whole server on a platform. It refuses to start when a route does not say which operation it is. */
export async function buildApp(platform: Platform): Promise<App> {
  const app = await openEdge({
    logLevel: platform.logLevel,
    secure: platform.secureCookies,
    proxies: platform.proxies,
  })
  const declared = declaredRoutes(app)
  await describeApi(app)
  const recogniseAnew = recogniseActors(app, platform)
  const enter = entrance(platform, recogniseAnew)
  await app.register(healthRoutes, { platform, enter })
  await app.register(
    async (api) => {
      for (const module of modules) await api.register(module, { platform, enter })
    },
    { prefix: '/api' },
  )
  await serveWeb(app, platform.webFolder)
  return Object.assign(app, { declared })
}
