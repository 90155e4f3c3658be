import type { MatrixCase } from './cases.ts'
import type { Member } from './staff.ts'

/** One question beside the cases, and what its answer must show. */
export type ListAsked = Readonly<{
  method: string
  address: string
  /** The route, where the address has an id in it. */
  url?: string
  payload?: object
  operation: string
  /** The canaries that must be in it, exactly; null where the list is not about cases. */
  shows: ((member: Member, one: MatrixCase) => boolean) | null
  /** Said where what is asked about is another's, and is therefore not found. */
  absent?: true
  /** Said where the operation also reads. */
  writes?: true
}>
