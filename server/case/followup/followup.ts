import type { FollowUpState, RecordFollowUp } from '#contract/case/followup.ts'
import type { Day } from '#contract/dates.ts'
import type { CaseState } from '#contract/case/overview.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { says, whole } from '#server/kernel/whole.ts'

/**
 * A look back after the end: do the gains hold?
 *
 *   planned ──record──▶ done
 *      └────cancel────▶ cancelled, with its reason
 */
export type FollowUp = Readonly<{
  id: string
  caseId: string
  state: FollowUpState
  dueOn: Day
  version: number
}>

/** Refuses aftercare where the case still goes on, and everything in an archived file. */
export function refuseUnlessClosed({ state }: Readonly<{ state: CaseState }>) {
  if (state === 'archived') throw new Refusal('case-is-archived')
  if (state === 'open') throw new Refusal('followup/case-is-open')
}

/** Refuses to record or cancel a follow-up a second time. */
export function refuseUnlessPlanned({ state }: Pick<FollowUp, 'state'>) {
  if (state !== 'planned') throw new Refusal('followup/not-planned')
}

/** Refuses to archive a file while a follow-up is still to come. */
export function refuseWhilePlanned(planned: number) {
  if (planned > 0) throw new Refusal('followup/still-planned', { planned })
}

/** Refuses a record that is not whole: what was found, or why nobody was reached. */
export function refuseUnlessRecorded(
  record: RecordFollowUp,
  { today, closedOn }: { today: Day; closedOn: Day },
) {
  const { heldOn, reached, further, nextOn } = record
  whole([
    ['heldOn', heldOn <= today, 'in-the-future'],
    ['heldOn', heldOn >= closedOn, 'followup/before-closing'],
    ['notReachedReason', reached || says(record.notReachedReason)],
    ['situation', !reached || says(record.situation)],
    ['maintained', !reached || record.maintained !== null],
    ['nextOn', !further || nextOn !== null],
    ['nextOn', !further || nextOn === null || nextOn > heldOn, 'followup/next-too-early'],
  ])
}
