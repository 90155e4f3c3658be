import type { RecordFollowUp } from '#contract/case/followup.ts'
import type { FollowUpWay } from '#contract/codes/index.ts'

/** A follow-up while it is being recorded: nothing is answered for anybody beforehand. */
export type Draft = Omit<RecordFollowUp, 'heldOn' | 'way' | 'reached'> & {
  heldOn: string | null
  way: FollowUpWay | null
  reached: boolean | null
}

/** Nothing found yet, today, in the planned way. */
export const emptyDraft = (today: string, way: FollowUpWay | null): Draft => ({
  heldOn: today,
  way,
  reached: null,
  notReachedReason: '',
  situation: '',
  maintained: null,
  newNeed: '',
  actionTaken: '',
  further: false,
  nextOn: null,
  reopen: false,
})

/** The record as it is sent, or null while day, way or the answer are missing. What is not asked for is left out. */
export function recordFrom(draft: Draft): RecordFollowUp | null {
  const { heldOn, way, reached, further } = draft
  if (heldOn === null || way === null || reached === null) return null
  const found = reached
    ? { notReachedReason: '' }
    : { situation: '', maintained: null, newNeed: '', actionTaken: '' }
  return { ...draft, ...found, heldOn, way, reached, nextOn: further ? draft.nextOn : null }
}
