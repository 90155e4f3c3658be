import type { Coded, Signature, Signatures } from '../case-facts.ts'

/** A text as a form wants it: null where the record says nothing, so that the form leaves a line to write on. */
export const textOrNull = (text: string | null | undefined) =>
  text === null || text === undefined || !/\S/u.test(text) ? null : text

/** A code with its list, or null where nothing was chosen. */
export const codedOrNull = (list: string, code: string | number | null | undefined): Coded | null =>
  code === null || code === undefined || code === '' ? null : { list, code: String(code) }

/** Several codes of one list. */
export const codedAll = (list: string, codes: readonly string[]): Coded[] =>
  codes.map((code) => ({ list, code }))

/** A moment as the forms take it. */
export const moment = (at: Date | null | undefined) => at?.toISOString() ?? null

/** A signature given at the screen by a colleague, or null where nobody signed. */
export const signedBy = (name: string | null | undefined, at: Date | null | undefined): Signature | null =>
  name && at
    ? { name, way: codedOrNull('confirmationWay', 'electronic'), signedAt: at.toISOString(), note: null }
    : null

/** A place to sign that nobody has used. */
export const unsigned: Signatures = {
  client: null,
  guardian: null,
  worker: null,
  supervisorOpinion: null,
  supervisor: null,
  head: null,
}
