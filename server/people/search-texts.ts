import { inSightText } from '#server/access/index.ts'

/** Where the values of a search stand; the parts come after them. */
export const [agency, principals, typed, caseNumber, limit, lastId] = [
  '$1::uuid',
  '$2',
  '$3',
  '$4',
  '$5::int',
  '$6::uuid',
] as const
const firstPart = 7
const partAt = (part: number) => `$${firstPart + part}::text[]`
const partsUpTo = (count: number) => Array.from({ length: count }, (_, part) => partAt(part))

/**
 * How a page is found. `rare` is what few people have: they are all read. One character or letter is in the names of many:
 * whoever sees `few` people is asked about those, whoever sees `many` gets the nearest of some hundreds, or, where there are
 * more of them, a page in no order that means anything: one types more of the name.
 */
export type SearchWay = 'rare' | 'few' | 'many'

/** A page of people as one statement; its cursor holds only an id, the rest of the position is read where nobody carries it about. */
export function searchText(way: SearchWay, parts: number, goesOn: boolean): string {
  if (way === 'many')
    return pageText({
      with: countedText(parts),
      found: amongMany(parts, goesOn),
      position: placeAmongMany,
      goesOn,
    })
  const found = way === 'few' ? amongFew(parts) : matching(parts)
  return pageText({ found: `${found} union ${clientsOfCase()}`, position: positionOf, goesOn })
}

type PageParts = Readonly<{
  with?: string
  found: string
  position: (people: 'p' | 'l') => string
  goesOn: boolean
}>

const pageText = ({ with: before = '', found, position, goesOn }: PageParts) => `${before}
  select p.id, p.name, p.sex, p.birth_date::text, p.birth_precision, encode(p.phone_tail_sealed, 'hex') as tail,
         encode(pk.wrapped, 'hex') as key
  from people p left join person_keys pk on pk.agency_id = p.agency_id and pk.person_id = p.id
  where p.agency_id = ${agency} and ${inSightText('p', principals)}
    and p.id in (${found})
    and ${goesOn ? `(${position('p')}) > (select ${position('l')} from people l where l.agency_id = ${agency} and l.id = ${lastId})` : `${lastId} is null`}
  order by ${position('p')} limit ${limit}`

/** How near a name is to what was typed: 0 just so, 1 begins so, 2 has it somewhere, 3 found by sound or number. */
function nearness(people: 'p' | 'l') {
  const name = `lower(translate(${people}.name, ' \u3000', ''))`
  return `case when ${name} = ${typed} then 0 when starts_with(${name}, ${typed}) then 1 when strpos(${name}, ${typed}) > 0 then 2 else 3 end`
}
const positionOf = (people: 'p' | 'l') =>
  `${nearness(people)}, char_length(${people}.name), ${people}.name collate "C", ${people}.id`

/**
 * The people who match every part. Only equality is asked of the index: it is leakproof, so row-level security
 * leaves the index on; and each row that is met was let through by the policy of the person it belongs to.
 */
function matching(parts: number) {
  const all = partsUpTo(parts)
  const having = parts === 1 ? '' : `having ${all.map((one) => `bool_or(k.key = any(${one}))`).join(' and ')}`
  return `select k.person_id from person_search_keys k
    where k.agency_id = ${agency} and k.key = any(${all.join(' || ')}) group by k.person_id ${having}`
}

/** Whether somebody has a part; asked of one person at a time. */
const hasPart = (person: string, part: string) =>
  `coalesce((select true from person_search_keys h
    where h.agency_id = ${agency} and h.key = any(${part}) and h.person_id = ${person} limit 1), false)`

/** Those in sight, each asked for every part. */
const amongFew = (parts: number) =>
  `select seen.id from people_in_sight() as seen(id) where ${partsUpTo(parts)
    .map((part) => hasPart('seen.id', part))
    .join(' and ')}`

/** Of how many one still looks for the nearest. */
const mostCompared = 500

/** People by the first part, from an id on, in the order of the index for each of its keys; asked for the other parts as they come. */
const byFirstPart = (parts: number, atMost: string, from: string | null) => `
  select distinct met.person_id as id from unnest(${partAt(0)}) as first(key) cross join lateral (
    select k.person_id from person_search_keys k
    where k.agency_id = ${agency} and k.key = first.key ${from === null ? '' : `and k.person_id > ${from}`}
      ${partsUpTo(parts)
        .slice(1)
        .map((part) => `and ${hasPart('k.person_id', part)}`)
        .join(' ')}
    order by k.person_id limit ${atMost}) met`

const countedText = (parts: number) => `
  with found as materialized (${byFirstPart(parts, String(mostCompared + 1), null)}),
       counted as materialized (select count(*) > ${mostCompared} as too_many from found)`
const isTooMany = '(select too_many from counted)'

const amongMany = (parts: number, goesOn: boolean) => `
  select id from found where not ${isTooMany}
  union select id from (${byFirstPart(parts, limit, goesOn ? lastId : null)}) next where ${isTooMany}
  union ${clientsOfCase()}`

const placeAmongMany = (people: 'p' | 'l') =>
  `case when ${isTooMany} then 0 else ${nearness(people)} end,
   case when ${isTooMany} then 0 else char_length(${people}.name) end,
   case when ${isTooMany} then '' else ${people}.name end collate "C", ${people}.id`

/** The client of the case whose number was typed, with or without the agency's letters before it. */
const clientsOfCase = () => `
  select c.client_id from cases c where c.agency_id = ${agency} and ${inSightText('c', principals)}
    and c.number in (${caseNumber}, upper(${caseNumber}),
      (select a.case_prefix || '-' || ${caseNumber} from agencies a where a.agency_id = ${agency}))`
