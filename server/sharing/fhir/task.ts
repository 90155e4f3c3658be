import type { Organization, Patient, PractitionerRole, ServiceRequest, Task } from '@medplum/fhirtypes'
import type { ReferralState, ReferralUrgency } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'
import { say } from './fhir-words.ts'
import { idsOf, referenceTo } from './parties.ts'
import { priorityOf, taskStatusOf } from './states.ts'
import { ownConcept, restricted, systems } from './systems.ts'

/** How a referral stands, for the partner that it was sent to. It says nothing of the client. */
export type Standing = Readonly<{
  id: string
  state: ReferralState
  urgency: ReferralUrgency
  stateWords: string
  outcome: string
  firstHelpOn: string | null
  sentAt: Date
  movedAt: Date
  replyBy: string
  version: number
  language: Language
  fromAgency: string
  receiverName: string
}>

// Why it stands as it does is told where a receiver must say it. What the client said to the referrer is not the partner’s.
const withReason: readonly ReferralState[] = ['rejected', 'on-hold', 'failed']
const isOver: readonly ReferralState[] = ['completed', 'client-confirmed']

/** A referral as the Task that its receiver answers (Gravity SDOH referral management, in the codes of R4). */
export function taskOf(standing: Standing): Task {
  const { id, state, language, stateWords, outcome, firstHelpOn, movedAt, sentAt } = standing
  const ids = idsOf(id)
  const reason = withReason.includes(state) && /\S/u.test(stateWords) ? stateWords : null
  return {
    resourceType: 'Task',
    id,
    meta: {
      versionId: String(standing.version),
      lastUpdated: movedAt.toISOString(),
      security: [restricted],
    },
    language,
    identifier: [{ system: systems.uri, value: `urn:uuid:${id}` }],
    status: taskStatusOf[state],
    ...(reason === null ? {} : { statusReason: { text: reason } }),
    businessStatus: ownConcept('referralState', state, language),
    intent: 'order',
    priority: priorityOf[standing.urgency],
    code: { coding: [{ system: systems.taskCode, code: 'fulfill' }] },
    focus: referenceTo<ServiceRequest>('ServiceRequest', id),
    for: referenceTo<Patient>('Patient', ids.patient),
    authoredOn: sentAt.toISOString(),
    lastModified: movedAt.toISOString(),
    requester: {
      ...referenceTo<PractitionerRole>('PractitionerRole', ids.sender),
      display: standing.fromAgency,
    },
    owner: { ...referenceTo<Organization>('Organization', ids.to), display: standing.receiverName },
    restriction: { period: { end: standing.replyBy } },
    ...(firstHelpOn === null ? {} : { executionPeriod: { start: firstHelpOn } }),
    ...(isOver.includes(state) && /\S/u.test(outcome)
      ? { output: [{ type: { text: say('report', language) }, valueString: outcome }] }
      : {}),
  }
}
