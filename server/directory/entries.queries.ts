import { sql } from 'kysely'
import { z } from 'zod'
import { DirectoryChoices, EntryLine, type EntrySearch, EntryView } from '#contract/directory.ts'
import { need } from '#contract/codes/index.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { divisionNames } from '#server/case/intake/divisions/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { inOrderOf } from '#server/platform/database/collation.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { recordsOf, textOf } from './bundle.ts'
import { codeOf, type District, stemOf, withAbove } from './districts.ts'
import { addressLine, freshFrom, hasAged, needTaxonomyId, phonesOf, sheetFrom } from './entry.ts'
import { lookAtEntry } from './entries.repository.ts'

const Position = z.tuple([z.string(), z.uuid()])
const mostWords = 8

const lines = (tx: Transaction) =>
  tx.db
    .selectFrom('directoryServices as s')
    .select(['s.id', 's.name', 's.organizationName', 's.status', 's.needs', 's.districts', 's.districtNames'])
    .select(['s.minimumAge', 's.maximumAge', 's.languages', 's.cost', 's.confirmedOn'])
    .where('s.agencyId', '=', tx.actor.agencyId)

type Lines = ReturnType<typeof lines>

/**
 * Services by need, district, age, language and cost, by name as the reader's language orders it. A district finds
 * what is offered in it, in everything around it, and in every part of it. Where a service says nothing of ages, it is
 * for all; where it says nothing of anything else, it is not found by that.
 */
export async function searchEntries(tx: Transaction, asked: EntrySearch) {
  const position = positionIn(asked.after, Position)
  const name = inOrderOf(tx.actor.language, 's.name')
  let query = narrowed(lines(tx), asked, dayOf(tx.now))
    .orderBy(name)
    .orderBy('s.id')
    .limit(asked.limit + 1)
  if (position) query = query.where(sql<boolean>`(${name}, s.id) > (${position[0]}, ${position[1]}::uuid)`)
  const rows = await query.execute()
  tx.saw({ kind: 'directory', listed: rows.slice(0, asked.limit).map(({ id }) => id) })
  const page = pageFrom(rows, asked.limit, (row) => [row.name, row.id])
  const shown = page.rows.map((row) => lineFrom(row, dayOf(tx.now)))
  const named = await naming(
    tx,
    shown.flatMap(({ districts }) => districts),
  )
  return { next: page.next, rows: shown.map((line) => ({ ...line, districts: line.districts.map(named) })) }
}

function narrowed(all: Lines, asked: EntrySearch, today: string): Lines {
  let query = all
  const { need: wanted, district, age, language, cost, show } = asked
  for (const word of asked.words.toLowerCase().split(/\s+/u).filter(Boolean).slice(0, mostWords))
    query = query.where(sql<boolean>`strpos(s.words, ${word}) > 0`)
  if (wanted !== undefined)
    query = need.schema.safeParse(wanted).success
      ? query.where(sql<boolean>`s.needs @> array[${wanted}]::text[]`)
      : query.where(sql<boolean>`s.terms @> array[${wanted}]::uuid[]`)
  if (district !== undefined)
    query = query.where(
      sql<boolean>`(s.districts && ${withAbove(district)}::text[] or s.districts_within @> array[${stemOf(district)}]::text[])`,
    )
  if (age !== undefined)
    query = query.where(
      sql<boolean>`coalesce(s.minimum_age, 0) <= ${age} and coalesce(s.maximum_age, 1000) >= ${age}`,
    )
  if (language !== undefined) query = query.where(sql<boolean>`s.languages @> array[${language}]::text[]`)
  if (cost !== undefined) query = query.where('s.cost', '=', cost)
  if (show !== 'all') query = query.where('s.status', '=', 'active')
  if (show === 'to-confirm')
    query = query.where(sql<boolean>`(s.confirmed_on is null or s.confirmed_on < ${freshFrom(today)}::date)`)
  return query
}

type Line = Awaited<ReturnType<Lines['execute']>>[number]

const lineFrom = ({ districts, districtNames, ...row }: Line, today: string) =>
  EntryLine.parse({
    ...row,
    districts: districts.map((stem, index) => ({ code: codeOf(stem), name: districtNames[index] ?? '' })),
    aged: hasAged(row.confirmedOn, today),
  })

/** Says the name of a district of which the entry holds only the code. */
async function naming(tx: Transaction, districts: readonly District[]) {
  const unnamed = districts.filter(({ name }) => name === '').map(({ code }) => code)
  const names = await divisionNames(tx, unnamed)
  return ({ code, name }: District): District => ({ code, name: name || (names.get(code) ?? '') })
}

/** One entry, whole. */
export async function viewEntry(tx: Transaction, id: string): Promise<EntryView> {
  const bundle = await lookAtEntry(tx, id)
  const row = await tx.db
    .selectFrom('directoryServices as s')
    .leftJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 's.agencyId').onRef('w.id', '=', 's.confirmedBy'),
    )
    .select(['s.version', 's.confirmedOn', 'w.id as workerId', 'w.name as workerName'])
    .where('s.agencyId', '=', tx.actor.agencyId)
    .where('s.id', '=', id)
    .executeTakeFirstOrThrow()
  const others = recordsOf(bundle, 'taxonomy_terms').filter((term) => term['taxonomy_id'] !== needTaxonomyId)
  const sheet = sheetFrom(bundle)
  const named = await naming(tx, sheet.districts)
  return EntryView.parse({
    id,
    sheet: { ...sheet, districts: sheet.districts.map(named) },
    terms: others.map((term) => ({ id: textOf(term, 'id'), name: textOf(term, 'name') })),
    phones: phonesOf(bundle)
      .map((phone) => textOf(phone, 'number'))
      .filter((number) => number !== sheet.phone),
    places: recordsOf(bundle, 'addresses')
      .map(addressLine)
      .filter((address) => address !== sheet.address),
    alert: textOf(bundle.service, 'alert'),
    confirmedOn: row.confirmedOn,
    confirmedBy: row.workerId === null ? null : { id: row.workerId, name: row.workerName },
    aged: hasAged(row.confirmedOn, dayOf(tx.now)),
    version: row.version,
    abilities: {
      change: abilityFor(tx.actor, 'directory.change', {}, true),
      confirm: abilityFor(tx.actor, 'directory.confirm', {}, row.confirmedOn !== dayOf(tx.now)),
    },
  })
}

const mostTerms = 300

/** By what else one may search: the terms of other taxonomies and the languages that entries have. */
export async function directoryChoices(tx: Transaction): Promise<DirectoryChoices> {
  const { agencyId } = tx.actor
  const { rows: terms } = await sql<{ id: string; name: string }>`
    select r.id, r.content ->> 'name' as name from directory_records r
    where r.agency_id = ${agencyId} and r.kind = 'taxonomy_terms' and r.content ->> 'taxonomy_id' is distinct from ${needTaxonomyId}
    order by r.id limit ${mostTerms}`.execute(tx.db)
  const { rows: languages } = await sql<{ code: string }>`
    select distinct unnest(languages) as code from directory_services where agency_id = ${agencyId} order by 1`.execute(
    tx.db,
  )
  tx.saw({ kind: 'directory' })
  return DirectoryChoices.parse({
    terms: terms.toSorted((one, other) => one.name.localeCompare(other.name, tx.actor.language)),
    languages: languages.map(({ code }) => code),
    abilities: {
      add: abilityFor(tx.actor, 'directory.add', {}, true),
      import: abilityFor(tx.actor, 'directory.import', {}, true),
      export: abilityFor(tx.actor, 'directory.export', {}, true),
    },
  })
}
