import type { Stage } from '#contract/codes/index.ts'
import type { LimitName } from '#contract/settings/index.ts'
import type { TaskKind } from '#contract/workday.ts'
import type { Transaction } from '#server/access/index.ts'
import { limitsOn, templateOn } from '#server/agencies/index.ts'
import { tellStory } from '#server/case/timeline/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { dueAt, giveNotice, schedule, spanOf } from '#server/workday/index.ts'
import { saveCase } from './lifecycle.repository.ts'
import { type CaseFile, moved, orderOf } from './lifecycle.ts'
import {
  insertCase,
  insertCasePeople,
  nextCaseNumber,
  type Opening,
  refuseUnlessCaseworker,
  refuseUnlessSite,
  tieInquiry,
} from './opening.repository.ts'
import { applyRules } from './own-rules.actions.ts'

/** The work that entering a stage opens for the case manager, and the limit of the agency that it is given. */
const stageWork = {
  intake: [['hold-interview', 'intakeInterview']],
  assessment: [['write-assessment', 'assessment']],
  plan: [['write-plan', 'plan']],
  delivery: [
    ['contact-client', 'firstService'],
    ['review-plan', 'planReview'],
  ],
  evaluation: [['evaluate', 'evaluation']],
  closing: [['close-case', 'closing']],
  followup: [],
} as const satisfies Record<Stage, readonly (readonly [TaskKind, LimitName])[]>

/** Opens a case for an accepted inquiry: its number, its people, its first work, and the first lines of its story. */
export async function openCase(tx: Transaction, opening: Opening): Promise<string> {
  await refuseUnlessCaseworker(tx, opening.caseManagerId)
  const id = tx.newId()
  const today = dayOf(tx.now)
  await refuseUnlessSite(tx, today, opening.siteId)
  const template = await templateOn(tx, today, opening.siteId)
  const [first] = orderOf[template]
  const number = await nextCaseNumber(tx, today, opening.serviceFields)
  await insertCase(tx, { id, number, template, stage: first }, opening)
  await tieInquiry(tx, opening.inquiryId, id)
  await insertCasePeople(tx, id, opening)
  await tellStory(tx, { caseId: id }, 'case-opened', { number })
  await openStageWork(tx, { id, caseManagerId: opening.caseManagerId, template }, first)
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
  caseFile: Pick<CaseFile, 'id' | 'caseManagerId' | 'template'>,
  to: Stage,
) {
  const { id, caseManagerId } = caseFile
  const limits = await limitsOn(tx, dayOf(tx.now))
  const work = stageWork[to].map(([kind, limit]) => ({ kind, dueAt: dueAt(tx.now, spanOf(limit, limits)) }))
  await schedule(tx, ...work.map((task) => ({ ...task, caseId: id, ownerId: caseManagerId })))
  await applyRules(tx, caseFile, { kind: 'stage-opened', stage: to })
  if (to === 'followup') await applyRules(tx, caseFile, { kind: 'case-closed' })
}
