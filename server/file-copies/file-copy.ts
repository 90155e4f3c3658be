import type { FileCopyState, FilePart } from '#contract/codes/index.ts'
import { filePart } from '#contract/codes/index.ts'
import type { AskForFileCopy, DecideFileCopy } from '#contract/file-copies.ts'
import type { Day } from '#contract/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'

/** Who would consent for the client, and from what that follows: the same rule says who may ask for their file. */
export type Standing = Readonly<{ giver: 'client' | 'guardian'; capacity: string }>

type Somebody = Readonly<{ id: string; name: string }>
type Asking = Pick<AskForFileCopy, 'askedBy' | 'guardianId'>

/** Whether the client may ask alone: whoever may consent may ask. */
export const clientMayAsk = ({ giver }: Standing) => giver === 'client'

/** Whether a guardian may ask: not for an adult in full capacity, whose file is theirs alone. */
export const guardianMayAsk = ({ capacity }: Standing) => capacity !== 'full'

/**
 * Who asks, by id and name. Refuses (422) whoever may not ask for this client.
 * @param guardians who is a guardian of the client now
 */
export function askerOf(
  { askedBy, guardianId }: Asking,
  standing: Standing,
  client: Somebody,
  guardians: readonly Somebody[],
): Somebody {
  if (askedBy === 'client') {
    whole([['askedBy', clientMayAsk(standing), 'file-copies/guardian-asks']])
    return client
  }
  whole([['askedBy', guardianMayAsk(standing), 'file-copies/client-asks']])
  const guardian = guardians.find(({ id }) => id === guardianId)
  if (guardian) return guardian
  throw new Refusal('sheet-unfinished', { missing: 1 }, [
    { path: 'guardianId', code: 'file-copies/no-such-guardian' },
  ])
}

/** Refuses (422) a request that does not say how it was made sure who asks, or that is of a day to come. */
export function refuseUnlessAsked(asked: AskForFileCopy, today: Day) {
  whole([
    ['identityNote', asked.identityCheck !== 'other-document' || says(asked.identityNote)],
    ['askedOn', asked.askedOn <= today, 'file-copies/not-yet'],
  ])
}

const steps = {
  decide: ['asked', 'decided', 'produced'],
  // One that stands still is begun anew.
  produce: ['decided', 'producing'],
  fetch: ['produced', 'handed-over'],
  'hand-over': ['produced'],
} as const satisfies Record<string, readonly FileCopyState[]>

/** What can be done with a request. */
export type Step = keyof typeof steps

/** Whether the time of a step has come. */
export const isTimeFor = (step: Step, state: FileCopyState) => steps[step].some((one) => one === state)

/** Refuses (409) a step whose time has not come, or is over. */
export function refuseUnlessTime(step: Step, state: FileCopyState) {
  if (!isTimeFor(step, state)) throw new Refusal('file-copies/not-now')
}

/** The parts that are chapters of their own; what runs through all of them is not. */
export const chapters = filePart.codes.filter(
  (part): part is Chapter => part !== 'other-people' && part !== 'contact-details',
)
export type Chapter = Exclude<FilePart, 'other-people' | 'contact-details'>

/**
 * Refuses (422) a decision that does not say why: a refusal without its reason, or a copy in which nothing would be left.
 */
export function refuseUnlessDecided({ give, parts, refusal }: DecideFileCopy) {
  const left = chapters.filter((part) => !parts.some((one) => one.part === part))
  whole([
    ['refusal', give || says(refusal)],
    ['parts', !give || left.length > 0, 'file-copies/nothing-left'],
  ])
}
