import { need as needs } from '#contract/codes/index.ts'
import type { EntrySheet } from '#contract/directory.ts'
import { type Bundle, hangsOnService, type HeldRecord, recordsOf, textOf } from './bundle.ts'
import { derivedId } from './derived-id.ts'
import { districtCodeIn, districtUri } from './districts.ts'
import { costOf, languagesOf, needsOf, needTaxonomyId, needTermId, phonesOf, sheetFrom } from './entry.ts'
import type { Content } from './hsds-row.ts'

/** What a sheet changes among records: what is written as it now is, and what is taken away. */
export type RecordChanges = Readonly<{
  written: readonly HeldRecord[]
  removed: readonly Omit<HeldRecord, 'content'>[]
}>

type Changes = { written: HeldRecord[]; removed: Omit<HeldRecord, 'content'>[] }

/**
 * The HSDS records of an entry after its sheet was written. Only what the sheet says otherwise than before is touched:
 * what an import brought besides (more telephones, schedules, terms of other taxonomies) stays as it came.
 */
export function changesFrom(before: Bundle, sheet: EntrySheet, organization: HeldRecord): RecordChanges {
  const was = sheetFrom(before)
  const changes: Changes = { written: [], removed: [] }
  writeService(changes, before, sheet, organization)
  const serviceId = textOf(before.service, 'id')
  if (!isSame(needsOf(before), sheet.needs)) writeNeeds(changes, before, sheet, serviceId)
  if (!isSame(was.districts, sheet.districts)) writeDistricts(changes, before, sheet, serviceId)
  if (!isSame(languagesOf(before), sheet.languages)) writeLanguages(changes, before, sheet, serviceId)
  if (costOf(before) !== sheet.cost) writeCost(changes, before, sheet, serviceId)
  if (was.phone !== sheet.phone) writePhone(changes, before, sheet, serviceId)
  if (was.hours !== sheet.hours) writeHours(changes, before, sheet, serviceId)
  if (was.address !== sheet.address) writeAddress(changes, before, sheet, serviceId)
  return { ...changes, written: lastOfEach(changes.written) }
}

/** What is written twice is written once, as it was said last. */
const lastOfEach = (written: readonly HeldRecord[]) => [
  ...new Map(written.map((record) => [`${record.kind}/${record.id}`, record])).values(),
]

/** Whether two lists hold the same, in whatever order. */
const isSame = (one: readonly unknown[], other: readonly unknown[]) => {
  const sorted = (list: readonly unknown[]) =>
    list
      .map((item) => JSON.stringify(item))
      .toSorted()
      .join()
  return sorted(one) === sorted(other)
}

const put = (changes: Changes, kind: string, content: Content) => {
  changes.written.push({ kind, id: textOf(content, 'id'), content: withoutEmpty(content) })
}
const takeAway = (changes: Changes, kind: string, content: Content) => {
  changes.removed.push({ kind, id: textOf(content, 'id') })
}

const withoutEmpty = (content: Content): Content =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => value !== ''))

function writeService(changes: Changes, before: Bundle, sheet: EntrySheet, organization: HeldRecord) {
  const { minimum_age: _least, maximum_age: _most, ...rest } = before.service
  const shown = sheetFrom(before)
  put(changes, 'services', {
    ...rest,
    organization_id: organization.id,
    name: sheet.name,
    description: sheet.description,
    status: sheet.status.replace('-', ' '),
    fees_description: sheet.fees,
    eligibility_description: sheet.eligibility,
    application_process: sheet.howToApply,
    // What is shown of the organization is not copied into its service.
    email: sheet.email === shown.email ? textOf(rest, 'email') : sheet.email,
    url: sheet.website === shown.website ? textOf(rest, 'url') : sheet.website,
    ...(sheet.minimumAge === null ? {} : { minimum_age: sheet.minimumAge }),
    ...(sheet.maximumAge === null ? {} : { maximum_age: sheet.maximumAge }),
  })
}

function writeNeeds(changes: Changes, before: Bundle, sheet: EntrySheet, serviceId: string) {
  const had = needsOf(before)
  const terms = recordsOf(before, 'taxonomy_terms')
  for (const code of had.filter((one) => !sheet.needs.includes(one)))
    for (const attribute of recordsOf(before, 'attributes')) {
      const term = terms.find(({ id }) => id === attribute['taxonomy_term_id'])
      if (
        term &&
        needsOf({ service: before.service, records: [recordFrom('taxonomy_terms', term)] }).includes(code)
      )
        takeAway(changes, 'attributes', attribute)
    }
  for (const code of sheet.needs.filter((one) => !had.includes(one))) {
    const name = needs.label(code, 'en')
    put(changes, 'taxonomies', {
      id: needTaxonomyId,
      name: 'Alongside needs',
      description: 'What somebody may need',
    })
    put(changes, 'taxonomy_terms', {
      id: needTermId(code),
      code,
      name,
      description: name,
      taxonomy: 'Alongside needs',
      taxonomy_id: needTaxonomyId,
    })
    put(changes, 'attributes', {
      id: derivedId(serviceId, 'need', code),
      link_id: serviceId,
      link_entity: 'service',
      taxonomy_term_id: needTermId(code),
    })
  }
}

const recordFrom = (kind: string, content: Content): HeldRecord => ({
  kind,
  id: textOf(content, 'id'),
  content,
})

function writeDistricts(changes: Changes, before: Bundle, sheet: EntrySheet, serviceId: string) {
  const areas = recordsOf(before, 'service_areas')
  for (const area of areas) {
    const code = districtCodeIn(area)
    if (code !== null && !sheet.districts.some((one) => one.code === code))
      takeAway(changes, 'service_areas', area)
  }
  for (const { code, name } of sheet.districts) {
    const area = areas.find((one) => districtCodeIn(one) === code)
    if (area && textOf(area, 'name') === name) continue
    const fresh = {
      id: derivedId(serviceId, 'district', code),
      service_id: serviceId,
      extent: code,
      extent_type: 'text',
      uri: districtUri(code),
    }
    put(changes, 'service_areas', { ...(area ?? fresh), name })
  }
}

function writeLanguages(changes: Changes, before: Bundle, sheet: EntrySheet, serviceId: string) {
  const had = recordsOf(before, 'languages')
  const codeIn = (content: Content) => textOf(content, 'code').trim().toLowerCase().split(/[-_]/u)[0] ?? ''
  for (const language of had)
    if (!sheet.languages.includes(codeIn(language))) takeAway(changes, 'languages', language)
  for (const code of sheet.languages)
    if (!had.some((language) => codeIn(language) === code))
      put(changes, 'languages', { id: derivedId(serviceId, 'language', code), service_id: serviceId, code })
}

function writeCost(changes: Changes, before: Bundle, { cost }: EntrySheet, serviceId: string) {
  const own = derivedId(serviceId, 'cost')
  for (const option of recordsOf(before, 'cost_options'))
    if (option['id'] !== own || cost === null) takeAway(changes, 'cost_options', option)
  if (cost === null) return
  put(changes, 'cost_options', {
    id: own,
    service_id: serviceId,
    option: cost,
    ...(cost === 'free' ? { amount: 0 } : {}),
  })
}

function writePhone(changes: Changes, before: Bundle, { phone }: EntrySheet, serviceId: string) {
  const [first] = phonesOf(before)
  // The telephone of an organization or a place is also that of others: another one is put before it.
  const own = first && hangsOnService(before)(first) ? first : null
  if (first && phone === '') takeAway(changes, 'phones', first)
  else
    put(changes, 'phones', {
      id: derivedId(serviceId, 'phone'),
      service_id: serviceId,
      ...own,
      number: phone,
    })
}

function writeHours(changes: Changes, before: Bundle, { hours }: EntrySheet, serviceId: string) {
  const first = recordsOf(before, 'schedules').find((schedule) => textOf(schedule, 'description') !== '')
  if (first) put(changes, 'schedules', { ...first, description: hours })
  else
    put(changes, 'schedules', {
      id: derivedId(serviceId, 'hours'),
      service_id: serviceId,
      description: hours,
    })
}

function writeAddress(changes: Changes, before: Bundle, { address }: EntrySheet, serviceId: string) {
  const [first] = recordsOf(before, 'addresses')
  if (first && address === '') return takeAway(changes, 'addresses', first)
  const [place] = recordsOf(before, 'locations')
  const locationId = first
    ? textOf(first, 'location_id')
    : place
      ? textOf(place, 'id')
      : derivedId(serviceId, 'place')
  if (!first && !place) {
    put(changes, 'locations', { id: locationId, location_type: 'physical' })
    put(changes, 'service_at_location', {
      id: derivedId(serviceId, 'at place'),
      service_id: serviceId,
      location_id: locationId,
    })
  }
  put(changes, 'addresses', {
    id: first ? textOf(first, 'id') : derivedId(serviceId, 'address'),
    location_id: locationId,
    address_1: address,
    address_type: first ? textOf(first, 'address_type') : 'physical',
  })
}
