import { hasComeBy, type PartialDate } from '../partial-date.ts'
import type { Genogram, Person, Union } from './model.ts'

export type Hidden = Readonly<{
  /** Miscarriages, abortions and stillbirths are left out, where the client wishes it. */
  losses?: boolean
  /** The dead are drawn as anybody else, where the client wishes it. */
  deceased?: boolean
}>

const losses = new Set(['miscarriage', 'abortion', 'stillborn'])

/**
 * The family as it was on a day, null for all that is known: without whoever was not yet born, couples not yet together,
 * ties not yet or no longer there; and without what the client does not want to be shown.
 */
export function shownOf(genogram: Genogram, day: PartialDate | null, hide: Hidden = {}): Genogram {
  const persons = genogram.persons
    .filter(({ status }) => hide.losses !== true || !losses.has(status))
    .filter(({ birth }) => birth === null || hasComeBy(birth, day))
    .map((person) => (hide.deceased === true ? withoutDeath(person) : personOn(person, day)))
  const there = new Set(persons.map(({ id }) => id))
  const unions = genogram.unions.flatMap((union) => unionOn(union, day, there))
  const known = new Set(unions.map(({ id }) => id))
  return {
    persons,
    unions,
    childLinks: genogram.childLinks.filter(
      ({ union, child, adoptedOn }) =>
        known.has(union) && there.has(child) && (adoptedOn === null || hasComeBy(adoptedOn, day)),
    ),
    ties: genogram.ties.filter(
      ({ a, b, start, end }) =>
        there.has(a) &&
        there.has(b) &&
        (start === null || hasComeBy(start, day)) &&
        (end === null || day === null || !hasComeBy(end, day)),
    ),
    households: genogram.households
      .map((household) => ({
        ...household,
        members: household.members.filter((member) => there.has(member)),
      }))
      .filter(({ members }) => members.length > 0),
  }
}

const withoutDeath = (person: Person): Person =>
  person.status === 'deceased' ? { ...person, status: 'living', death: null, cause: '' } : person

const personOn = (person: Person, day: PartialDate | null): Person =>
  person.death === null || hasComeBy(person.death, day) ? person : withoutDeath(person)

function unionOn(union: Union, day: PartialDate | null, there: ReadonlySet<string>): Union[] {
  const partners = [union.partnerA, union.partnerB].filter((id) => id !== null && there.has(id))
  const [partnerA, partnerB = null] = partners
  if (partnerA === undefined || partnerA === null) return []
  if (union.start !== null && !hasComeBy(union.start, day)) return []
  const come = (date: PartialDate | null) => (date !== null && hasComeBy(date, day) ? date : null)
  const [separation, divorce, reunion] = [come(union.separation), come(union.divorce), come(union.reunion)]
  return [
    {
      ...union,
      partnerA,
      partnerB,
      separation,
      divorce,
      reunion,
      separated: union.separated && (union.separation === null || separation !== null),
      divorced: union.divorced && (union.divorce === null || divorce !== null),
      reunited: union.reunited && reunion !== null,
    },
  ]
}
