import { accessPages } from '#web/access/access.pages.ts'
import { agenciesPages } from '#web/agencies/agencies.pages.ts'
import { settingsPages } from '#web/agencies/settings/settings.pages.ts'
import { auditPages } from '#web/audit/audit.pages.ts'
import { breakGlassPages } from '#web/break-glass/break-glass.pages.ts'
import { calendarPages } from '#web/calendar/calendar.pages.ts'
import { attachmentsPages } from '#web/case/attachments/attachments.pages.ts'
import { assessmentPages } from '#web/case/assessment/assessment.pages.ts'
import { closingPages } from '#web/case/closing/closing.pages.ts'
import { deliveryPages } from '#web/case/delivery/delivery.pages.ts'
import { evaluationPages } from '#web/case/evaluation/evaluation.pages.ts'
import { followupPages } from '#web/case/followup/followup.pages.ts'
import { intakePages } from '#web/case/intake/intake.pages.ts'
import { overviewPages } from '#web/case/overview/overview.pages.ts'
import { planPages } from '#web/case/plan/plan.pages.ts'
import { timelinePages } from '#web/case/timeline/timeline.pages.ts'
import { consentPages } from '#web/consent/consent.pages.ts'
import { drawingsPages } from '#web/drawings/drawings.pages.ts'
import { questionnairePages } from '#web/instruments/questionnaires/questionnaires.pages.ts'
import { scalePages } from '#web/instruments/scales.pages.ts'
import { directoryPages } from '#web/directory/directory.pages.ts'
import { documentsPages } from '#web/documents/documents.pages.ts'
import { fileCopyPages } from '#web/file-copies/file-copies.pages.ts'
import { peoplePages } from '#web/people/people.pages.ts'
import { reportingPages } from '#web/reporting/reporting.pages.ts'
import { linkPages } from '#web/secure-links/links.pages.ts'
import { sharingPages } from '#web/sharing/sharing.pages.ts'
import { workdayPages } from '#web/workday/workday.pages.ts'
import type { PageRoute } from './page-route.ts'

/** Every page of the product, module by module. All wiring of pages is here. */
export const pages: readonly PageRoute[] = [
  ...accessPages,
  ...workdayPages,
  ...peoplePages,
  ...intakePages,
  ...overviewPages,
  ...assessmentPages,
  ...planPages,
  ...deliveryPages,
  ...evaluationPages,
  ...closingPages,
  ...followupPages,
  ...timelinePages,
  ...attachmentsPages,
  ...documentsPages,
  ...agenciesPages,
  ...settingsPages,
  ...reportingPages,
  ...auditPages,
  ...breakGlassPages,
  ...consentPages,
  ...fileCopyPages,
  ...drawingsPages,
  ...calendarPages,
  ...scalePages,
  ...questionnairePages,
  ...directoryPages,
  ...sharingPages,
  ...linkPages,
]
