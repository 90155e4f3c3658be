import { Refusal } from '#server/kernel/refusal.ts'

/** What is said in a case is said while it is open: nothing is written any more in one that is closed or archived. */
export function refuseUnlessOpen(state: string | null) {
  if (state === 'archived') throw new Refusal('case-is-archived')
  if (state === 'closed') throw new Refusal('case-is-closed')
}
