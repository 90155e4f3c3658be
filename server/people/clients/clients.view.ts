import type { ClientKindList, ClientKindQuery, SafeContactView, StandingList } from '#contract/clients.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { lookAtPerson, lookAtWholePerson } from '../people.repository.ts'
import { kindsIn, lookAtPlace } from './kinds.repository.ts'
import { safeWaysOf } from './safe-contacts.repository.ts'
import { earlierHelpOf, standingsOf } from './standings.repository.ts'

/** Who somebody is to the agency over time, and what help they sought before. */
export async function viewStandings(tx: Transaction, personId: string): Promise<StandingList> {
  await lookAtPerson(tx, personId) // 404
  return {
    standings: await standingsOf(tx, personId),
    earlierHelp: await earlierHelpOf(tx, personId),
    abilities: { say: abilityFor(tx.actor, 'client.say-standing', {}, true) },
  }
}

/** Whether the client of a case or a first contact comes of their own will, over time. */
export async function viewClientKinds(
  tx: Transaction,
  personId: string,
  query: ClientKindQuery,
): Promise<ClientKindList> {
  await lookAtPerson(tx, personId) // 404
  const place = await lookAtPlace(tx, query) // 404
  const own = place.personId === personId
  return {
    personId,
    kinds: own ? await kindsIn(tx, place) : [],
    abilities: { say: abilityFor(tx.actor, 'client.say-kind', {}, own) },
  }
}

/** How somebody is reached without danger. */
export async function viewSafeContacts(tx: Transaction, personId: string): Promise<SafeContactView> {
  const { sheet } = await lookAtWholePerson(tx, personId) // 404
  return {
    ...(await safeWaysOf(tx, personId)),
    words: sheet.safeContact,
    phone: sheet.phone,
    abilities: { change: abilityFor(tx.actor, 'person.change', {}, true) },
  }
}
