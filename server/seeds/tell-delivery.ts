import type { ProcessRecordSheet } from '#contract/case/delivery.ts'
import {
  addToRecord,
  changeRecord,
  openRecord,
  signRecord,
} from '#server/case/delivery/process-record.actions.ts'
import { moveStep, settleStep } from '#server/case/delivery/step.actions.ts'
import { phrases } from './phrases.ts'
import type { Scene } from './scene.ts'
import type { Meeting, Step, StoryDay } from './story.ts'
import { goalIdOf, stepIdOf } from './tell-plan.ts'

type Event = Readonly<{ day: StoryDay; tell: () => void }>

/** Tells the work on the plan, day by day: contacts, steps that were done, given up or moved. */
export function tellDelivery(scene: Scene) {
  const { meetings = [], plan } = scene.story
  const events: Event[] = [
    ...meetings.map((meeting, at) => ({ day: meeting.day, tell: () => tellMeeting(scene, meeting, at + 1) })),
    ...(plan?.steps ?? []).flatMap((step, at) => eventsOf(scene, step, at)),
  ]
  for (const { tell } of events.toSorted((one, other) => one.day - other.day)) tell()
}

function tellMeeting(scene: Scene, meeting: Meeting, ordinal: number) {
  const { id, act, go, pass, caseId } = scene
  const recordId = id('record', String(ordinal))
  const place = async (tx: Parameters<typeof caseId>[0]) => ({ caseId: await caseId(tx), recordId })
  const heldFrom = go(meeting.day)
  const heldUntil = pass(meeting.minutes ?? 50)
  pass(10)
  const sheet = recordSheetOf(scene, meeting, heldFrom, heldUntil)
  act(`record ${ordinal} opened`, 'record.write', async (tx) =>
    openRecord(tx, await caseId(tx), { id: recordId }),
  )
  act(`record ${ordinal} written`, 'record.write', async (tx) => changeRecord(tx, await place(tx), sheet))
  if (meeting.draft) return
  if (meeting.signed !== undefined) go(meeting.signed)
  act(`record ${ordinal} signed`, 'record.sign', async (tx) => signRecord(tx, await place(tx)))
  if (!meeting.added) return
  const { day, reason, text } = meeting.added
  go(day)
  const addendum = { id: id('addendum', String(ordinal)), reason, text }
  act(`record ${ordinal} added to`, 'record.add-addendum', async (tx) =>
    addToRecord(tx, await place(tx), addendum),
  )
}

function recordSheetOf(scene: Scene, meeting: Meeting, from: Date, until: Date): ProcessRecordSheet {
  const { day: _, signed: __, draft, minutes: ___, goals = [], added: ____, ...own } = meeting
  const said = phrases[scene.language]
  return {
    place: said.office,
    mode: 'office',
    personsSeen: ['client'],
    clientSeen: true,
    notSeenReason: '',
    activityTypes: ['counselling'],
    purpose: said.meeting.purpose,
    performance: '',
    interaction: said.meeting.interaction,
    intervention: '',
    progress: draft ? '' : said.meeting.progress,
    difficulty: draft ? '' : said.meeting.difficulty,
    solution: draft ? '' : said.meeting.solution,
    judgement: '',
    nextPlan: draft ? '' : said.meeting.next,
    nextAt: null,
    ...own,
    heldFrom: from.toISOString(),
    heldUntil: until.toISOString(),
    goalIds: goals.map((key) => goalIdOf(scene, key)),
  }
}

function eventsOf(scene: Scene, { done, cancelled, moved }: Step, at: number): Event[] {
  const { act, go, caseId, calendar } = scene
  const place = async (tx: Parameters<typeof caseId>[0]) => ({
    caseId: await caseId(tx),
    stepId: stepIdOf(scene, at),
  })
  const settled = (day: StoryDay, state: 'done' | 'cancelled', outcome: string): Event => ({
    day,
    tell: () => {
      go(day)
      const settlement = { state, outcome, doneOn: state === 'done' ? calendar.day(day) : null }
      act(`step ${at} settled`, 'step.settle', async (tx) => settleStep(tx, await place(tx), settlement))
    },
  })
  const moving = (day: StoryDay, to: StoryDay, reason: string): Event => ({
    day,
    tell: () => {
      go(day)
      const deadline = { dueOn: calendar.day(to), reason }
      act(`step ${at} moved`, 'step.move', async (tx) => moveStep(tx, await place(tx), deadline))
    },
  })
  return [
    ...(moved ? [moving(moved.day, moved.to, moved.reason)] : []),
    ...(done ? [settled(done.day, 'done', done.outcome)] : []),
    ...(cancelled ? [settled(cancelled.day, 'cancelled', cancelled.why)] : []),
  ]
}
