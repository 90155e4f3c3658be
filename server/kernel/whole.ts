import { type FieldProblem, Refusal } from './refusal.ts'

/** A check of one field: its path, whether it is filled as it must be, and the problem when it is not. */
export type Check = readonly [path: string, holds: boolean, code?: string]

const somethingToRead = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u

/** True when a text says something; white space and characters that nobody sees say nothing. */
export const says = (text: string | null | undefined) =>
  text !== null && text !== undefined && somethingToRead.test(text)

/**
 * Refuses a sheet that is not whole, naming every field that stands in the way at once,
 * so that a worker mends them in one go.
 */
export function whole(checks: readonly Check[]) {
  const fields: FieldProblem[] = checks
    .filter(([, holds]) => !holds)
    .map(([path, , code = 'required']) => ({ path, code }))
  if (fields.length > 0) throw new Refusal('sheet-unfinished', { missing: fields.length }, fields)
}
