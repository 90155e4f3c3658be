import { inSightText } from '#server/access/index.ts'

/** Where the values of a search stand; the parts come after them, first the one that is followed, then what may be a number of a case. */
const [agency, principals, limit, lastId] = ['$1::uuid', '$2', '$3::int', '$4::uuid']
const firstPart = 5
const partAt = (part: number) => `$${firstPart + part}::text[]`
const followed = partAt(0)

/** What a search asks for. Whatever the way to it, the page and its order are the same. */
export type SearchKind = Readonly<{
  parts: number
  /** What is followed has several spellings. */
  spellings: boolean
  /** What is followed may be in the names of very many. */
  common: boolean
  caseNumber: boolean
  goesOn: boolean
}>

/**
 * A page of people as one statement; its cursor holds only an id, the rest of the position is read where nobody carries it about.
 * The branches stand in the order of the page, and so does what each gives: PostgreSQL does not begin what comes after a full page.
 */
export function searchText(kind: SearchKind): string {
  const branches = [
    ...(kind.caseNumber ? [clientOfCase(kind)] : []),
    ...(kind.common ? [amongFew(kind)] : []),
    followedInOrder(kind),
  ]
  return `${kind.goesOn ? `with last as materialized (${positionOfLast(kind)})` : ''}
  select f.id, f.name, f.sex, f.birth_date::text, f.birth_precision, encode(f.phone_tail_sealed, 'hex') as tail,
         encode(pk.wrapped, 'hex') as key
  from (select * from (${branches.map((one) => `(${one})`).join(' union all ')}) as any_way(${position}, sex, birth_date, birth_precision, phone_tail_sealed) limit ${limit}) f
    left join person_keys pk on pk.agency_id = ${agency} and pk.person_id = f.id
  order by ${position}`
}

/** Which spelling finds somebody, where in the name it stands, how long the name is, the name. The client of a case by its number is 0. */
const position = 'spelling, place, name_length, name, id'
const shown = 'p.sex, p.birth_date, p.birth_precision, p.phone_tail_sealed'

/** Only equality and order are asked of the index: both are leakproof, so row-level security leaves the index on. */
const followedInOrder = (kind: SearchKind) => `
  select first.spelling::int, met.* from unnest(${followed}) with ordinality as first(key, spelling) cross join lateral (
    select k.place::int, k.name_length::int, k.name, p.id, ${shown}
    from person_search_keys k join people p on p.agency_id = k.agency_id and p.id = k.person_id
    where k.agency_id = ${agency} and k.key = first.key and ${inSightText('p', principals)}
      and ${kind.goesOn ? afterLast : `${lastId} is null`}
      ${kind.common ? 'and not (select sees_few())' : ''}
      ${kind.spellings ? `and not ${hasPart('k.person_id', `(${followed})[:first.spelling - 1]`)}` : ''}
      ${notOfCase(kind, 'k.person_id')} ${otherParts(kind, 'k.person_id')}
    order by k.place, k.name_length, k.name, k.person_id limit ${limit}) met`

/** Nothing of the spellings before the last one's, all of those after it. */
const afterLast = `first.spelling >= (select spelling from last) and (k.place, k.name_length, k.name, k.person_id) >
        (case when first.spelling = (select spelling from last) then (select place from last) else -1 end,
         (select name_length from last), (select name from last), (select id from last))`

/** Whoever sees few among very many would follow a common part for long: those few are asked for it instead. */
const amongFew = (kind: SearchKind) => `
  select s.at[1], s.at[2], char_length(p.name), p.name collate "C", p.id, ${shown}
  from people_in_sight() as seen(id) cross join lateral (${firstSpelling('seen.id')}) s
    cross join lateral (select * from people one where one.agency_id = ${agency} and one.id = seen.id
      and ${inSightText('one', principals)} limit 1) p
  where (select sees_few()) and s.at is not null
    ${kind.goesOn ? `and (s.at[1], s.at[2], char_length(p.name), p.name collate "C", p.id) > (select ${position} from last)` : ''}
    ${notOfCase(kind, 'p.id')} ${otherParts(kind, 'p.id')}
  order by 1, 2, 3, 4, 5 limit ${limit}`

/** By which spelling somebody is found first, and where in the name that stands; null when by none. */
const firstSpelling = (person: string) => `
  select min(array[first.spelling::int, h.place]) as at
  from unnest(${followed}) with ordinality as first(key, spelling)
    join person_search_keys h on h.agency_id = ${agency} and h.person_id = ${person} and h.key = first.key`

/** Whether somebody has a part; asked of one person at a time. */
const hasPart = (person: string, part: string) =>
  `coalesce((select true from person_search_keys h
    where h.agency_id = ${agency} and h.person_id = ${person} and h.key = any(${part}) limit 1), false)`

const otherParts = ({ parts }: SearchKind, person: string) =>
  Array.from({ length: parts - 1 }, (_, at) => `and ${hasPart(person, partAt(at + 1))}`).join(' ')

/** The client of the case whose number was typed, with or without the agency's letters before it. */
const clientOfCase = (kind: SearchKind) => `
  select 0, 0, char_length(p.name), p.name collate "C", p.id, ${shown} from people p
  where p.agency_id = ${agency} and ${inSightText('p', principals)} and p.id = any(array(${idsOfCase(kind)}))
    ${kind.goesOn ? `and (0, 0, char_length(p.name), p.name collate "C", p.id) > (select ${position} from last)` : ''}
  order by 3, 4, 5`

const notOfCase = (kind: SearchKind, person: string) =>
  kind.caseNumber ? `and ${person} <> all(array(${idsOfCase(kind)}))` : ''

function idsOfCase({ parts }: SearchKind) {
  const number = `$${firstPart + parts}::text`
  return `select c.client_id from cases c where c.agency_id = ${agency} and ${inSightText('c', principals)}
    and c.number in (${number}, upper(${number}),
      (select a.case_prefix || '-' || ${number} from agencies a where a.agency_id = ${agency}))`
}

function positionOfLast(kind: SearchKind) {
  const at = kind.caseNumber
    ? `case when l.id = any(array(${idsOfCase(kind)})) then array[0, 0] else s.at end`
    : 's.at'
  return `select at[1] as spelling, at[2] as place, name_length, name, id from (
    select ${at} as at, char_length(l.name) as name_length, l.name collate "C" as name, l.id
    from people l cross join lateral (${firstSpelling('l.id')}) s where l.agency_id = ${agency} and l.id = ${lastId}) as l`
}
