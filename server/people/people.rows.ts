import type { Selectable } from 'kysely'
import type { Day } from '#contract/dates.ts'
import { type PersonLine, PersonSheet } from '#contract/people.ts'
import type { AgencyKeys } from '#server/platform/identifier-keys/index.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { IdentifierField, OpenSheet } from './identifiers.ts'
import { type KeyedRow, openedIdentifiers, openedPhoneTail, type SealedRow } from './identifiers.rows.ts'
import { ageOf } from './person.ts'

type PersonRow = Selectable<Tables['people']>

/** The columns of a person that lie open. */
export const openColumns = [
  'name',
  'otherNames',
  'sex',
  'birthDate',
  'birthPrecision',
  'schoolOrWork',
  'language',
  'legalCapacity',
] as const satisfies readonly Exclude<keyof PersonSheet, IdentifierField>[]

/** The columns of a person that are opened where they are shown, and nowhere else. */
export const sealedColumnNames = [
  'idNumberSealed',
  'phoneSealed',
  'addressSealed',
  'safeContactSealed',
] as const satisfies readonly (keyof SealedRow)[]

export type OpenRow = Pick<PersonRow, (typeof openColumns)[number]>

const OpenSheetShape = PersonSheet.omit({ idNumber: true, phone: true, address: true, safeContact: true })

/** The sheet inside a row as far as it lies open, checked. */
export const openSheetFrom = (row: OpenRow): OpenSheet =>
  OpenSheetShape.parse(Object.fromEntries(openColumns.map((column) => [column, row[column]])))

/** The whole sheet, with the identifiers opened. */
export const wholeSheetFrom = (keys: AgencyKeys, row: OpenRow & SealedRow & KeyedRow): PersonSheet =>
  PersonSheet.parse({ ...openSheetFrom(row), ...openedIdentifiers(keys, row) })

/** The columns that a line of a list is made of. */
export const lineColumns = [...openColumns, 'phoneTailSealed'] as const

/** A row with everything that a line of a list is made of. */
export type LineRow = OpenRow & KeyedRow & Pick<PersonRow, 'phoneTailSealed'>

/** A person as a list shows them: never more of the telephone than its tail, and nothing else is opened. */
export const personLine = (keys: AgencyKeys, row: LineRow, today: Day): PersonLine =>
  lineWith(row, openedPhoneTail(keys, row), today)

/** The same where the tail is known already. */
export function lineWith(row: OpenRow & { id: string }, phoneTail: string, today: Day): PersonLine {
  const sheet = openSheetFrom(row)
  const { name, sex, birthDate } = sheet
  return { id: row.id, name, sex, birthDate, age: ageOf(sheet, today), phoneTail }
}
