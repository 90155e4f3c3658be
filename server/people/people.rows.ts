import type { Selectable } from 'kysely'
import type { Day } from '#contract/dates.ts'
import { type PersonLine, PersonSheet } from '#contract/people.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import { ageOf } from './person.ts'
import { phoneTailOf } from './person-keys.ts'

type PersonRow = Selectable<Tables['people']>

/** The columns of a person that the sheet is made of. */
export const sheetColumns = [
  'name',
  'otherNames',
  'sex',
  'birthDate',
  'birthPrecision',
  'idNumber',
  'phone',
  'address',
  'safeContact',
  'schoolOrWork',
  'language',
  'legalCapacity',
] as const satisfies readonly (keyof PersonSheet)[]

export type SheetRow = Pick<PersonRow, (typeof sheetColumns)[number]>

/** The sheet inside a row, checked. */
export const sheetFrom = (row: SheetRow): PersonSheet =>
  PersonSheet.parse(Object.fromEntries(sheetColumns.map((column) => [column, row[column]])))

/** A row with everything that a line of a list is made of. */
export type LineRow = SheetRow & Pick<PersonRow, 'id'>

/** A person as a list shows them: never more of the telephone than its tail. */
export function personLine(row: LineRow, today: Day): PersonLine {
  const sheet = sheetFrom(row)
  const { name, sex, birthDate } = sheet
  return { id: row.id, name, sex, birthDate, age: ageOf(sheet, today), phoneTail: phoneTailOf(sheet.phone) }
}
