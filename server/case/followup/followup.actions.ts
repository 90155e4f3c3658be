import type { CancelFollowUp, RecordFollowUp } from '#contract/case/followup.ts'
import type { FollowUpWay } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookToChange } from '#server/case/lifecycle/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf, endOfDay } from '#server/kernel/days.ts'
import { addDays, addMonths, type DaySpan, dueAt, schedule, settle } from '#server/workday/index.ts'
import { insertFollowUps, lookAtFollowUp, plannedFollowUps, saveFollowUp } from './followup.repository.ts'
import { refuseUnlessClosed, refuseUnlessPlanned, refuseUnlessRecorded } from './followup.ts'

/** Where a follow-up stands: its case, and its own id. */
export type FollowUpPlace = Readonly<{ caseId: string; followUpId: string }>

// How long a closed file whose follow-ups are done may lie before it is archived; no standard sets this number.
const archiveSpan: DaySpan = { workingDays: 10 }

type Aftercare = Readonly<{ closingId: string; months: readonly number[]; way: FollowUpWay | null }>

/** Plans the follow-ups of a case that was just closed; without any, the file waits for the archive. */
export async function planAftercare(
  tx: Transaction,
  caseFile: CaseFile,
  { closingId, months, way }: Aftercare,
) {
  const today = dayOf(tx.now)
  const days = [...new Set(months)]
    .toSorted((one, other) => one - other)
    .map((month) => addMonths(today, month))
  await planFollowUps(tx, caseFile, { closingId, days, way })
  if (days.length === 0) await askToArchive(tx, caseFile)
}

type Planned = Readonly<{ closingId: string; days: readonly Day[]; way: FollowUpWay | null }>

async function planFollowUps(
  tx: Transaction,
  { id: caseId, caseManagerId }: CaseFile,
  { closingId, days, way }: Planned,
) {
  const planned = days.map((dueOn) => ({ id: tx.newId(), dueOn }))
  await insertFollowUps(tx, { caseId, closingId, way }, planned)
  const work = planned.map(({ id, dueOn }) => ({ subjectId: id, dueAt: endOfDay(dueOn) }))
  await schedule(
    tx,
    ...work.map((due) => ({ kind: 'follow-up' as const, caseId, ownerId: caseManagerId, ...due })),
  )
}

/** Records what a follow-up found; where it asks for another one, that is planned at once. */
export async function recordFollowUp(tx: Transaction, place: FollowUpPlace, record: RecordFollowUp) {
  const { caseFile, followUp } = await lookToChangeFollowUp(tx, place) // 404, 403, 409
  // A device in an earlier time zone still has yesterday's date on the day of the closing.
  const closedOn = addDays(dayOf(caseFile.closedAt ?? tx.now), -1)
  refuseUnlessRecorded(record, { today: dayOf(tx.now), closedOn }) // 422
  const { nextOn, ...found } = record
  await saveFollowUp(tx, followUp, { ...found, state: 'done' }) // 412
  if (record.further && nextOn) {
    await planFollowUps(tx, caseFile, { closingId: followUp.closingId, days: [nextOn], way: record.way })
  }
  await tellStory(tx, { caseId: caseFile.id }, 'follow-up-recorded', {
    reached: record.reached,
    maintained: record.reached ? record.maintained : null,
  })
  await settleFollowUp(tx, caseFile, followUp.id)
}

/** A planned follow-up does not take place, for a reason that stays with it. */
export async function cancelFollowUp(tx: Transaction, place: FollowUpPlace, { reason }: CancelFollowUp) {
  const { caseFile, followUp } = await lookToChangeFollowUp(tx, place) // 404, 403, 409
  await saveFollowUp(tx, followUp, { state: 'cancelled', cancellationReason: reason }) // 412
  await settleFollowUp(tx, caseFile, followUp.id)
}

async function lookToChangeFollowUp(tx: Transaction, { caseId, followUpId }: FollowUpPlace) {
  const caseFile = await lookToChange(tx, caseId) // 404
  const followUp = await lookAtFollowUp(tx, caseId, followUpId) // 404
  permit(tx.actor, 'follow-up.record', { team: caseFile.team }) // 403
  refuseUnlessClosed(caseFile) // 409
  refuseUnlessPlanned(followUp) // 409
  return { caseFile, followUp }
}

/** The work of this follow-up is done; after the last one the file waits for the archive. */
async function settleFollowUp(tx: Transaction, caseFile: CaseFile, subjectId: string) {
  await settle(tx, ['follow-up'], { caseId: caseFile.id, subjectId })
  if ((await plannedFollowUps(tx, caseFile.id)) === 0) await askToArchive(tx, caseFile)
}

const askToArchive = (tx: Transaction, { id: caseId, caseManagerId: ownerId }: CaseFile) =>
  schedule(tx, { kind: 'archive-case', caseId, ownerId, dueAt: dueAt(tx.now, archiveSpan) })
