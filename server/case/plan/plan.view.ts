import type { PlanPage, PlanView } from '#contract/case/plan.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Operation, type Transaction } from '#server/access/index.ts'
import { awaitedOf, latestConfirmedAssessment } from '#server/case/assessment/index.ts'
import { type CaseFile, isRecordMasked, lookAtCase } from '#server/case/lifecycle/index.ts'
import { unfinishedIn } from './completeness.ts'
import { missingConfirmations } from './confirmation.ts'
import { withoutAnalysis } from './masking.ts'
import { confirmationNeedOf } from '#server/people/index.ts'
import { confirmationNames, goalStatusesOf, headingOf, planActs } from './plan-details.queries.ts'
import { assessmentGround, latestEdition, planLines } from './plan.queries.ts'
import { lookAtPlan } from './plan.repository.ts'
import { isOpen, ownHandIn, type Plan, planStages, type PlanStep } from './plan.ts'

/** The plan as this reader sees it, with who still has to confirm it and what they may do next. */
export async function viewPlan(tx: Transaction, caseId: string, planId: string): Promise<PlanView> {
  const caseFile = await lookAtCase(tx, caseId)
  const plan = await lookAtPlan(tx, caseId, planId)
  const { edition, state, superseded, sheet, version } = plan
  const masked = await isRecordMasked(tx, caseFile, { record: 'plan', recordId: planId })
  const ground = await assessmentGround(tx, plan.assessmentId, masked)
  const assessment = { ...ground, awaited: await awaitedOf(tx, caseFile, plan.assessmentId) }
  return {
    id: planId,
    caseId,
    ...(await headingOf(tx, caseId)),
    edition,
    state,
    superseded,
    sheet: masked ? withoutAnalysis(sheet) : sheet,
    goalStatuses: await goalStatusesOf(tx, plan),
    assessment,
    unfinished: state === 'draft' ? unfinishedIn(sheet, assessment.needs) : [],
    ...handsFrom(await planActs(tx, planId)),
    confirmations: (await confirmationsOf(tx, plan)).map((one) => (masked ? { ...one, said: '' } : one)),
    confirmationNeed: await needOf(tx, caseFile, plan),
    version: masked ? 0 : version,
    abilities: abilitiesOf(tx, caseFile, plan),
  }
}

function handsFrom(acts: Awaited<ReturnType<typeof planActs>>) {
  return {
    author: { id: acts.authorId, name: acts.authorName },
    signature: hand(acts.signerId, acts.signerName, acts.signedAt),
    cosignature: hand(acts.cosignerId, acts.cosignerName, acts.cosignedAt),
    activation: hand(acts.activatorId, acts.activatorName, acts.activatedAt),
  }
}

const hand = (id: string | null, name: string | null, at: Date | null) =>
  id === null || name === null || at === null ? null : { by: { id, name }, at: at.toISOString() }

async function confirmationsOf(tx: Transaction, plan: Plan): Promise<PlanView['confirmations']> {
  const names = new Map((await confirmationNames(tx, plan.id)).map((row) => [row.id, row]))
  return plan.confirmations.map(({ personId, ...given }) => {
    const known = names.get(given.id)
    return {
      ...given,
      person: { id: personId, name: known?.personName ?? '' },
      recordedBy: { id: known?.recorderId ?? '', name: known?.recorderName ?? '' },
    }
  })
}

async function needOf(
  tx: Transaction,
  { clientId }: CaseFile,
  plan: Plan,
): Promise<PlanView['confirmationNeed']> {
  const { needsGuardian, isMinor, guardians } = await confirmationNeedOf(tx, clientId)
  const missing = missingConfirmations(plan.confirmations, { clientId, needsGuardian, guardians })
  return { needsGuardian, isMinor, guardians: [...guardians], missing }
}

const operationOf = {
  change: 'plan.write',
  sign: 'plan.sign',
  cosign: 'plan.cosign',
  confirm: 'plan.confirm',
  activate: 'plan.activate',
} as const satisfies Record<PlanStep, Operation>

function abilitiesOf({ actor }: Transaction, { team, state }: CaseFile, plan: Plan): PlanView['abilities'] {
  const facts = { team, authorId: ownHandIn(plan, actor.workerId) }
  const ability = (step: PlanStep) =>
    abilityFor(actor, operationOf[step], facts, state === 'open' && isOpen(plan, step))
  return {
    change: ability('change'),
    sign: ability('sign'),
    cosign: ability('cosign'),
    confirm: ability('confirm'),
    activate: ability('activate'),
  }
}

/** The editions of the plan of a case, and whether this reader may begin one now. */
export async function viewPlans(tx: Transaction, caseId: string, query: PageQuery): Promise<PlanPage> {
  const caseFile = await lookAtCase(tx, caseId)
  const page = await planLines(tx, caseId, query)
  const { hasDraft } = await latestEdition(tx, caseId)
  const ground = await latestConfirmedAssessment(tx, caseId)
  const timely =
    caseFile.state === 'open' && planStages.includes(caseFile.stage) && ground !== null && !hasDraft
  const open = abilityFor(tx.actor, 'plan.write', { team: caseFile.team }, timely)
  return { ...page, ...(await headingOf(tx, caseId)), abilities: { open } }
}
