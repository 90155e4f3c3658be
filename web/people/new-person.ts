import type { Sex } from '#contract/codes/index.ts'
import type { NewPerson } from '#contract/people.ts'

/** What is asked of somebody who is not in the records yet. */
export type NewPersonFacts = {
  name: string
  sex: Sex
  birthDate: string | null
  /** Years, when the birth date is not known. */
  age: number | null
  phone: string
  safeContact: string
  idNumber: string
}

/** Begins with what was typed in the search box, unless that was a number: of a telephone, or of an identity card, which may end in X. */
export const begunWith = (typed: string): NewPersonFacts => ({
  name: /^[\d\s+().-]*[Xx]?$/.test(typed) ? '' : typed,
  phone: /^\+?\d[\d\s().-]{6,}$/.test(typed) ? typed : '',
  sex: '9',
  birthDate: null,
  age: null,
  safeContact: '',
  idNumber: '',
})

/**
 * The person to record. An age becomes an estimated birth year: `today` is YYYY-MM-DD. Empty facts are left out, the
 * name stays bit for bit.
 */
export function newPersonFrom(id: string, facts: NewPersonFacts, today: string): Omit<NewPerson, 'sought'> {
  const { name, sex, phone, safeContact, idNumber, birthDate, age } = facts
  const person: Omit<NewPerson, 'sought'> = {
    id,
    name,
    sex,
    phone,
    safeContact,
    idNumber: idNumber.trim() === '' ? null : idNumber,
  }
  if (birthDate !== null) return { ...person, birthDate }
  if (age === null) return person
  const year = Number(today.slice(0, 4)) - Math.trunc(age)
  return { ...person, birthDate: `${year}-01-01`, birthPrecision: 'estimated' }
}
