import { type PartialDate, shortYearOf, yearOf, fullYears } from '../partial-date.ts'
import { initialsOf, widthOf, wrapped } from '../text.ts'
import type { Person, Union } from './model.ts'

/** Lengths of the picture, in pixels; the unit is the side of a square. */
export const unit = 40
export const sizes = {
  rowDistance: 180,
  betweenSiblings: 24,
  betweenFamilies: 60,
  barDepth: 30,
  barStep: 14,
  label: 12,
  line: 14,
  small: 11,
  widestLabel: 132,
} as const

/** What one person is drawn with, and how much room it takes around the middle of the symbol. */
export type Sketch = Readonly<{
  person: Person
  /** Half the width of the symbol. */
  half: number
  lines: readonly string[]
  labelHalf: number
  /** Years above the symbol at its left and right, with how far they reach from the middle. */
  birth: string
  death: string
  leftReach: number
  rightReach: number
  age: string
}>

export type Telling = Readonly<{ initials: boolean; income: boolean; day: PartialDate }>

const smallStatuses = new Set(['miscarriage', 'abortion', 'stillborn'])

const halves: Readonly<Partial<Record<Person['status'], number>>> = {
  miscarriage: 5,
  abortion: 6,
  stillborn: unit / 4,
}

export function sketchOf(person: Person, { initials, income, day }: Telling, shortName: string): Sketch {
  const lines = labelOf(person, initials, shortName)
  const isSmall = smallStatuses.has(person.status)
  const half = (halves[person.status] ?? unit / 2) + (person.index ? 4 : 0)
  const about = person.birthAbout ? '~' : ''
  const birth = person.birth === null || isSmall ? '' : `${about}${yearOf(person.birth)}`
  const death = person.death === null || isSmall ? '' : yearOf(person.death)
  const reach = (text: string) => (text === '' ? 0 : widthOf(text, sizes.small) + 9)
  const paid = income && !initials && person.income !== '' ? widthOf(person.income, sizes.small) / 2 + 2 : 0
  const cornered = person.marks.some((mark) => ['smoker', 'obesity', 'language-problem'].includes(mark))
    ? half + 14
    : half
  return {
    person,
    half,
    lines,
    labelHalf: Math.max(0, ...lines.map((line) => widthOf(line, sizes.label) / 2)),
    birth,
    death,
    leftReach: Math.max(person.marks.includes('secret') ? half + 13 : half, reach(birth), paid),
    rightReach: Math.max(cornered, reach(death), paid),
    age: ageOf(person, day),
  }
}

/** Name in at most two lines, then what else is known; nothing beyond the initials where the picture is for others. */
function labelOf(person: Person, initials: boolean, shortName: string): string[] {
  if (initials) return shortName === '' ? [] : [shortName]
  const names = person.name === '' ? [] : wrapped(person.name, sizes.widestLabel, sizes.label, 2)
  const known = [person.occupation, person.city, person.education].filter((text) => text !== '')
  const room = 3 - names.length
  const facts = known.length > room ? [...known.slice(0, room - 1), known.slice(room - 1).join(' · ')] : known
  const loss = smallStatuses.has(person.status) ? (person.death ?? person.birth) : null
  return [
    ...names,
    ...(loss === null ? [] : [yearOf(loss)]),
    ...facts.flatMap((fact) => wrapped(fact, sizes.widestLabel, sizes.label, 1)),
  ].slice(0, 3)
}

/** The age inside the symbol: of the dead, the age at their death. */
function ageOf({ birth, birthAbout, death, status }: Person, day: PartialDate): string {
  if (status !== 'living' && status !== 'deceased') return ''
  const years = status === 'deceased' ? fullYears(birth, death) : fullYears(birth, day)
  return years === null ? '' : `${birthAbout ? '~' : ''}${years}`
}

/** The initials of everybody; where two would be told by the same, they are numbered. */
export function shortNamesOf(persons: readonly Person[]): ReadonlyMap<string, string> {
  const found = persons.map(({ id, name }) => ({ id, short: name === '' ? '' : initialsOf(name) }))
  const alike = new Map<string, number>()
  for (const { short } of found) alike.set(short, (alike.get(short) ?? 0) + 1)
  const seen = new Map<string, number>()
  return new Map(
    found.map(({ id, short }) => {
      const number = (seen.get(short) ?? 0) + 1
      seen.set(short, number)
      return [id, short === '' || alike.get(short) === 1 ? short : `${short} ${number}`]
    }),
  )
}

/** What stands on the bar of a couple: `m 1970`, `LT 97`, `s 95`, `d 97`, `remar 00` (standard sheet of symbols). */
export function barWords({ type, start, separation, divorce, reunion }: Union): string {
  const began = {
    marriage: 'm',
    cohabitation: 'LT',
    committed: 'LT',
    affair: '',
    'secret-affair': '',
    other: '',
  }[type]
  const since =
    start === null ? '' : `${began} ${type === 'marriage' ? yearOf(start) : shortYearOf(start)}`.trim()
  return [
    since,
    separation === null ? '' : `s ${shortYearOf(separation)}`,
    divorce === null ? '' : `d ${shortYearOf(divorce)}`,
    reunion === null ? '' : `remar ${shortYearOf(reunion)}`,
  ]
    .filter((word) => word !== '')
    .join(' ')
}
