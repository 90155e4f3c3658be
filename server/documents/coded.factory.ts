import type { Coded, Signature, Signatures } from './case-facts.ts'

/** A code of a list of the contract. */
export const coded = (list: string, code: string, note?: string): Coded =>
  note === undefined ? { list, code } : { list, code, note }

/** Someone's signature by hand, or in the way named. */
export const signed = (
  name: string,
  signedAt: string,
  way = 'signature',
  note: string | null = null,
): Signature => ({
  name,
  way: coded('confirmationWay', way),
  signedAt,
  note,
})

/** A block where nobody has signed yet. */
export const unsigned: Signatures = {
  client: null,
  guardian: null,
  worker: null,
  supervisorOpinion: null,
  supervisor: null,
  head: null,
}
