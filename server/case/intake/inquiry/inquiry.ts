import type {
  EmergencyDecision,
  InquiryDecision,
  InquirySheet,
  InquiryState,
  PreliminaryAssessmentSheet,
  Sharing,
} from '#contract/case/intake.ts'
import { standardOf, toldItem } from '#contract/codes/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'

/**
 * A first contact. It may never become a case.
 *
 *   draft ──▶ registered ──▶ assessed ──▶ concluded   accept: opens a case
 *                  └───────────────────────▲          everything else: with its reason
 *                     only information was wanted, or nothing is needed now
 *   assessed ──▶ waiting ──▶ concluded                 no place is free yet
 */
export type Inquiry = Readonly<{
  id: string
  agencyId: string
  state: InquiryState
  sheet: InquirySheet
  /** Since when it says that the use of information was told, and by which version of the notice. */
  told: Readonly<{ noticeVersion: number | null; at: Date }> | null
  emergency: boolean | null
  /** Whether the identity of whoever reported it is kept apart from the sheet. */
  reporterProtected: boolean
  preliminary: PreliminaryAssessmentSheet
  sharing: Sharing | null
  receivedBy: string
  takenBy: string | null
  version: number
}>

export type InquiryStep = 'take' | 'change' | 'decideEmergency' | 'register' | 'assess' | 'share' | 'decide'

/** Which steps each state leaves open; `abilities` on the screen come from here. */
export const stepsFrom = {
  draft: ['take', 'change', 'decideEmergency', 'register'],
  registered: ['take', 'change', 'decideEmergency', 'assess', 'share', 'decide'],
  assessed: ['take', 'change', 'decideEmergency', 'assess', 'share', 'decide'],
  waiting: ['change', 'decideEmergency', 'decide'],
  concluded: [],
} as const satisfies Record<InquiryState, readonly InquiryStep[]>

/** Refuses any step on an inquiry that was concluded, and those that come too early or too late. */
export function refuseUnlessStep(inquiry: Inquiry, step: InquiryStep) {
  const steps: readonly InquiryStep[] = stepsFrom[inquiry.state]
  if (steps.includes(step)) return
  if (inquiry.state === 'concluded') throw new Refusal('intake/concluded')
  throw new Refusal(step === 'register' ? 'intake/already-registered' : 'intake/not-registered')
}

/** An emergency needs its reason and at least one kind of danger; so does the word that there is none its reason. */
export function refuseUnlessReasoned({ emergency, reason, dangerKinds }: EmergencyDecision) {
  whole([
    ['reason', says(reason)],
    ['dangerKinds', !emergency || dangerKinds.length > 0],
  ])
}

/** Registering needs little, but that little whole. */
export function refuseUnlessRegistrable({ sheet, emergency, reporterProtected }: Inquiry) {
  const source = sheet.source && standardOf(sheet.source)
  const sent = source === 'introduced' || source === 'transferred'
  whole([
    ['source', source !== null],
    ['helpType', sheet.helpType !== null],
    ['clientId', sheet.clientId !== null],
    ['trouble', says(sheet.trouble)],
    ['situation', says(sheet.situation)],
    ['willingness', sheet.willingness !== null],
    ['involuntaryGround', sheet.clientType === 'voluntary' || sheet.involuntaryGround !== null],
    ['referrerName', !sent || reporterProtected || says(sheet.referrerName)],
    ['emergency', emergency !== null],
  ])
}

/** What was registered can be put right, but not be taken back: who, from where and what for stay answered. */
export function refuseUnlessStillRegistered(
  { state }: Inquiry,
  { source, helpType, clientId }: InquirySheet,
) {
  if (state === 'draft') return
  whole([
    ['source', source !== null],
    ['helpType', helpType !== null],
    ['clientId', clientId !== null],
  ])
}

/** Whoever is protected is not named in the open, not even by somebody who did not know. */
export function refuseToNameTheReporter(
  { reporterProtected }: Inquiry,
  { callerId, callerRelation, referrerName }: InquirySheet,
) {
  if (reporterProtected && (callerId !== null || callerRelation !== null || referrerName !== ''))
    throw new Refusal('intake/reporter-is-protected')
}

/** Sharing needs the five questions answered; each earlier attempt says whom they asked and what came of it. */
export function refuseUnlessShareable({ preliminary: p }: Inquiry) {
  const { soughtHelpBefore, earlierHelp } = p
  whole([
    ['willingness', p.willingness !== null],
    ['problems', says(p.problems)],
    ['howItArose', says(p.howItArose)],
    ['expectation', says(p.expectation)],
    ['soughtHelpBefore', soughtHelpBefore !== null],
    ['earlierHelp', soughtHelpBefore !== true || earlierHelp.length > 0],
    ...earlierHelp.flatMap(({ askedWhom, result }, index) => [
      [`earlierHelp.${index}.askedWhom`, says(askedWhom)] as const,
      [`earlierHelp.${index}.result`, result !== null] as const,
    ]),
    ['agencyResources', p.agencyResources !== null],
    ['workerAbility', p.workerAbility !== null],
    ['reconcilable', p.reconcilable !== null],
    ['inScope', p.inScope !== null],
    ['inArea', p.inArea !== null],
    ['hasCapacity', p.hasCapacity !== null],
    ['riskLevel', p.riskLevel !== null],
  ])
}

/** What needs no five questions: the caller only wanted to know something, or nothing is needed now. */
const needsNoAssessment: readonly string[] = ['information-only', 'not-now']

/** Refuses a decision whose ground is missing. Acceptance: everything told, able, and wished for, unless it is an emergency. */
export function refuseUnlessDecidable(inquiry: Inquiry, decision: InquiryDecision) {
  whole([
    ['reason', says(decision.reason)],
    ['informationGiven', decision.decision !== 'information-only' || says(decision.informationGiven)],
    ['referredTo', decision.decision !== 'refer' || says(decision.referredTo)],
    ['referralReason', decision.decision !== 'refer' || decision.referralReason !== null],
    ['notNowReason', decision.decision !== 'not-now' || decision.notNowReason !== null],
    ['caseManagerId', decision.decision !== 'accept' || decision.caseManagerId !== null],
    ['serviceFields', decision.decision !== 'accept' || decision.serviceFields.length > 0],
  ])
  if (inquiry.state === 'waiting' && decision.decision === 'wait') throw new Refusal('intake/waits-already')
  const isAssessed = inquiry.state === 'assessed' || inquiry.state === 'waiting'
  if (!isAssessed && !needsNoAssessment.includes(decision.decision)) throw new Refusal('intake/not-shared')
  if (decision.decision === 'accept') refuseUnlessAcceptable(inquiry)
}

/** told everything; agency and worker able; the client wishes it. An emergency overrides the last two. */
function refuseUnlessAcceptable({ sheet, emergency, preliminary, sharing }: Inquiry) {
  if (toldItem.codes.some((item) => !sheet.toldItems.includes(item))) throw new Refusal('intake/not-all-told')
  if (emergency) return
  const able = preliminary.agencyResources !== 'no' && preliminary.workerAbility !== 'no'
  if (!able || !preliminary.inScope || !preliminary.inArea || !preliminary.reconcilable)
    throw new Refusal('intake/not-able')
  if (!sharing?.clientWishes) throw new Refusal('intake/client-does-not-wish')
}
