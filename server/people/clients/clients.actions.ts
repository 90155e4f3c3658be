import type { SafeContactSheet, SayClientKind, SayStanding } from '#contract/clients.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'
import { lookAtPerson } from '../people.repository.ts'
import { insertKind, lookAtPlace } from './kinds.repository.ts'
import { refuseUnlessOpen } from './open-case.ts'
import { safeWaysOf, saveSafeWays } from './safe-contacts.repository.ts'
import { insertStanding, standingsOf } from './standings.repository.ts'

/** Says who somebody is to the agency from a day on; a conversion names the kind it came from. */
export async function sayStanding(tx: Transaction, personId: string, said: SayStanding) {
  await lookAtPerson(tx, personId, { lock: true }) // 404; locked, so that two acts follow each other
  permit(tx.actor, 'client.say-standing') // 403
  whole([
    ['kind', said.standing === 'client' || said.kind !== null],
    ['since', said.since <= dayOf(tx.now), 'date/out-of-range'],
  ]) // 422
  const [present] = await standingsOf(tx, personId)
  const kind = said.standing === 'client' ? (present?.kind ?? null) : said.kind
  if (present?.standing === said.standing && present.kind === kind)
    throw new Refusal('people/standing-is-so-already') // 409
  await insertStanding(tx, personId, { ...said, kind })
}

/** Says whether somebody comes of their own will, in their case or first contact. */
export async function sayClientKind(tx: Transaction, personId: string, said: SayClientKind) {
  await lookAtPerson(tx, personId) // 404
  const { caseId, inquiryId } = said
  const place = await lookAtPlace(tx, {
    ...(caseId === null ? {} : { caseId }),
    ...(inquiryId === null ? {} : { inquiryId }),
  }) // 404
  permit(tx.actor, 'client.say-kind') // 403
  if (place.personId !== personId) throw new Refusal('people/not-a-client-here') // 409
  refuseUnlessOpen(place.state) // 409
  const compelled = said.kind === 'involuntary'
  whole([
    ['inquiryId', caseId === null || inquiryId === null],
    ['ground', compelled === (said.ground !== null)],
    ['approach', !compelled || !says(said.resistance) || says(said.approach)],
    ['since', said.since <= dayOf(tx.now), 'date/out-of-range'],
  ]) // 422
  await insertKind(tx, personId, said)
}

/** Writes how somebody is reached without danger, whole. */
export async function changeSafeContacts(tx: Transaction, personId: string, { ways }: SafeContactSheet) {
  await lookAtPerson(tx, personId, { lock: true }) // 404
  permit(tx.actor, 'person.change') // 403
  const { version } = await safeWaysOf(tx, personId)
  await saveSafeWays(tx, personId, { ways, version }) // 412
}
