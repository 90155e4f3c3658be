import { joinable, MergeField, type MergeChoices } from '#contract/person-merges.ts'
import type { PersonSheet } from '#contract/people.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { maskedIdentityNumber } from '../identity-number.ts'

/** Where the values of both stand one after the other, this stands between them. */
const between = {
  otherNames: '、',
  phone: ' / ',
  address: ' / ',
  safeContact: '\n',
  schoolOrWork: ' / ',
  language: '、',
}
type Joinable = keyof typeof between

const isJoinable = (field: MergeField): field is Joinable => joinable.includes(field)

/** Refuses what cannot be chosen: one person has one name, one sex, one birth date, one identity number. */
export function refuseImpossibleChoices(choices: MergeChoices) {
  const wrong = MergeField.options.filter((field) => choices[field] === 'both' && !isJoinable(field))
  if (wrong.length === 0) return
  throw new Refusal(
    'people/merge-choice',
    {},
    wrong.map((field) => ({ path: `choices.${field}`, code: 'people/merge-choice' })),
  )
}

/** The sheet that is left of two, as it was chosen field by field. */
export function joinedSheet(kept: PersonSheet, merged: PersonSheet, choices: MergeChoices): PersonSheet {
  const from = <Field extends keyof PersonSheet>(field: Field, choice: MergeField): PersonSheet[Field] =>
    choices[choice] === 'merged' ? merged[field] : kept[field]
  const text = (field: Joinable) =>
    choices[field] === 'both' ? oneAfterTheOther(field, kept[field], merged[field]) : from(field, field)
  return {
    name: from('name', 'name'),
    otherNames: text('otherNames'),
    sex: from('sex', 'sex'),
    birthDate: from('birthDate', 'birthDate'),
    birthPrecision: from('birthPrecision', 'birthDate'),
    idNumber: from('idNumber', 'idNumber'),
    phone: text('phone'),
    address: text('address'),
    safeContact: text('safeContact'),
    schoolOrWork: text('schoolOrWork'),
    language: text('language'),
    legalCapacity: from('legalCapacity', 'legalCapacity'),
  }
}

function oneAfterTheOther(field: Joinable, one: string, other: string): string {
  const said = one === other ? [one] : [one, other]
  return said.filter((text) => text !== '').join(between[field])
}

/** One person again: what the merge wrote goes back to what it was, what somebody wrote since stays. */
export function separatedSheet(before: PersonSheet, joined: PersonSheet, now: PersonSheet): PersonSheet {
  const back = Object.entries(before).filter(([field]) => valueOf(joined, field) === valueOf(now, field))
  return { ...now, ...Object.fromEntries(back) }
}

const valueOf = (sheet: PersonSheet, field: string) =>
  Object.entries(sheet).find(([key]) => key === field)?.[1]

/** Both sheets side by side, as they may be shown: an identity number never whole, but known to differ or not. */
export const fieldsOf = (kept: PersonSheet, merged: PersonSheet) =>
  MergeField.options.map((field) => ({
    field,
    kept: shown(kept, field),
    merged: shown(merged, field),
    same:
      kept[field] === merged[field] &&
      (field !== 'birthDate' || kept.birthPrecision === merged.birthPrecision),
  }))

function shown(sheet: PersonSheet, field: MergeField): string {
  const value = sheet[field]
  if (value === null) return ''
  return field === 'idNumber' ? maskedIdentityNumber(value) : value
}
