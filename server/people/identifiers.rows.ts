import type { AgencyKeys, Sealed } from '#server/platform/identifier-keys/index.ts'
import type { Identifiers } from './identifiers.ts'
import type { Day } from '#contract/dates.ts'
import { readIdentityNumber } from './identity-number.ts'
import { isNumberKey, numberKey, personKeys, phoneKeys, phoneTailOf, type Searchable } from './person-keys.ts'

/** The key of a person as it lies in its table; null when there is none, or it was destroyed. */
export type KeyedRow = Readonly<{ id: string; wrappedKey: Sealed | null }>

/** The sealed columns of a person that can be opened one by one. */
export type SealedRow = Readonly<{
  idNumberSealed: Sealed | null
  phoneSealed: Sealed | null
  addressSealed: Sealed | null
  safeContactSealed: Sealed | null
}>
type SealedColumn = keyof SealedRow | 'phoneTailSealed'

/** Opens one column of a person, or null where there is nothing (any more). */
function opened(keys: AgencyKeys, { id, wrappedKey }: KeyedRow, column: SealedColumn, sealed: Sealed | null) {
  if (sealed === null || wrappedKey === null) return null
  return keys.person(id, wrappedKey).open(column, sealed)
}

/** The columns to be written for these identifiers: sealed with the person's key, with blind marks of what must be found. */
export function sealedColumns(keys: AgencyKeys, id: string, wrappedKey: Sealed, plain: Identifiers) {
  const person = keys.person(id, wrappedKey)
  const sealed = (column: SealedColumn, text: string | null) =>
    text === null || text === '' ? null : person.seal(column, text)
  return {
    idNumberSealed: sealed('idNumberSealed', plain.idNumber),
    idNumberMark: idNumberMark(keys, plain.idNumber),
    phoneSealed: sealed('phoneSealed', plain.phone),
    phoneTailSealed: sealed('phoneTailSealed', phoneTailOf(plain.phone)),
    phoneMarks: phoneMarks(keys, plain.phone),
    addressSealed: sealed('addressSealed', plain.address),
    safeContactSealed: sealed('safeContactSealed', plain.safeContact),
  }
}

/** All identifiers of a person, open. */
export const openedIdentifiers = (keys: AgencyKeys, row: KeyedRow & SealedRow): Identifiers => ({
  idNumber: opened(keys, row, 'idNumberSealed', row.idNumberSealed),
  ...openedReach(keys, row),
  address: openedAddress(keys, row),
})

/** How somebody can be called, and what to mind: never the one without the other. */
export const openedReach = (
  keys: AgencyKeys,
  row: KeyedRow & Pick<SealedRow, 'phoneSealed' | 'safeContactSealed'>,
) => ({
  phone: openedPhone(keys, row),
  safeContact: opened(keys, row, 'safeContactSealed', row.safeContactSealed) ?? '',
})

export const openedPhone = (keys: AgencyKeys, row: KeyedRow & Pick<SealedRow, 'phoneSealed'>) =>
  opened(keys, row, 'phoneSealed', row.phoneSealed) ?? ''

export const openedAddress = (keys: AgencyKeys, row: KeyedRow & Pick<SealedRow, 'addressSealed'>) =>
  opened(keys, row, 'addressSealed', row.addressSealed) ?? ''

export const openedIdNumber = (keys: AgencyKeys, row: KeyedRow & Pick<SealedRow, 'idNumberSealed'>) =>
  opened(keys, row, 'idNumberSealed', row.idNumberSealed)

/** The last digits of a telephone: all that a list opens. */
export const openedPhoneTail = (
  keys: AgencyKeys,
  row: KeyedRow & { readonly phoneTailSealed: Sealed | null },
) => opened(keys, row, 'phoneTailSealed', row.phoneTailSealed) ?? ''

/** The blind mark of an identity number, by which the same number is found again. */
export const idNumberMark = (keys: AgencyKeys, idNumber: string | null) =>
  idNumber === null || idNumber === '' ? null : keys.mark('id-number', idNumber)

/** The blind marks of the telephones in a text, however they are written. */
export const phoneMarks = (keys: AgencyKeys, phone: string) =>
  phoneKeys(phone).map((key) => keys.mark('phone', key))

/** The marks that find a person by one whole number, and by no part of it, however it is written. */
export function exactMarks(
  keys: AgencyKeys,
  { by, number, today }: { by: 'case-number' | 'id-number' | 'phone'; number: string; today: Day },
) {
  const [phoneKey] = by === 'phone' ? phoneKeys(number) : []
  return {
    idNumber:
      by === 'id-number'
        ? idNumberMark(keys, readIdentityNumber(number, today).number ?? number.trim())
        : null,
    phoneKey: phoneKey === undefined ? null : (keptKeys(keys, [phoneKey])[0] ?? null),
    phone: phoneKey === undefined ? null : keys.mark('phone', phoneKey),
  }
}

/** Keys as they are kept and asked: those of numbers as blind marks, for a tail is a part of the number. */
export const keptKeys = (keys: AgencyKeys, plain: readonly string[]) =>
  plain.map((key) => (isNumberKey(key) ? numberKey(keys.mark('number-tail', key)) : key))

/** Everything a person can be found by, as it is kept. */
export const keptPersonKeys = (keys: AgencyKeys, searchable: Searchable) => [
  ...new Set(keptKeys(keys, personKeys(searchable))),
]
