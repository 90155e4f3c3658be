import { noticeIsOwed } from '#contract/case/notice-first.ts'
import { EmergencyDecision, InquiryDecision, type InquiryView } from '#contract/case/intake.ts'
import { abilityFor, type Operation, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { mayBeUnder14 } from '#server/people/index.ts'
import { together } from '#server/platform/database/together.ts'
import { givenAt } from '../reception/information.repository.ts'
import { type DeskDetails, deskDetails, type InquiryDetails, inquiryDetails } from './inquiry.queries.ts'
import { lookAtInquiry } from './inquiry.repository.ts'
import { reporterSight } from './reporter.repository.ts'
import { type Inquiry, type InquiryStep, stepsFrom } from './inquiry.ts'

/** The inquiry as this reader sees it, with what they may do next. */
export async function viewInquiry(tx: Transaction, id: string): Promise<InquiryView> {
  // All of it travels with the look; where that finds nothing, nothing of the rest is used.
  const [inquiry, details, desk, { may, mine }, given] = await together([
    lookAtInquiry(tx, id),
    inquiryDetails(tx, id),
    deskDetails(tx, id),
    reporterSight(tx, id),
    givenAt(tx, id),
  ])
  return {
    id,
    state: inquiry.state,
    receivedAt: details.receivedAt.toISOString(),
    receivedBy: { id: details.receiverId, name: details.receiverName },
    sheet: inquiry.sheet,
    told: inquiry.told && { ...inquiry.told, at: inquiry.told.at.toISOString() },
    caller: personLine(details.callerId, details.callerName, details.callerBirthDate, details.callerSex),
    noticeOwed: noticeIsOwed(inquiry),
    client: clientLine(tx, details),
    emergency: emergencyFrom(inquiry, details),
    preliminaryAssessment: inquiry.preliminary,
    sharing:
      inquiry.sharing && details.sharedAt
        ? { ...inquiry.sharing, sharedAt: details.sharedAt.toISOString() }
        : null,
    reporter: {
      protected: inquiry.reporterProtected,
      sight: inquiry.reporterProtected && may ? abilityFor(tx.actor, 'reporter.read', {}, true) : 'not-you',
      mine,
    },
    ...deskFrom(desk),
    given,
    conclusion: conclusionFrom(details),
    version: inquiry.version,
    abilities: abilitiesOf(tx, inquiry),
  }
}

const personLine = (id: string | null, name: string | null, birthDate: string | null, sex: string | null) =>
  id === null || name === null ? null : { id, name, birthDate, sex: sex ?? '9' }

function clientLine(tx: Transaction, details: InquiryDetails): InquiryView['client'] {
  const { clientId, clientName, clientBirthDate, clientSex, clientLanguage, clientBirthPrecision } = details
  const line = personLine(clientId, clientName, clientBirthDate, clientSex)
  if (line === null) return null
  const birth = { birthDate: clientBirthDate, birthPrecision: clientBirthPrecision ?? 'day' }
  return { ...line, language: clientLanguage ?? '', underFourteen: mayBeUnder14(dayOf(tx.now), birth) }
}

function deskFrom(
  details: DeskDetails,
): Pick<InquiryView, 'takenBy' | 'dueAt' | 'outsideHours' | 'outreach'> {
  const { takerId, takerName, outreachId, outreachPlace, outreachHeldOn } = details
  return {
    takenBy: takerId === null || takerName === null ? null : { id: takerId, name: takerName },
    dueAt: details.dueAt.toISOString(),
    outsideHours: details.outsideHours,
    outreach:
      outreachId === null || outreachPlace === null || outreachHeldOn === null
        ? null
        : { id: outreachId, place: outreachPlace, heldOn: outreachHeldOn },
  }
}

function emergencyFrom({ emergency }: Inquiry, details: InquiryDetails): InquiryView['emergency'] {
  const { emergencyDeciderId, emergencyDeciderName, emergencyDecidedAt } = details
  if (emergency === null || !emergencyDeciderId || !emergencyDeciderName || !emergencyDecidedAt) return null
  return {
    decision: EmergencyDecision.parse({
      emergency,
      reason: details.emergencyReason,
      dangerKinds: details.dangerKinds,
    }),
    decidedBy: { id: emergencyDeciderId, name: emergencyDeciderName },
    decidedAt: emergencyDecidedAt.toISOString(),
  }
}

function conclusionFrom(details: InquiryDetails): InquiryView['conclusion'] {
  const { decision, decisionReason: reason, deciderId, deciderName, decidedAt, caseId } = details
  if (decision === null || !deciderId || !deciderName || !decidedAt) return null
  const { informationGiven, referredTo, referralReason, notNowReason, potentialKind } = details
  const { caseManagerId, serviceFields } = details
  const given = {
    decision,
    reason,
    informationGiven,
    referredTo,
    referralReason,
    notNowReason,
    potentialKind,
    caseManagerId,
    serviceFields: serviceFields ?? [],
  }
  return {
    ...InquiryDecision.parse(given),
    decidedBy: { id: deciderId, name: deciderName },
    decidedAt: decidedAt.toISOString(),
    caseId,
  }
}

const operationOf = {
  take: 'inquiry.take',
  change: 'inquiry.change',
  decideEmergency: 'inquiry.change',
  register: 'inquiry.register',
  assess: 'inquiry.assess',
  share: 'inquiry.assess',
  decide: 'inquiry.decide',
} as const satisfies Record<InquiryStep, Operation>

function abilitiesOf({ actor }: Transaction, { state }: Inquiry): InquiryView['abilities'] {
  const steps: readonly InquiryStep[] = stepsFrom[state]
  const ability = (step: InquiryStep) => abilityFor(actor, operationOf[step], {}, steps.includes(step))
  return {
    change: ability('change'),
    decideEmergency: ability('decideEmergency'),
    register: ability('register'),
    assess: ability('assess'),
    share: ability('share'),
    decide: ability('decide'),
    take: ability('take'),
  }
}
