import type { ClosingSheet } from '#contract/case/closing.ts'
import {
  changeClosing,
  decideClosing,
  openClosing,
  submitClosing,
} from '#server/case/closing/closing.actions.ts'
import { archiveCase, reopenCase } from '#server/case/followup/archive.actions.ts'
import { recordFollowUp } from '#server/case/followup/followup.actions.ts'
import { nextFollowUp } from './demo.repository.ts'
import type { Scene } from './scene.ts'
import type { Closing, FollowUp } from './story.ts'

/** Tells the end of the work: written, submitted, approved or returned by somebody else. */
export function tellClosing(scene: Scene, closing: Closing) {
  const { id, act, go, caseId, calendar } = scene
  const closingId = id('closing')
  const place = async (tx: Parameters<typeof caseId>[0]) => ({ caseId: await caseId(tx), closingId })
  go(closing.day)
  const sheet: ClosingSheet = { ...emptySheet, announcedOn: calendar.day(closing.day), ...closing.sheet }
  act('closing opened', 'closing.write', async (tx) => openClosing(tx, await caseId(tx), { id: closingId }))
  act('closing written', 'closing.write', async (tx) => changeClosing(tx, await place(tx), sheet))
  if (closing.draft) return
  act('closing submitted', 'closing.submit', async (tx) => submitClosing(tx, await place(tx)))
  const { approved, returned } = closing
  const decided = approved ?? returned
  if (!decided) return
  go(decided.day)
  const decision = { decision: approved ? ('approve' as const) : ('return' as const), note: decided.note }
  act(
    'closing decided',
    'closing.decide',
    async (tx) => decideClosing(tx, await place(tx), decision),
    decided.by,
  )
}

const emptySheet: ClosingSheet = {
  reason: null,
  reasonNote: '',
  readiness: [],
  announcedOn: null,
  mainProblem: '',
  outcome: '',
  gap: '',
  clientView: '',
  reactions: [],
  reactionCare: '',
  review: '',
  future: '',
  lessons: '',
  referred: null,
  referralNote: '',
  caregiver: '',
  followUpMonths: [],
  followUpWay: null,
  noFollowUpReason: '',
}

/** Tells what was found when the client was asked how things are, and the end in the archive. */
export function tellAftercare(scene: Scene) {
  const { story, act, go, caseId } = scene
  story.followUps?.forEach((followUp, at) => tellFollowUp(scene, followUp, at + 1))
  const { reopened, archived } = story
  if (reopened) {
    go(reopened.day)
    const { reason } = reopened
    act('case reopened', 'case.reopen', async (tx) => reopenCase(tx, await caseId(tx), { reason }))
  }
  if (archived === undefined) return
  go(archived)
  act('case archived', 'case.archive', async (tx) => archiveCase(tx, await caseId(tx)))
}

function tellFollowUp({ act, go, caseId, calendar }: Scene, { day, ...found }: FollowUp, ordinal: number) {
  go(day)
  const record = {
    way: 'phone' as const,
    reached: true,
    notReachedReason: '',
    situation: '',
    maintained: 'kept' as const,
    newNeed: '',
    actionTaken: '',
    further: false,
    reopen: false,
    ...found,
    heldOn: calendar.day(day),
    nextOn: null,
  }
  act(`follow-up ${ordinal} recorded`, 'follow-up.record', async (tx) => {
    const ofCase = await caseId(tx)
    await recordFollowUp(tx, { caseId: ofCase, followUpId: await nextFollowUp(tx, ofCase) }, record)
  })
}
