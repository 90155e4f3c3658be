import { codeFrom, DrawingProblem, Entry, refuseTwice } from '../reading.ts'
import { refuseImpossible } from './impossible.ts'
import {
  byId,
  type ChildKind,
  childKinds,
  type ChildLink,
  type Gender,
  type Genogram,
  type Household,
  type Mark,
  marks,
  type Person,
  type Status,
  statuses,
  type Tie,
  tieKinds,
  type TieKind,
  type Union,
  unionTypes,
  type UnionType,
} from './model.ts'

const genderWords: Readonly<Record<string, Gender>> = {
  '0': 'unknown',
  '9': 'unknown',
  '1': 'male',
  '2': 'female',
  m: 'male',
  f: 'female',
  man: 'male',
  woman: 'female',
  'trans-man': 'male',
  'trans-woman': 'female',
  other: 'unknown',
  'non-binary': 'unknown',
  nonbinary: 'unknown',
}
const genders = ['male', 'female', 'unknown'] as const

const statusWords: Readonly<Record<string, Status>> = {
  alive: 'living',
  dead: 'deceased',
  stillbirth: 'stillborn',
  pregnant: 'pregnancy',
}
const unionWords: Readonly<Record<string, UnionType>> = {
  married: 'marriage',
  cohabiting: 'cohabitation',
  'living-together': 'cohabitation',
  divorced: 'marriage',
  separated: 'marriage',
}
const childWords: Readonly<Record<string, ChildKind>> = {
  birth: 'biological',
  adoption: 'adopted',
  adoptive: 'adopted',
  fostered: 'foster',
}
const tieWords: Readonly<Record<string, TieKind>> = {
  'very-close': 'fused',
  'very-close-fused': 'fused',
  hostile: 'conflict',
  'hostile-conflict': 'conflict',
  cutoff: 'cut-off',
  'cutoff-repaired': 'cut-off-repaired',
  repaired: 'cut-off-repaired',
  focused: 'focused-on',
  focus: 'focused-on',
  caregiver: 'caretaker',
  physical: 'physical-abuse',
  emotional: 'emotional-abuse',
  sexual: 'sexual-abuse',
  abuse: 'physical-abuse',
  'spiritual-connection': 'spiritual',
}

/** What a word in `healthFlags` or `addictionFlags` is drawn as; whatever else stands there is an illness, or a misuse. */
function markFrom(word: string, otherwise: 'illness' | 'misuse'): Mark {
  const code = codeFrom(word)
  const known = marks.find((mark) => mark === code)
  if (known) return known
  if (/smok|tobacco|nicotine/u.test(code)) return 'smoker'
  if (/obes/u.test(code)) return 'obesity'
  if (/language/u.test(code)) return 'language-problem'
  if (/migra|two-cultures/u.test(code)) return 'immigration'
  if (/secret/u.test(code)) return 'secret'
  if (/alcohol|drug|misuse|addict|gambl/u.test(code) || otherwise === 'misuse') {
    if (/suspect/u.test(code)) return 'misuse-suspected'
    return /recover|sober|clean|former/u.test(code) ? 'misuse-in-recovery' : 'misuse'
  }
  return /remission|recover/u.test(code) ? 'illness-in-remission' : 'illness'
}

const wordsOf = (entry: Entry, key: string): string[] =>
  entry.rawList(key).map((word) => {
    if (typeof word === 'string' && word.trim() !== '') return word
    return entry.refuse(key, 'holds something that is not a word; write words in quotation marks.')
  })

function personFrom(entry: Entry): Person {
  const death = entry.date('death')
  const status = entry.code('status', statuses, statusWords, death === null ? 'living' : 'deceased')
  const found = [
    ...wordsOf(entry, 'healthFlags').map((word) => markFrom(word, 'illness')),
    ...wordsOf(entry, 'marks').map((word) => markFrom(word, 'illness')),
    ...wordsOf(entry, 'addictionFlags').map((word) => markFrom(word, 'misuse')),
  ]
  const precision = codeFrom(entry.text('birthPrecision'))
  const identity = entry.code('genderIdentity', genders, genderWords, 'unknown')
  return {
    id: entry.id('id'),
    name: entry.text('name'),
    sex: entry.code('sex', genders, genderWords, 'unknown'),
    identity: entry.text('genderIdentity') === '' ? null : identity,
    pet: entry.flag('pet'),
    birth: datedAs(entry.date('birth'), precision),
    birthAbout: entry.flag('birthAbout') || /about|approx|estimat|circa|decade|around/u.test(precision),
    death,
    cause: entry.text('cause'),
    index: entry.flag('index'),
    education: entry.text('education'),
    occupation: entry.text('occupation'),
    city: entry.text('city'),
    income: entry.text('income'),
    marks: marks.filter((mark) => found.includes(mark)),
    status: status === 'living' && death !== null ? 'deceased' : status,
  }
}

/** No more of a date than its precision says is known. */
function datedAs(date: string | null, precision: string) {
  if (date === null) return null
  if (precision === 'month') return date.slice(0, 7)
  return ['', 'day', 'exact'].includes(precision) ? date : date.slice(0, 4)
}

function unionFrom(entry: Entry): Union {
  const type = entry.code('type', unionTypes, unionWords, 'marriage')
  const [separation, divorce, reunion] = [
    entry.date('separation'),
    entry.date('divorce'),
    entry.date('reunion'),
  ]
  const word = codeFrom(entry.text('type'))
  const first = entry.optionalId('partnerA')
  const second = entry.optionalId('partnerB')
  const partnerA =
    first ?? second ?? entry.refuse('partnerA', 'is missing; a union names at least one partner.')
  return {
    id: entry.id('id'),
    partnerA,
    partnerB: first === null ? null : second,
    type,
    start: entry.date('start'),
    separation,
    divorce,
    reunion,
    separated: separation !== null || word === 'separated' || entry.flag('separated'),
    divorced: divorce !== null || word === 'divorced' || entry.flag('divorced'),
    reunited: reunion !== null,
    order: entry.number('order'),
  }
}

const childLinkFrom = (entry: Entry): ChildLink => ({
  union: entry.id('union'),
  child: entry.id('child'),
  kind: entry.code('kind', childKinds, childWords, 'biological'),
  order: entry.number('order'),
  twinGroup: entry.optionalId('twinGroup'),
  twinIdentical: entry.flag('twinIdentical'),
  adoptedOn: entry.date('adoptedOn'),
})

/** A tie that is not directed has no head to draw; the kinds with a head always point from a to b. */
const tieFrom = (entry: Entry): Tie => ({
  a: entry.id('a'),
  b: entry.id('b'),
  kind: entry.code('kind', tieKinds, tieWords, 'close'),
  start: entry.date('start') ?? entry.date('from'),
  end: entry.date('end') ?? entry.date('until'),
})

const householdFrom = (entry: Entry): Household => ({
  members: [...new Set(entry.rawList('members').map(String))].toSorted(byId),
  label: entry.text('label'),
})

/**
 * Reads a family from JSON in the form of the data model (persons, unions, childLinks, ties, households). What may be left
 * out may be left out; what cannot be drawn is refused.
 * @throws DrawingProblem with one sentence: what, where, and how to mend it
 */
export function readGenogram(given: unknown): Genogram {
  const root = rootOf(given)
  const lists = {
    persons: root.list('persons'),
    unions: root.list('unions'),
    childLinks: root.list('childLinks'),
    ties: root.list('ties'),
    households: root.list('households'),
  }
  if (lists.persons.length === 0)
    throw new DrawingProblem(
      'persons: nobody stands in it; write at least one person, such as { "id": "p1" }.',
    )
  refuseTwice(lists.persons, (entry) => entry.id('id'), 'the person')
  refuseTwice(lists.unions, (entry) => entry.id('id'), 'the union')
  refuseTwice(lists.childLinks, (entry) => `${entry.id('child')} of ${entry.id('union')}`, 'the child')
  refuseImpossible(lists)
  return {
    persons: lists.persons.map(personFrom).toSorted((a, b) => byId(a.id, b.id)),
    unions: lists.unions.map(unionFrom).toSorted((a, b) => byId(a.id, b.id)),
    childLinks: lists.childLinks
      .map(childLinkFrom)
      .toSorted((a, b) => byId(a.union, b.union) || byId(a.child, b.child)),
    ties: lists.ties.map(tieFrom).toSorted((a, b) => byId(tieKey(a), tieKey(b))),
    households: lists.households
      .map(householdFrom)
      .filter(({ members }) => members.length > 0)
      .toSorted((a, b) => byId(a.members.join(' '), b.members.join(' ')) || byId(a.label, b.label)),
  }
}

const tieKey = ({ a, b, kind, start }: Tie) => [a, b, kind, start ?? ''].join(' ')

function rootOf(given: unknown): Entry {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new DrawingProblem('The file holds no object; write { "persons": [ … ], "unions": [ … ] }.')
  return new Entry(given, '')
}
