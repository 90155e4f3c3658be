import type { PersonSheet } from '#contract/people.ts'

/** What leads to a person wherever they are: kept sealed, opened only where it is shown. */
export type IdentifierField = 'idNumber' | 'phone' | 'address' | 'safeContact'
export type Identifiers = Pick<PersonSheet, IdentifierField>

/** A sheet as far as it lies open: enough for every rule. */
export type OpenSheet = Omit<PersonSheet, IdentifierField>

/** Raised when the rules of sealing or of search keys change: older rows are brought up after the next start, while it answers. */
export const currentEdition = 1
