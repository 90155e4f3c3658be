import type { CodeList } from '#contract/codes/code-list.ts'
import { isOwn, type OwnCode, standardOf } from '#contract/codes/own-code.ts'
import type { Day } from '#contract/dates.ts'
import { type Language, languages } from '#contract/language.ts'
import type { CodesVersion } from './code-lists.ts'
import { nameIn } from './names.ts'

type Versions = readonly CodesVersion[]

const isLater = (one: CodesVersion, other: CodesVersion) =>
  one.from === other.from ? one.ordinal > other.ordinal : one.from > other.from

const latest = (versions: Versions) =>
  versions.reduce<CodesVersion | null>((best, one) => (best && !isLater(one, best) ? best : one), null)

/** Of which day the words are wanted, and, where a record has one, the moment at which it was written or signed. */
export type When = Readonly<{ day: Day; at: string | null }>

/**
 * The agency's version of a list that counts on a day; null before the first. What was written after the record counts for
 * later ones, also where it begins on the same day: a signed paper says tomorrow what it says today.
 */
export const codesOn = (versions: Versions, list: string, { day, at }: When) =>
  latest(
    versions.filter(
      (one) =>
        one.list === list && one.from <= day && (at === null || Date.parse(one.writtenAt) <= Date.parse(at)),
    ),
  )

/** What the agency says of a code on a day. An own code that is younger than the day is read as it was first called. */
function rowOn(versions: Versions, list: string, code: string, when: When) {
  const here = codesOn(versions, list, when)?.rows.find((row) => row.code === code)
  if (here || !isOwn(code)) return here
  const named = versions.filter((one) => one.list === list && one.rows.some((row) => row.code === code))
  const [first] = named.toSorted((one, other) => (isLater(one, other) ? 1 : -1))
  return first?.rows.find((row) => row.code === code)
}

const says = (text: string | undefined): text is string =>
  text !== undefined && /[^\p{White_Space}]/u.test(text)

/**
 * The word for a code, as the agency called it on that day: its own, else that of the product. An own code that nobody
 * here knows, because another agency sent it, is read as the standard code under which it counts.
 */
export function wordOn<Code extends string>(
  versions: Versions,
  list: CodeList<Code>,
  code: OwnCode<NoInfer<Code>>,
  { language, ...when }: When & Readonly<{ language: Language }>,
): string {
  const standard = list.label(standardOf(code), language)
  if (!list.agency) return standard
  const label = rowOn(versions, list.agency.name, code, when)?.label
  if (!label) return standard
  if (says(label[language])) return label[language]
  return isOwn(code) && languages.some((one) => says(label[one])) ? nameIn(label, language) : standard
}

/** A code as a form offers it. */
export type OfferedCode<Code extends string> = Readonly<{ code: OwnCode<Code>; hidden: boolean }>

/** The codes of a list in the agency's order on a day, also those that are hidden; what the agency never named comes last. */
export function codesOffered<Code extends string>(
  versions: Versions,
  list: CodeList<Code>,
  when: When,
): readonly OfferedCode<Code>[] {
  const rows = list.agency ? (codesOn(versions, list.agency.name, when)?.rows ?? []) : []
  const known = rows.filter(({ code }) => list.codes.some((one) => one === standardOf<string>(code)))
  const rest = list.codes.filter((code) => !rows.some((row) => row.code === code))
  return [
    ...known.map(({ code, hidden }) => ({ code: code as OwnCode<Code>, hidden })),
    ...rest.map((code) => ({ code, hidden: false })),
  ]
}
