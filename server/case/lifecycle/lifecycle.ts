import { type Stage, stage, type WorkflowTemplate } from '#contract/codes/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** The stages of a case, in the standard order. Folder names beside this one, here and in web, match. */
export const stages: readonly Stage[] = stage.codes

const afterPlan = ['delivery', 'evaluation', 'closing', 'followup'] as const

/** The stages in the order of each template: DB62/T 4986-2024 assesses first, and interviews then (R-103; 003 §8.1–8.5). */
export const orderOf = {
  standard: ['intake', 'assessment', 'plan', ...afterPlan],
  'assessment-first': ['assessment', 'intake', 'plan', ...afterPlan],
} as const satisfies Record<WorkflowTemplate, readonly Stage[]>

/**
 * Which stage may follow which.
 *
 *   intake ──▶ assessment ──▶ plan ──▶ delivery ──▶ evaluation ──▶ closing ──▶ followup
 *                              ▲──────────┴──────────────┤            │           │
 *                              └── delivery ◀────────────┴────────────┘           │
 *      every stage may go to closing;  a reopened case returns to assessment ◀────┘
 *
 * By DB62/T 4986 the first three are  assessment ──▶ intake ──▶ plan; all else is the same.
 */
const standardSteps = {
  intake: ['assessment', 'closing'],
  assessment: ['plan', 'closing'],
  plan: ['delivery', 'assessment', 'closing'],
  delivery: ['evaluation', 'plan', 'closing'],
  evaluation: ['delivery', 'plan', 'closing'],
  closing: ['followup', 'delivery'],
  followup: ['assessment'],
} as const satisfies Record<Stage, readonly Stage[]>
export const stagesAfter = {
  standard: standardSteps,
  'assessment-first': {
    ...standardSteps,
    assessment: ['intake', 'closing'],
    intake: ['plan', 'assessment', 'closing'],
  },
} as const satisfies Record<WorkflowTemplate, Record<Stage, readonly Stage[]>>

/** The stage that follows when the work of this one is done, in the order of the case's template. */
export function nextStageOf({ template, stage: here }: Pick<CaseFile, 'template' | 'stage'>): Stage {
  const order: readonly Stage[] = orderOf[template]
  return order[order.indexOf(here) + 1] ?? here
}

/** Whether a case worked on has not yet come further than the stage after this one: what belongs here may still be done. */
export function isAtOrJustAfter({ template, stage: here, state }: CaseFile, wanted: Stage): boolean {
  const order: readonly Stage[] = orderOf[template]
  const ahead = order.indexOf(here) - order.indexOf(wanted)
  return state === 'open' && (ahead === 0 || ahead === 1)
}

/** Whether a case worked on, only followed up, or only kept. */
export type CaseState = 'open' | 'closed' | 'archived'

/** A case file, as its rules need it. `team` are the workers who work on it. */
export type CaseFile = Readonly<{
  id: string
  agencyId: string
  number: string
  clientId: string
  inquiryId: string | null
  caseManagerId: string
  /** Null is the agency as a whole. */
  siteId: string | null
  team: readonly string[]
  stage: Stage
  /** In which order its stages follow; it is that of the day on which it was opened. */
  template: WorkflowTemplate
  state: CaseState
  confidentiality: string
  serviceFields: readonly string[]
  clientGroups: readonly string[]
  riskLevel: string
  emergency: boolean
  openedAt: Date
  closedAt: Date | null
  archivedAt: Date | null
  keepUntil: string | null
  version: number
}>

/** Refuses work in a case that is closed or archived: an archived file is read-only. */
export function refuseUnlessOpen(caseFile: CaseFile) {
  refuseIfArchived(caseFile)
  if (caseFile.state === 'closed') throw new Refusal('case-is-closed')
}

/** Refuses what may still be said after the work ended, but not once the file was put away. */
export function refuseIfArchived({ state }: CaseFile) {
  if (state === 'archived') throw new Refusal('case-is-archived')
}

/** Refuses an act whose stage this is not, naming where the case stands. */
export function refuseUnlessIn(caseFile: CaseFile, ...wanted: readonly Stage[]) {
  refuseUnlessOpen(caseFile)
  if (!wanted.includes(caseFile.stage)) throw new Refusal('wrong-stage', { stage: caseFile.stage })
}

/** The same case in its next stage; a step the drawing does not know is refused. */
export function moved(caseFile: CaseFile, to: Stage): CaseFile {
  const next: readonly Stage[] = stagesAfter[caseFile.template][caseFile.stage]
  if (!next.includes(to)) throw new Refusal('wrong-stage', { stage: caseFile.stage })
  return { ...caseFile, stage: to }
}
