import type { FamilyMember, FamilySheet } from '#contract/drawings.ts'
import { readGenogram } from '#drawing/genogram/read.ts'
import { DrawingProblem } from '#drawing/reading.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** What the record says of somebody who stands in a family. */
export type Recorded = Readonly<{
  id: string
  name: string
  sex: string
  birthDate: string | null
  birthPrecision: string
}>

/** What is kept of a family: of whom a record exists, no second name, sex or birth. */
export const keptFamily = (family: FamilySheet): FamilySheet => ({
  ...family,
  persons: family.persons.map((person) => (person.personId === null ? person : { ...person, ...unknown })),
})

const unknown = { name: '', sex: 'unknown', birth: null, birthAbout: false } as const

/** The family as this reader sees it: names from the records that they see; of the others only that they belong to it. */
export function shownFamily(family: FamilySheet, records: readonly Recorded[]): FamilySheet {
  const known = new Map(records.map((record) => [record.id, record]))
  return {
    ...family,
    persons: family.persons.map((person) => {
      if (person.personId === null) return person
      const record = known.get(person.personId)
      return record ? { ...person, ...factsOf(record) } : { ...person, ...unknown }
    }),
  }
}

const sexes: Readonly<Record<string, FamilyMember['sex']>> = { '1': 'male', '2': 'female' }

function factsOf({ name, sex, birthDate, birthPrecision }: Recorded) {
  const length = birthPrecision === 'day' ? 10 : birthPrecision === 'month' ? 7 : 4
  return {
    name,
    sex: sexes[sex] ?? ('unknown' as const),
    birth: birthDate === null ? null : birthDate.slice(0, length),
    birthAbout: !['day', 'month', 'year'].includes(birthPrecision),
  }
}

/**
 * Somebody who stands twice in a family, since two records of theirs were merged, as one symbol that has all lines of both. What
 * nobody could draw then (a partner of themself, their own ancestor) stays as two, until somebody takes one out.
 */
export function withEachOnce(family: FamilySheet): FamilySheet {
  const first = new Map<string, FamilyMember>()
  const same = new Map<string, string>()
  for (const person of family.persons) {
    const known = person.personId === null ? undefined : first.get(person.personId)
    if (known) same.set(person.id, known.id)
    else if (person.personId !== null) first.set(person.personId, person)
  }
  if (same.size === 0) return family
  const joined = joinedBy(family, (id) => same.get(id) ?? id)
  return isDrawable(joined) ? joined : family
}

function joinedBy(family: FamilySheet, now: (id: string) => string): FamilySheet {
  const once = <Row>(rows: readonly Row[]) => [
    ...new Map(rows.map((row) => [JSON.stringify(row), row])).values(),
  ]
  const persons = family.persons
    .filter(({ id }) => now(id) === id)
    .map((person) => {
      const others = family.persons.filter(({ id }) => id !== person.id && now(id) === person.id)
      return others.reduce<FamilyMember>(
        (all, other) => ({
          ...all,
          death: all.death ?? other.death,
          status: all.status === 'living' ? other.status : all.status,
          occupation: all.occupation || other.occupation,
          city: all.city || other.city,
          education: all.education || other.education,
          marks: [...new Set([...all.marks, ...other.marks])],
        }),
        person,
      )
    })
  return {
    persons,
    unions: family.unions.map((union) => ({
      ...union,
      partnerA: now(union.partnerA),
      partnerB: union.partnerB === null ? null : now(union.partnerB),
    })),
    childLinks: once(family.childLinks.map((link) => ({ ...link, child: now(link.child) }))),
    ties: once(family.ties.map((tie) => ({ ...tie, a: now(tie.a), b: now(tie.b) }))).filter(
      ({ a, b }) => a !== b,
    ),
    households: family.households.map((each) => ({ ...each, members: [...new Set(each.members.map(now))] })),
  }
}

function isDrawable(family: FamilySheet): boolean {
  try {
    return readGenogram(family).persons.length > 0
  } catch (problem) {
    if (problem instanceof DrawingProblem) return false
    throw problem
  }
}

const losses: readonly string[] = ['pregnancy', 'miscarriage', 'abortion', 'stillborn']

/** The family without what is sensitive in it: illnesses and misuse, pregnancies and losses, emotional lines. */
export function withoutSensitive(family: FamilySheet): FamilySheet {
  const persons = family.persons.filter(({ status }) => !losses.includes(status))
  const isShown = (id: string) => persons.some((person) => person.id === id)
  return {
    ...family,
    persons: persons.map((person) => ({ ...person, marks: [] })),
    childLinks: family.childLinks.filter(({ child }) => isShown(child)),
    ties: [],
    households: family.households.map((each) => ({ ...each, members: each.members.filter(isShown) })),
  }
}

/** The records that stand in a family. */
export const recordsIn = ({ persons }: FamilySheet): string[] =>
  persons.flatMap(({ personId }) => personId ?? [])

/** Refuses (422) a family that nobody could draw: an id twice, a child of nobody, somebody who is their own ancestor. */
export function refuseUndrawable(family: FamilySheet) {
  if (!isDrawable(family)) throw new Refusal('drawings/not-drawable')
}

/** Refuses (422) to put a record into a family that the writer does not see and that was not in it before. */
export function refuseStrangers(
  family: FamilySheet,
  before: FamilySheet | null,
  inSight: readonly Recorded[],
) {
  const known = new Set([...inSight.map(({ id }) => id), ...(before ? recordsIn(before) : [])])
  if (recordsIn(family).some((id) => !known.has(id))) throw new Refusal('drawings/stranger')
}
