import { byId } from '../genogram/model.ts'
import { DrawingProblem, Entry, refuseTwice } from '../reading.ts'
import {
  type Domain,
  domains,
  type Ecomap,
  type Flow,
  flows,
  type Link,
  type Member,
  type Strength,
  strengths,
  type System,
} from './model.ts'

const domainWords: Readonly<Record<string, Domain>> = {
  'extended-family': 'family',
  kin: 'family',
  relatives: 'family',
  friend: 'friends',
  peers: 'friends',
  neighbors: 'neighbours',
  neighbor: 'neighbours',
  neighbour: 'neighbours',
  neighbourhood: 'neighbours',
  employment: 'work',
  job: 'work',
  education: 'school',
  'health-care': 'health',
  healthcare: 'health',
  'social-services': 'services',
  'social-service': 'services',
  service: 'services',
  'community-organisation': 'community',
  'community-organization': 'community',
  religion: 'faith',
  church: 'faith',
  recreation: 'leisure',
  legal: 'justice',
  law: 'justice',
  finances: 'finance',
  benefits: 'finance',
  'finances-benefits': 'finance',
  money: 'finance',
  home: 'housing',
}
const strengthWords: Readonly<Record<string, Strength>> = {
  supportive: 'strong',
  weak: 'tenuous',
  normal: 'ordinary',
  lost: 'broken',
  wished: 'none',
}
const flowWords: Readonly<Record<string, Flow>> = {
  inward: 'in',
  'to-client': 'in',
  outward: 'out',
  'from-client': 'out',
  mutual: 'both',
  '': 'none',
}
const sexWords = {
  '1': 'male',
  m: 'male',
  '2': 'female',
  f: 'female',
  '0': 'unknown',
  '9': 'unknown',
} as const

const memberFrom = (entry: Entry): Member => ({
  id: entry.id('id'),
  name: entry.text('name'),
  sex: entry.code('sex', ['male', 'female', 'unknown'] as const, sexWords, 'unknown'),
  index: entry.flag('index'),
})

const systemFrom = (entry: Entry): System => ({
  id: entry.id('id'),
  name: entry.text('name'),
  domain: entry.code('domain', domains, domainWords, 'community'),
  distance: entry.number('distance'),
})

function linkFrom(entry: Entry): Link {
  const stress = entry.number('stress') ?? 0
  if (!Number.isInteger(stress) || stress < 0 || stress > 3)
    entry.refuse('stress', `${stress} is no degree of stress; write 0, 1, 2 or 3.`)
  return {
    system: entry.id('system'),
    member: entry.optionalId('memberOrHousehold') ?? entry.optionalId('member'),
    strength: entry.code('strength', strengths, strengthWords, 'ordinary'),
    stress,
    flow: entry.code('flow', flows, flowWords, 'none'),
    since: entry.date('since'),
    note: entry.text('note'),
  }
}

/**
 * Reads an ecomap from JSON in the form of the data model (centre, systems, links). What may be left out may be left out.
 * @throws DrawingProblem with one sentence: what, where, and how to mend it
 */
export function readEcomap(given: unknown): Ecomap {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new DrawingProblem(
      'The file holds no object; write { "centre": { … }, "systems": [ … ], "links": [ … ] }.',
    )
  const root = new Entry(given, '')
  const raw = root.raw('centre') ?? root.raw('center') ?? {}
  const centre = new Entry(typeof raw === 'string' ? { id: raw, name: raw } : raw, 'centre')
  const lists = { systems: root.list('systems'), links: root.list('links'), members: centre.list('members') }
  refuseTwice(lists.systems, (entry) => entry.id('id'), 'the system')
  refuseTwice(lists.members, (entry) => entry.id('id'), 'the member')
  const members = lists.members.map(memberFrom).toSorted((a, b) => byId(a.id, b.id))
  const id = centre.optionalId('id') ?? 'centre'
  const systems = new Set(lists.systems.map((entry) => entry.id('id')))
  const links = lists.links.map((entry) => {
    const link = linkFrom(entry)
    if (!systems.has(link.system))
      entry.refuse('system', `there is no system "${link.system}"; add it to systems, or mend the id.`)
    const isMember = members.some((member) => member.id === link.member)
    const isWhole =
      link.member === null || ['household', 'family', 'client', 'centre', id].includes(link.member)
    if (!isMember && !isWhole && members.length > 0)
      entry.refuse(
        'memberOrHousehold',
        `there is no member "${link.member}" in centre.members; add them, or leave it out.`,
      )
    return isMember ? link : { ...link, member: null }
  })
  return {
    centre: { id, name: centre.text('name') || centre.text('label'), members },
    systems: lists.systems.map(systemFrom).toSorted((a, b) => byId(a.id, b.id)),
    links: links.toSorted((a, b) => byId(keyOf(a), keyOf(b))),
  }
}

const keyOf = ({ system, member, strength, flow, stress, note }: Link) =>
  [system, member ?? '', strength, flow, stress, note].join(' ')
