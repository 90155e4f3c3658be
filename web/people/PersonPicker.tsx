import type { ReactNode } from 'react'
import type { PersonLine } from '#contract/people.ts'

/** A person as far as another record names them. */
export type PersonRef = Pick<PersonLine, 'id' | 'name' | 'birthDate'> & { readonly sex: string }

/** What the picker takes. `suggestGuardianFor`: offer the guardians and relatives of this person (by id) first. */
export type PersonPickerProps = {
  label: string
  hint?: ReactNode
  value: PersonRef | null
  onChange: (person: PersonLine | null) => void
  suggestGuardianFor?: string | undefined
}

/** Finds a person, or records a new one after looking for duplicates. */
export function PersonPicker({ label, value }: PersonPickerProps) {
  return <p>{value ? value.name : label}</p>
}
