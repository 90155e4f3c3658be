import type { GiveConsent, RecordException, WithdrawConsent, WriteConsentNotice } from '#contract/consent.ts'
import { type Operation, permit, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { lookAtCase, refuseIfArchived } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { capacityFactsOf, guardiansOf, lookAtPerson } from '#server/people/index.ts'
import { refuseIfWithdrawn, refuseTwoPlaces, refuseUnlessWhole, refuseWithoutGround } from './consent.ts'
import {
  insertConsent,
  insertException,
  lookAtConsent,
  lookAtFirstContact,
  saveWithdrawal,
  takesPart,
} from './consents.repository.ts'
import { giverOf, whoGives } from './giver.ts'
import { hasNotice, insertNotice, newestNotice } from './notices.repository.ts'

type Place = Readonly<{ caseId: string | null; inquiryId: string | null }>

/** Where in the story of a case or a first contact it is told; nowhere, where there is neither. */
async function tellWhere(tx: Transaction, { caseId, inquiryId }: Place, ...what: Told) {
  if (caseId !== null) await tellStory(tx, { caseId }, ...what)
  else if (inquiryId !== null) await tellStory(tx, { inquiryId }, ...what)
}
type Told = [
  what: 'consent-given' | 'consent-withdrawn' | 'consent-exception-recorded',
  facts: Readonly<Record<string, string>>,
]

/**
 * Looks at the case or the first contact in which something is given about a person (404), and says whether the act is
 * the actor's (403): in a case its team's, before there is one anybody's who sees the person.
 */
async function permitThere(tx: Transaction, operation: Operation, place: Place) {
  if (place.caseId === null) {
    const contact = place.inquiryId === null ? null : await lookAtFirstContact(tx, place.inquiryId)
    permit(tx.actor, operation, { team: [tx.actor.workerId] })
    return { contact, caseFile: null }
  }
  const caseFile = await lookAtCase(tx, place.caseId)
  permit(tx.actor, operation, { team: caseFile.team })
  return { contact: null, caseFile }
}

/** The same where something new is written: not in two places, and not about somebody else’s. The case, where there is one. */
async function permitToWrite(tx: Transaction, operation: Operation, personId: string, place: Place) {
  refuseTwoPlaces(place) // 422
  const { contact, caseFile } = await permitThere(tx, operation, place) // 404, 403
  const belongs = caseFile
    ? await takesPart(tx, caseFile.id, personId)
    : !contact || contact.clientId === personId || contact.callerId === personId
  if (!belongs) throw new Refusal('consents/not-of-this-case') // 422
  return caseFile
}

/** Writes down a consent that was given, by whoever may give it. */
export async function giveConsent(tx: Transaction, personId: string, given: GiveConsent) {
  const person = await lookAtPerson(tx, personId) // 404
  const caseFile = await permitToWrite(tx, 'consent.give', personId, given) // 404, 403, 422
  if (caseFile) refuseIfArchived(caseFile) // 409
  const today = dayOf(tx.now)
  const giving = whoGives(today, capacityFactsOf(person.sheet))
  const guardians = giving.giver === 'guardian' ? await guardiansOf(tx, personId) : []
  const who = giverOf(given, giving, { id: personId, name: person.sheet.name }, guardians) // 422
  refuseUnlessWhole(given, giving, today) // 422
  if (!(await hasNotice(tx, given.noticeVersion))) throw new Refusal('consents/no-such-notice') // 422
  await insertConsent(tx, personId, given, { who, giving }) // 409
  await tellWhere(tx, given, 'consent-given', { purpose: given.purpose })
}

/** Withdraws a consent, with effect from this second. An archive does not stand in the way: it is the person's right. */
export async function withdrawConsent(
  tx: Transaction,
  personId: string,
  consentId: string,
  { reason }: WithdrawConsent,
) {
  const consent = await lookAtConsent(tx, personId, consentId) // 404
  await permitThere(tx, 'consent.withdraw', consent) // 403
  refuseIfStale(tx, consent.version) // 412
  refuseIfWithdrawn(consent) // 409
  await saveWithdrawal(tx, consent, reason) // 412
  await tellWhere(tx, consent, 'consent-withdrawn', { purpose: consent.purpose })
}

/**
 * Writes down what is done without consent, with its ground (R-282; Personal Information Protection Law, art. 13). A court
 * may ask for what is archived as well.
 */
export async function recordException(tx: Transaction, personId: string, said: RecordException) {
  await lookAtPerson(tx, personId) // 404
  await permitToWrite(tx, 'consent.except', personId, said) // 404, 403, 422
  refuseWithoutGround(said) // 422
  await insertException(tx, personId, said) // 409
  await tellWhere(tx, said, 'consent-exception-recorded', { ground: said.ground })
}

/** Writes the next version of the notice; whoever was slower is told that there is a newer one (409). */
export async function writeNotice(tx: Transaction, notice: WriteConsentNotice) {
  permit(tx.actor, 'consent-notice.write') // 403
  const isNext = notice.version === (await newestNotice(tx)) + 1
  if (!isNext || !(await insertNotice(tx, notice))) throw new Refusal('consents/notice-written-meanwhile') // 409
  tx.saw({ kind: 'consent-notice' })
}
