import { type Stage, stage } from '#contract/codes/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** The stages of a case, in order. Folder names beside this one, here and in web, match. */
export const stages: readonly Stage[] = stage.codes

/**
 * Which stage may follow which.
 *
 *   intake ──▶ assessment ──▶ plan ──▶ delivery ──▶ evaluation ──▶ closing ──▶ followup
 *                              ▲──────────┴──────────────┤            │           │
 *                              └── delivery ◀────────────┴────────────┘           │
 *      every stage may go to closing;  a reopened case returns to assessment ◀────┘
 */
export const stagesAfter = {
  intake: ['assessment', 'closing'],
  assessment: ['plan', 'closing'],
  plan: ['delivery', 'assessment', 'closing'],
  delivery: ['evaluation', 'plan', 'closing'],
  evaluation: ['delivery', 'plan', 'closing'],
  closing: ['followup', 'delivery'],
  followup: ['assessment'],
} as const satisfies Record<Stage, readonly Stage[]>

/** Whether a case is worked on, only followed up, or only kept. */
export type CaseState = 'open' | 'closed' | 'archived'

/** A case file, as its rules need it. `team` are the workers who work on it. */
export type CaseFile = Readonly<{
  id: string
  agencyId: string
  number: string
  clientId: string
  inquiryId: string | null
  caseManagerId: string
  team: readonly string[]
  stage: Stage
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
  const next: readonly Stage[] = stagesAfter[caseFile.stage]
  if (!next.includes(to)) throw new Refusal('wrong-stage', { stage: caseFile.stage })
  return { ...caseFile, stage: to }
}
