import { type Actor, decide } from '#server/access/index.ts'

/**
 * Whether somebody who sees a case needs to see what is sensitive in it: whoever works on it, the supervisors who
 * oversee that work, and whoever was lent it by break-glass, for in an emergency an illness is what must be known. Everybody
 * else (the head, whoever is named in a narrow case) sees that something is there, and of which kind.
 */
export const needsToKnow = (
  { workerId, role, lent }: Pick<Actor, 'workerId' | 'role' | 'lent'>,
  team: readonly string[],
) => team.includes(workerId) || role === 'supervisor' || lent !== undefined

/** An assessment or a plan as this rule sees it: where it stands, and who signed beside its author. */
export type SignedBeside = Readonly<{ state: string; cosignedBy: string | null }>

/** The same for one of them: nobody signs what they cannot read, so whoever may sign it beside a colleague reads it, and did. */
export const mayReadWhole = (
  reader: Actor,
  team: readonly string[],
  { state, cosignedBy }: SignedBeside,
  cosign: 'assessment.cosign' | 'plan.cosign' = 'assessment.cosign',
) =>
  needsToKnow(reader, team) ||
  cosignedBy === reader.workerId ||
  (state === 'awaiting-cosignature' && decide(reader, cosign).allowed)
