import { accountRefusals } from './account.ts'
import { agencyRefusals } from './agencies.ts'
import { attachmentRefusals } from './case/attachments.ts'
import { confidentialityRefusals } from './case/confidentiality.ts'
import { caseSiteRefusals } from './case/site.ts'
import { assessmentRefusals } from './case/assessment.ts'
import { clientRefusals } from './clients.ts'
import { familyRefusals } from './families.ts'
import { fileCopyRefusals } from './file-copies.ts'
import { breakGlassRefusals } from './break-glass.ts'
import { closingRefusals } from './case/closing.ts'
import { deliveryRefusals } from './case/delivery.ts'
import { evaluationRefusals } from './case/evaluation.ts'
import { evidenceRefusals } from './case/evidence.ts'
import { followupRefusals } from './case/followup.ts'
import { crisisRefusals } from './case/crisis.ts'
import { divisionRefusals } from './case/divisions.ts'
import { intakeRefusals } from './case/intake.ts'
import { interviewRefusals } from './case/interview.ts'
import { outlineRefusals } from './case/interview-outlines.ts'
import { ownFieldRefusals } from './case/own-fields.ts'
import { webFormRefusals } from './case/web-form.ts'
import { waitingRefusals } from './case/waiting.ts'
import { planRefusals } from './case/plan.ts'
import { calendarRefusals } from './calendar.ts'
import { consentRefusals } from './consent.ts'
import { directoryRefusals } from './directory.ts'
import { exportRefusals } from './exports.ts'
import { peopleRefusals } from './people.ts'
import { questionnaireRefusals } from './questionnaires/answered.ts'
import { drawingRefusals } from './drawings.ts'
import { scaleRefusals } from './scales.ts'
import { partnerRefusals } from './partners.ts'
import { personMergeRefusals } from './person-merges.ts'
import { settingRefusals } from './settings/index.ts'
import { clientLinkRefusals } from './client-links.ts'
import { linkRefusals } from './secure-links.ts'
import { sharingRefusals } from './sharing.ts'

/**
 * Why a no is a no. The server maps each kind to one HTTP status:
 * who (401), not-you (403), unseen (404), not-now (409), gone (410), stale (412), unfinished (422: the record is not whole yet),
 * malformed (400), version-missing (428), too-much (413/429), away (503), fault (500).
 */
export type RefusalKind =
  | 'who'
  | 'not-you'
  | 'unseen'
  | 'not-now'
  | 'gone'
  | 'stale'
  | 'unfinished'
  | 'malformed'
  | 'version-missing'
  | 'too-large'
  | 'too-many'
  | 'away'
  | 'fault'

export type RefusalList = Readonly<Record<string, RefusalKind>>

/** The noes that belong to no one module. */
const generalRefusals = {
  'not-signed-in': 'who',
  'wrong-password': 'who',
  'not-allowed': 'not-you',
  'level-too-low': 'not-you',
  'own-work': 'not-you',
  'not-found': 'unseen',
  'changed-meanwhile': 'stale',
  'version-missing': 'version-missing',
  'key-used-differently': 'unfinished',
  'already-there': 'not-now',
  'record-is-signed': 'not-now',
  'case-is-archived': 'not-now',
  'case-is-closed': 'not-now',
  'wrong-stage': 'not-now',
  'sheet-unfinished': 'unfinished',
  'invalid-input': 'malformed',
  'invalid-json': 'malformed',
  'not-json': 'malformed',
  'cross-site': 'not-you',
  'too-large': 'too-large',
  'too-many-requests': 'too-many',
  'already-set-up': 'not-now',
  'wrong-setup-token': 'not-you',
  'database-away': 'away',
  fault: 'fault',
} as const satisfies RefusalList

/** Every way the system says no, with its kind. Server and web must answer for each one, or they do not compile. */
export const refusals = {
  ...generalRefusals,
  ...accountRefusals,
  ...agencyRefusals,
  ...peopleRefusals,
  ...personMergeRefusals,
  ...clientRefusals,
  ...familyRefusals,
  ...intakeRefusals,
  ...crisisRefusals,
  ...webFormRefusals,
  ...waitingRefusals,
  ...interviewRefusals,
  ...outlineRefusals,
  ...assessmentRefusals,
  ...evidenceRefusals,
  ...planRefusals,
  ...ownFieldRefusals,
  ...deliveryRefusals,
  ...evaluationRefusals,
  ...closingRefusals,
  ...followupRefusals,
  ...confidentialityRefusals,
  ...caseSiteRefusals,
  ...breakGlassRefusals,
  ...attachmentRefusals,
  ...consentRefusals,
  ...fileCopyRefusals,
  ...calendarRefusals,
  ...exportRefusals,
  ...directoryRefusals,
  ...drawingRefusals,
  ...scaleRefusals,
  ...questionnaireRefusals,
  ...divisionRefusals,
  ...settingRefusals,
  ...sharingRefusals,
  ...linkRefusals,
  ...clientLinkRefusals,
  ...partnerRefusals,
} as const
export type RefusalCode = keyof typeof refusals
export const refusalCodes = Object.keys(refusals) as RefusalCode[]
