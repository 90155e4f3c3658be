import type { Stage } from '#contract/codes/index.ts'
import type { TaskKind } from '#contract/workday.ts'
import type { Transaction } from '#server/access/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { type DaySpan, defaultDeadlines, dueAt, giveNotice, schedule } from '#server/workday/index.ts'
import { saveCase } from './lifecycle.repository.ts'
import { type CaseFile, moved } from './lifecycle.ts'
import {
  insertCase,
  insertCasePeople,
  nextCaseNumber,
  type Opening,
  refuseUnlessCaseworker,
  tieInquiry,
} from './opening.repository.ts'

/** The work that entering a stage opens for the case manager (design: deadlines come from the template). */
const stageWork = {
  intake: [['hold-interview', defaultDeadlines.intakeInterview.span]],
  assessment: [['write-assessment', defaultDeadlines.assessment.span]],
  plan: [['write-plan', defaultDeadlines.plan.span]],
  delivery: [
    ['contact-client', { days: 7 }],
    ['review-plan', defaultDeadlines.planReview.span],
  ],
  evaluation: [['evaluate', { days: 14 }]],
  closing: [['close-case', { days: 14 }]],
  followup: [],
} as const satisfies Record<Stage, readonly (readonly [TaskKind, DaySpan])[]>

/** Opens a case for an accepted inquiry: its number, its people, its first work, and the first lines of its story. */
export async function openCase(tx: Transaction, opening: Opening): Promise<string> {
  await refuseUnlessCaseworker(tx, opening.caseManagerId)
  const id = tx.newId()
  const number = await nextCaseNumber(tx, Number(dayOf(tx.now).slice(0, 4)))
  await insertCase(tx, id, number, opening)
  await tieInquiry(tx, opening.inquiryId, id)
  await insertCasePeople(tx, id, opening)
  await tellStory(tx, { caseId: id }, 'case-opened', { number })
  await openStageWork(tx, { id, caseManagerId: opening.caseManagerId }, 'intake')
  if (opening.caseManagerId !== tx.actor.workerId) {
    await giveNotice(tx, { workerIds: [opening.caseManagerId], kind: 'case-assigned', caseId: id })
  }
  tx.saw({ kind: 'case', id, caseId: id, personId: opening.clientId })
  return id
}

/** Moves a case to its next stage: keeps it, tells it, and opens that stage's work. The case must be locked. */
export async function enterStage(tx: Transaction, caseFile: CaseFile, to: Stage) {
  await saveCase(tx, moved(caseFile, to))
  await tellStory(tx, { caseId: caseFile.id }, 'stage-entered', { stage: to })
  await openStageWork(tx, caseFile, to)
}

async function openStageWork(
  tx: Transaction,
  { id, caseManagerId }: Pick<CaseFile, 'id' | 'caseManagerId'>,
  to: Stage,
) {
  const work = stageWork[to].map(([kind, span]) => ({ kind, dueAt: dueAt(tx.now, span) }))
  await schedule(tx, ...work.map((task) => ({ ...task, caseId: id, ownerId: caseManagerId })))
}
