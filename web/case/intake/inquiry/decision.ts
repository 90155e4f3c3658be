import type { InquiryDecision, InquiryView } from '#contract/case/intake.ts'
import { intakeDecision } from '#contract/codes/index.ts'

/** A decision as it is being made: nothing chosen yet. */
export type DecisionDraft = Omit<InquiryDecision, 'decision'> & {
  decision: InquiryDecision['decision'] | null
}

/** An empty decision; whoever decides is proposed as case manager when they do case work. */
export const emptyDecision = (caseManagerId: string | null): DecisionDraft => ({
  decision: null,
  reason: '',
  informationGiven: '',
  referredTo: '',
  referralReason: null,
  notNowReason: null,
  potentialKind: null,
  caseManagerId,
  serviceFields: [],
  siteId: null,
})

/** What may be decided now: all once the assessment was shared; before that only what needs none. */
export const possibleDecisions = ({ sharing, state }: Pick<InquiryView, 'sharing' | 'state'>) =>
  intakeDecision.codes
    .filter((code) => sharing !== null || code === 'information-only' || code === 'not-now')
    // Whoever waits already is not put on the list again.
    .filter((code) => state !== 'waiting' || code !== 'wait')

/** Only what belongs to the decision made is sent: an acceptance names no agency, a referral no case manager. */
export function decisionToSend(draft: DecisionDraft): Partial<InquiryDecision> {
  const { decision, reason, informationGiven, potentialKind } = draft
  if (decision === null) return { reason }
  const own = {
    accept: {
      caseManagerId: draft.caseManagerId,
      serviceFields: draft.serviceFields,
      siteId: draft.siteId,
    },
    refer: { referredTo: draft.referredTo, referralReason: draft.referralReason },
    'information-only': { informationGiven, potentialKind },
    wait: {},
    'short-term': { informationGiven },
    'not-now': { notNowReason: draft.notNowReason, potentialKind },
    'not-accepted': { informationGiven, potentialKind },
  }
  return { decision, reason, ...own[decision] }
}
