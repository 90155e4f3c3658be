import type { Actor } from './actor.ts'
import { type Operation, operations, type Rule } from './operations.ts'

/** One opening by break-glass that was not ended: which case it shows, under which name, and until when. */
export type RunningBreakGlass = Readonly<{
  id: string
  caseId: string
  clientId: string
  principalId: string
  until: Date
}>

/** What a request asks about. */
export type Asked = Readonly<{ caseId?: string; personId?: string }>

/** Whether an operation may be done under break-glass at all: it reads a case or its client, and nothing else. */
export function isLendable(operation: Operation): boolean {
  const { lent }: Rule = operations[operation]
  return lent === true
}

/**
 * The actor with what is lent to them: nothing but the sight of the one case that they opened, and only while its time
 * runs. Null when nothing they opened shows what they ask for. What they see by their own right is not with it.
 */
export function withLentSight(
  actor: Actor,
  { caseId, personId }: Asked,
  running: readonly RunningBreakGlass[],
  now: Date,
): Actor | null {
  const found = running.find(
    (one) =>
      one.until > now && (one.caseId === caseId || (caseId === undefined && one.clientId === personId)),
  )
  if (!found) return null
  return { ...actor, principals: [found.principalId], lent: { openingId: found.id, until: found.until } }
}
