import {
  cost as costs,
  type Cost,
  entryStatus,
  need as needs,
  type EntryStatus,
  type Need,
} from '#contract/codes/index.ts'
import { confirmedForMonths, type EntrySheet } from '#contract/directory.ts'
import { languages as allLanguages } from '#contract/language.ts'
import { agesOf, type Bundle, hangsOnService, recordsOf, textOf } from './bundle.ts'
import { derivedId } from './derived-id.ts'
import { type District, districtCodeIn, stemOf, withAbove } from './districts.ts'
import type { Content } from './hsds-row.ts'

/** The taxonomy in which needs leave as terms. */
export const needTaxonomyId = derivedId('taxonomy', 'alongside needs')
export const needTermId = (code: Need) => derivedId('taxonomy term', 'alongside needs', code)

/** The needs that a service answers: of our own terms, or of others called the same in one of the three languages. */
export const needsOf = (bundle: Bundle): Need[] => {
  const terms = recordsOf(bundle, 'taxonomy_terms')
  return needs.codes.filter((code) => terms.some((term) => isNeed(term, code)))
}

const isNeed = (term: Content, code: Need) => {
  const called = [textOf(term, 'code'), textOf(term, 'name')].map((text) => text.trim().toLowerCase())
  return [code, ...allLanguages.map((language) => needs.label(code, language).toLowerCase())].some((name) =>
    called.includes(name),
  )
}

/** The districts of a service, each once, in the order of their codes. */
export function districtsOf(bundle: Bundle): District[] {
  const found = new Map<string, District>()
  for (const area of recordsOf(bundle, 'service_areas')) {
    const code = districtCodeIn(area)
    if (code !== null && !found.has(code)) found.set(code, { code, name: textOf(area, 'name') })
  }
  return [...found.values()].toSorted((one, other) => one.code.localeCompare(other.code, 'en'))
}

/** The languages in which one is served: those of the service, its places and telephones, as ISO codes. */
export const languagesOf = (bundle: Bundle): string[] => [
  ...new Set(
    recordsOf(bundle, 'languages')
      .map((language) => textOf(language, 'code').trim().toLowerCase().split(/[-_]/u)[0] ?? '')
      .filter((code) => /^[a-z]{2,3}$/u.test(code)),
  ),
]

/** What it costs, as far as its cost options say: their own word, or amounts of nought and above. */
export function costOf(bundle: Bundle): Cost | null {
  const options = recordsOf(bundle, 'cost_options')
  const said = options.flatMap((option) => costs.schema.safeParse(textOf(option, 'option')).data ?? [])
  const [first] = said
  if (first && said.every((one) => one === first)) return first
  const amounts = options.flatMap((option) =>
    option['amount'] === undefined ? [] : [Number(option['amount'])],
  )
  if (amounts.length === 0) return null
  if (amounts.every((amount) => amount === 0)) return 'free'
  return amounts.some((amount) => amount === 0) ? 'partly' : 'paid'
}

export const statusOf = ({ service }: Bundle): EntryStatus =>
  entryStatus.schema.safeParse(textOf(service, 'status').replace(' ', '-')).data ?? 'inactive'

/** The day on which somebody last said that it is still so; null where nobody has. */
export const confirmedOnOf = ({ service }: Bundle): string | null => {
  const day = textOf(service, 'assured_date').slice(0, 10)
  return /^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : null
}

/** The first day of confirmation that still counts today; before it an entry has aged. */
export function freshFrom(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const then = year * 12 + month - 1 - confirmedForMonths
  const pad = (number: number, length: number) => String(number).padStart(length, '0')
  return `${pad(Math.floor(then / 12), 4)}-${pad((then % 12) + 1, 2)}-${today.slice(8, 10)}`
}

/** Whether nobody has confirmed it for so long that it may no longer be so. */
export const hasAged = (confirmedOn: string | null, today: string) =>
  confirmedOn === null || confirmedOn < freshFrom(today)

/** What a search asks of a service: one row of directory_services. */
export function findableFrom(bundle: Bundle) {
  const { service } = bundle
  const organization = recordsOf(bundle, 'organizations').find(({ id }) => id === service['organization_id'])
  const districts = districtsOf(bundle)
  const terms = recordsOf(bundle, 'taxonomy_terms')
  return {
    id: textOf(service, 'id'),
    name: textOf(service, 'name'),
    organizationName: textOf(organization, 'name'),
    status: statusOf(bundle),
    needs: needsOf(bundle),
    terms: terms.map((term) => textOf(term, 'id')).filter((id) => id !== ''),
    districts: districts.map(({ code }) => stemOf(code)),
    districtNames: districts.map(({ name }) => name),
    districtsWithin: [...new Set(districts.flatMap(({ code }) => withAbove(code)))],
    ...agesOf(bundle),
    languages: languagesOf(bundle),
    cost: costOf(bundle),
    words: wordsOf(bundle, organization),
    confirmedOn: confirmedOnOf(bundle),
  }
}
export type Findable = ReturnType<typeof findableFrom>

const mostWords = 8_000

function wordsOf(bundle: Bundle, organization: Content | undefined) {
  const { service } = bundle
  const names = [service, organization].flatMap((one) => [textOf(one, 'name'), textOf(one, 'alternate_name')])
  const terms = recordsOf(bundle, 'taxonomy_terms').map((term) => textOf(term, 'name'))
  const inNeed = needsOf(bundle).flatMap((code) => Object.values(needs.labels[code]))
  const areas = districtsOf(bundle).map(({ name }) => name)
  const texts = [...names, ...terms, ...inNeed, ...areas, textOf(service, 'description')]
  return Array.from(
    texts
      .filter((text) => text !== '')
      .join('\n')
      .toLowerCase(),
  )
    .slice(0, mostWords)
    .join('')
}

/** An entry as the sheet shows it. What came from elsewhere is shown as it came. */
export function sheetFrom(bundle: Bundle): EntrySheet {
  const { service } = bundle
  const organization = recordsOf(bundle, 'organizations').find(({ id }) => id === service['organization_id'])
  const [address] = recordsOf(bundle, 'addresses')
  const [phone] = phonesOf(bundle)
  return {
    name: textOf(service, 'name'),
    organizationName: textOf(organization, 'name'),
    description: textOf(service, 'description'),
    status: statusOf(bundle),
    needs: needsOf(bundle),
    districts: districtsOf(bundle),
    ...agesOf(bundle),
    languages: languagesOf(bundle),
    cost: costOf(bundle),
    fees: textOf(service, 'fees_description'),
    eligibility: textOf(service, 'eligibility_description'),
    howToApply: textOf(service, 'application_process'),
    hours: textOf(
      recordsOf(bundle, 'schedules').find((schedule) => textOf(schedule, 'description') !== ''),
      'description',
    ),
    phone: textOf(phone, 'number'),
    email: textOf(service, 'email') || textOf(organization, 'email'),
    website: textOf(service, 'url') || textOf(organization, 'website'),
    address: address ? addressLine(address) : '',
  }
}

/** Its telephones, those of the service itself first. */
export const phonesOf = (bundle: Bundle): Content[] => {
  const own = hangsOnService(bundle)
  return recordsOf(bundle, 'phones').toSorted((one, other) => Number(own(other)) - Number(own(one)))
}

const addressParts = ['address_1', 'address_2', 'city', 'region', 'state_province', 'postal_code', 'country']

/** An address in one line, as its parts stand. */
export const addressLine = (address: Content): string =>
  [...new Set(addressParts.map((part) => textOf(address, part)))].filter((part) => part !== '').join(', ')
