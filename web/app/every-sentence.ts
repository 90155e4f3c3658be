import type { Wording } from '#contract/language.ts'
import type { RefusalCode } from '#contract/refusals.ts'
import { signInSentences } from '#web/access/sign-in.sentences.ts'
import { agencySentences } from '#web/agencies/agencies.sentences.ts'
import { settingSentences } from '#web/agencies/settings/settings.sentences.ts'
import { breakGlassSentences } from '#web/break-glass/break-glass.sentences.ts'
import { assessmentSentences } from '#web/case/assessment/assessment.sentences.ts'
import { evidenceSentences } from '#web/case/assessment/evidence/evidence.sentences.ts'
import { attachmentsSentences } from '#web/case/attachments/attachments.sentences.ts'
import { closingSentences } from '#web/case/closing/closing.sentences.ts'
import { deliverySentences } from '#web/case/delivery/delivery.sentences.ts'
import { evaluationSentences } from '#web/case/evaluation/evaluation.sentences.ts'
import { followupSentences } from '#web/case/followup/followup.sentences.ts'
import { divisionSentences } from '#web/agencies/divisions/divisions.sentences.ts'
import { intakeSentences } from '#web/case/intake/intake.sentences.ts'
import { calendarSentences } from '#web/calendar/calendar.sentences.ts'
import { interviewSentences } from '#web/case/intake/interview.sentences.ts'
import { confidentialitySentences } from '#web/case/overview/confidentiality.sentences.ts'
import { caseSiteSentences } from '#web/case/overview/site.sentences.ts'
import { ownFieldSentences } from '#web/case/own-fields/own-fields.sentences.ts'
import { planSentences } from '#web/case/plan/plan.sentences.ts'
import { consentSentences } from '#web/consent/consent.sentences.ts'
import { fileCopySentences } from '#web/file-copies/file-copies.sentences.ts'
import { questionnaireSentences } from '#web/instruments/questionnaires/questionnaires.sentences.ts'
import { drawingSentences } from '#web/drawings/drawings.sentences.ts'
import { scaleSentences } from '#web/instruments/scales.sentences.ts'
import { directorySentences } from '#web/directory/directory.sentences.ts'
import { partnerSentences } from '#web/partners/partners.sentences.ts'
import { mergingSentences } from '#web/people/merging.sentences.ts'
import { peopleSentences } from '#web/people/people.sentences.ts'
import { linkSentences } from '#web/secure-links/links.sentences.ts'
import { sharingSentences } from '#web/sharing/sharing.sentences.ts'
import { generalSentences } from './general.sentences.ts'

/** What every module tells people when the server says no. A refusal code without its sentence does not compile. */
export const everySentence = {
  ...generalSentences,
  ...signInSentences,
  ...agencySentences,
  ...settingSentences,
  ...peopleSentences,
  ...mergingSentences,
  ...divisionSentences,
  ...intakeSentences,
  ...interviewSentences,
  ...calendarSentences,
  ...assessmentSentences,
  ...evidenceSentences,
  ...planSentences,
  ...ownFieldSentences,
  ...deliverySentences,
  ...evaluationSentences,
  ...closingSentences,
  ...followupSentences,
  ...confidentialitySentences,
  ...caseSiteSentences,
  ...breakGlassSentences,
  ...attachmentsSentences,
  ...consentSentences,
  ...fileCopySentences,
  ...drawingSentences,
  ...scaleSentences,
  ...questionnaireSentences,
  ...directorySentences,
  ...sharingSentences,
  ...linkSentences,
  ...partnerSentences,
} satisfies Record<RefusalCode, Wording>
