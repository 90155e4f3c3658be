import type { FilePart } from '#contract/codes/index.ts'
import type { FirstContactFacts } from '#server/documents/gathering/index.ts'
import type { CaseFacts } from '#server/documents/index.ts'

type LeftOut = ReadonlySet<FilePart>

/**
 * The facts of a case without what is left out of a copy: a part is gone wherever a form quotes it, data of other
 * people and contact details from every form. What people wrote in sentences is not searched: whoever decides reads it.
 */
export function withoutParts(facts: CaseFacts, leftOut: LeftOut): CaseFacts {
  const kept = <Fact>(part: FilePart, fact: Fact): Fact | null => (leftOut.has(part) ? null : fact)
  const assessment = kept('assessment', facts.assessment)
  const plan = kept('plan', facts.plan)
  const evaluation = kept('closing', facts.evaluation)
  const whole: CaseFacts = {
    ...facts,
    circumstances: { ...facts.circumstances, health: kept('assessment', facts.circumstances.health) },
    // The list of what lies in the file would name what is left out.
    caseFile: { ...facts.caseFile, contents: leftOut.size > 0 ? [] : facts.caseFile.contents },
    firstContact: kept('first-contact', facts.firstContact),
    interview: kept('interviews', facts.interview),
    interviews: leftOut.has('interviews') ? [] : facts.interviews,
    consents: leftOut.has('consents') ? [] : facts.consents,
    assessment,
    plan: plan && {
      ...plan,
      goals: plan.goals.map((goal) => ({ ...goal, need: kept('assessment', goal.need) })),
    },
    records: leftOut.has('process-records') ? [] : facts.records,
    evaluation: evaluation && { ...evaluation, goals: leftOut.has('plan') ? [] : evaluation.goals },
    closing: kept('closing', facts.closing),
  }
  const alone = leftOut.has('other-people') ? withoutOthers(whole) : whole
  return leftOut.has('contact-details') ? withoutContact(alone) : alone
}

function withoutOthers(facts: CaseFacts): CaseFacts {
  const { client, circumstances, firstContact, interviews, consents, assessment, closing } = facts
  return {
    ...facts,
    client: { ...client, guardians: [], emergencyContacts: [] },
    circumstances: { ...circumstances, family: [], informalSupport: [] },
    firstContact: firstContact && { ...firstContact, caller: null },
    interviews: interviews.map((one) => ({ ...one, attendees: [], participants: null })),
    consents: consents.map((one) => ({ ...one, witness: null })),
    assessment: assessment && { ...assessment, informants: [], crossChecks: [] },
    closing: closing && { ...closing, caregivers: [] },
  }
}

const withoutContact = (facts: CaseFacts): CaseFacts => ({
  ...facts,
  client: { ...facts.client, ...nowhere },
})

/** The same of the first contact, which has facts of its own. */
export function firstContactWithout(facts: FirstContactFacts, leftOut: LeftOut): FirstContactFacts {
  const { client } = facts
  const others = leftOut.has('other-people')
  const shown = client && {
    ...client,
    ...(others ? { guardians: [], emergencyContacts: [] } : {}),
    ...(leftOut.has('contact-details') ? nowhere : {}),
  }
  return { ...facts, client: shown, referrerName: others ? null : facts.referrerName }
}

const nowhere = { address: null, registeredAddress: null, phone: null, safeContact: null }
