import type { FastifyInstance } from 'fastify'
import { agencyRoutes } from '#server/agencies/agencies.routes.ts'
import { settingRoutes } from '#server/agencies/settings.routes.ts'
import { auditRoutes } from '#server/audit/audit.routes.ts'
import { breakGlassRoutes } from '#server/break-glass/break-glass.routes.ts'
import { attachmentRoutes } from '#server/case/attachments/attachments.routes.ts'
import { assessmentRoutes } from '#server/case/assessment/assessment.routes.ts'
import { evidenceRoutes } from '#server/case/assessment/evidence/evidence.routes.ts'
import { closingRoutes } from '#server/case/closing/closing.routes.ts'
import { deliveryRoutes } from '#server/case/delivery/delivery.routes.ts'
import { evaluationRoutes } from '#server/case/evaluation/evaluation.routes.ts'
import { followupRoutes } from '#server/case/followup/followup.routes.ts'
import { crisisRoutes } from '#server/case/intake/crisis/crisis.routes.ts'
import { inquiryRoutes } from '#server/case/intake/inquiry/inquiry.routes.ts'
import { interviewRoutes } from '#server/case/intake/interview/interview.routes.ts'
import { calendarRoutes } from '#server/calendar/appointments.routes.ts'
import { outlineRoutes } from '#server/case/intake/outline/outlines.routes.ts'
import { receptionRoutes } from '#server/case/intake/reception/reception.routes.ts'
import { divisionRoutes } from '#server/case/intake/divisions/divisions.routes.ts'
import { screeningRoutes } from '#server/case/intake/screening/screening.routes.ts'
import { waitingRoutes } from '#server/case/intake/waiting/waiting.routes.ts'
import { webFormRoutes } from '#server/case/intake/web-form/web-form.routes.ts'
import { caseRoutes } from '#server/case/lifecycle/lifecycle.routes.ts'
import { ownFieldRoutes } from '#server/case/own-fields/own-fields.routes.ts'
import { clientLinkRoutes } from '#server/client-links/client-links.routes.ts'
import { linkedPaperRoutes } from '#server/client-links/linked.routes.ts'
import { planRoutes } from '#server/case/plan/plan.routes.ts'
import { timelineRoutes } from '#server/case/timeline/timeline.routes.ts'
import { fileCopyRoutes } from '#server/file-copies/file-copies.routes.ts'
import { consentRoutes } from '#server/consent/consents.routes.ts'
import { directoryRoutes } from '#server/directory/directory.routes.ts'
import { firstContactFormRoutes } from '#server/documents/first-contact.routes.ts'
import { documentRoutes } from '#server/documents/documents.routes.ts'
import { declaredRoutes, type DeclaredRoute, entrance, recogniseActors } from '#server/entrance/index.ts'
import { loadedInstrumentRoutes } from '#server/instruments/loaded/loaded.routes.ts'
import { answerRoutes } from '#server/instruments/questionnaires/answers.routes.ts'
import { questionnaireImportRoutes } from '#server/instruments/questionnaires/imports.routes.ts'
import { questionnaireRoutes } from '#server/instruments/questionnaires/questionnaires.routes.ts'
import { drawingRoutes } from '#server/drawings/drawings.routes.ts'
import { scaleRoutes } from '#server/instruments/scales.routes.ts'
import { partnerRoutes } from '#server/partners/partners.routes.ts'
import { peopleRoutes } from '#server/people/people.routes.ts'
import { openEdge } from '#server/platform/http/edge.ts'
import { healthRoutes } from '#server/entrance/health.routes.ts'
import { describeApi } from '#server/platform/http/openapi.ts'
import { serveWeb } from '#server/platform/http/web.ts'
import type { Platform } from '#server/platform/platform.ts'
import { reportingRoutes } from '#server/reporting/reporting.routes.ts'
import { accountRoutes } from '#server/sign-in/account.routes.ts'
import { secureLinkRoutes } from '#server/secure-links/links.routes.ts'
import { fhirRoutes } from '#server/sharing/fhir/fhir.routes.ts'
import { linkedReferralRoutes } from '#server/sharing/linked/linked.routes.ts'
import { referralLinkRoutes } from '#server/sharing/linked/links.routes.ts'
import { referralLetterRoutes } from '#server/sharing/paper/letter.routes.ts'
import { receivedReferralRoutes } from '#server/sharing/received/received.routes.ts'
import { referralListRoutes, referralRoutes } from '#server/sharing/referral/referrals.routes.ts'
import { signInRoutes } from '#server/sign-in/sign-in.routes.ts'
import { workdayRoutes } from '#server/workday/workday.routes.ts'

/** Every module that answers over HTTP. */
const modules = [
  signInRoutes,
  accountRoutes,
  agencyRoutes,
  settingRoutes,
  peopleRoutes,
  inquiryRoutes,
  receptionRoutes,
  crisisRoutes,
  webFormRoutes,
  screeningRoutes,
  divisionRoutes,
  waitingRoutes,
  interviewRoutes,
  outlineRoutes,
  calendarRoutes,
  caseRoutes,
  timelineRoutes,
  attachmentRoutes,
  assessmentRoutes,
  evidenceRoutes,
  planRoutes,
  ownFieldRoutes,
  deliveryRoutes,
  evaluationRoutes,
  closingRoutes,
  followupRoutes,
  documentRoutes,
  firstContactFormRoutes,
  workdayRoutes,
  reportingRoutes,
  auditRoutes,
  breakGlassRoutes,
  consentRoutes,
  fileCopyRoutes,
  directoryRoutes,
  scaleRoutes,
  loadedInstrumentRoutes,
  questionnaireImportRoutes,
  questionnaireRoutes,
  answerRoutes,
  drawingRoutes,
  referralListRoutes,
  referralRoutes,
  receivedReferralRoutes,
  referralLinkRoutes,
  referralLetterRoutes,
  linkedReferralRoutes,
  clientLinkRoutes,
  linkedPaperRoutes,
  secureLinkRoutes,
  partnerRoutes,
  fhirRoutes,
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
  await healthRoutes(app, { platform, enter })
  await app.register(
    async (api) => {
      for (const module of modules) await module(api.withTypeProvider(), { platform, enter })
    },
    { prefix: '/api' },
  )
  await serveWeb(app, platform.webFolder)
  return Object.assign(app, { declared })
}
