import type { AssessmentKind } from '#contract/codes/index.ts'
import type { AssessmentSheet, AssessmentState, ClientView } from '#contract/case/assessment.ts'
import { type LinedSheet, linesOf } from '#contract/case/assessment-lines.ts'
import { manyHandsNeeded } from '#contract/case/many-hands.ts'
import { explainedItem } from '#contract/codes/index.ts'
import type { Day } from '#contract/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Check, says, whole } from '#server/kernel/whole.ts'

/**
 * An assessment: strengths, problems and needs as worker and client see them.
 *
 *   draft ──sign──▶ signed ──the client's view──▶ confirmed | corrected | not-confirmed
 *     └──sign, level 4──▶ awaiting-cosignature ──co-sign──▶ signed
 *
 * What is signed no longer changes; what must be said later is an addendum.
 */
export type Assessment = Readonly<{
  id: string
  caseId: string
  kind: AssessmentKind
  state: AssessmentState
  sheet: AssessmentSheet
  authorId: string
  signedBy: string | null
  signedAt: Date | null
  cosignedBy: string | null
  clientView: ClientView | null
  /** What the others said, client and guardian each for themselves. */
  furtherViews: readonly ClientView[]
  version: number
}>

export type AssessmentStep = 'change' | 'sign' | 'cosign' | 'confirm' | 'addAddendum'

/** Which steps each state leaves open; `abilities` on the screen come from here. */
export const stepsFrom = {
  draft: ['change', 'sign'],
  'awaiting-cosignature': ['cosign', 'addAddendum'],
  signed: ['confirm', 'addAddendum'],
  confirmed: ['addAddendum'],
  corrected: ['addAddendum'],
  'not-confirmed': ['addAddendum'],
} as const satisfies Record<AssessmentState, readonly AssessmentStep[]>

/** Signed, but without the client's agreement: shown as such wherever it is used. */
export const isUnconfirmed = (state: AssessmentState) =>
  state === 'awaiting-cosignature' || state === 'signed' || state === 'not-confirmed'

/** Those who have said what they think of it. */
export const haveSpoken = ({ clientView, furtherViews }: Pick<Assessment, 'clientView' | 'furtherViews'>) =>
  [...(clientView ? [clientView] : []), ...furtherViews].map(({ personId }) => personId)

/** Refuses (409) a view that comes too early, or a second one of the same person; others may still speak. */
export function refuseUnlessMaySpeak(assessment: Assessment, personId: string) {
  const spoken = haveSpoken(assessment)
  if (spoken.length === 0) return refuseUnlessStep(assessment, 'confirm')
  if (spoken.includes(personId)) throw new Refusal('assessment/view-already-given')
}

const gravity = ['confirmed', 'corrected', 'not-confirmed'] as const

/** What all views together come to: not confirmed where one of them says no, corrected where one corrects. */
export function stateOfViews(views: readonly ClientView['view'][]): ClientView['view'] {
  return gravity[Math.max(0, ...views.map((view) => gravity.indexOf(view)))] ?? 'not-confirmed'
}

/** Refuses a step that comes too early or too late, naming what stands in its way. */
export function refuseUnlessStep({ state }: Assessment, step: AssessmentStep) {
  const steps: readonly AssessmentStep[] = stepsFrom[state]
  if (steps.includes(step)) return
  if (step === 'change' || step === 'sign') throw new Refusal('record-is-signed')
  if (step === 'cosign') throw new Refusal('assessment/not-awaiting-cosignature')
  if (state === 'draft') throw new Refusal('assessment/not-signed')
  throw new Refusal(
    state === 'awaiting-cosignature' ? 'assessment/awaits-cosignature' : 'assessment/view-already-given',
  )
}

/** Refuses (422) a signature under a sheet that is not whole, naming every gap. */
export function refuseUnlessSignable({ sheet }: Assessment, today: Day) {
  const held = sheet.heldOn
  whole([
    ['heldOn', held !== null],
    ['heldOn', held === null || held <= today, 'assessment/in-the-future'],
    ['methods', sheet.methods.length > 0],
    [
      'explainedItems',
      explainedItem.codes.every((item) => sheet.explainedItems.includes(item)),
      'assessment/not-all-explained',
    ],
    ['presenting', says(sheet.presenting)],
    ['strengths', sheet.strengths.length > 0, 'assessment/no-strength'],
    ...sheet.strengths.map((strength, at): Check => [
      `strengths.${at}.description`,
      says(strength.description),
    ]),
    ['problems', sheet.problems.length > 0, 'assessment/no-problem'],
    ...sheet.problems.flatMap(checksOfProblem),
    ['needs', isNeedLinked(sheet), 'assessment/no-need-linked'],
    ...sheet.needs.map((need, at): Check => [`needs.${at}.description`, says(need.description)]),
    ['needsCaseManagement', sheet.needsCaseManagement !== null],
    [
      'needsCaseManagement',
      sheet.needsCaseManagement !== false || manyHandsNeeded(sheet).length < 2,
      'assessment/needs-case-management',
    ],
    ['summary', says(sheet.summary)],
  ])
}

const checksOfProblem = (problem: AssessmentSheet['problems'][number], at: number): Check[] => [
  [`problems.${at}.description`, says(problem.description)],
  [`problems.${at}.cause`, says(problem.cause)],
  [`problems.${at}.nature`, problem.nature !== null],
  [`problems.${at}.degree`, problem.degree !== null],
  [`problems.${at}.factors`, says(problem.factors)],
]

const isNeedLinked = ({ needs, problems }: AssessmentSheet) =>
  needs.some(({ problemIds }) => problems.some(({ id }) => problemIds.includes(id)))

/** Milliseconds by which the clock of a worker's device may be ahead of ours. */
const clockLeniency = 300_000

/**
 * A correction says what was corrected, as a whole or line by line, a refusal why; only the client or a guardian can give
 * either, and what is confirmed as it stands has no corrected line.
 */
export function refuseUnlessViewWhole(
  { sheet }: Readonly<{ sheet: LinedSheet }>,
  given: ClientView,
  viewGivers: readonly string[],
  now: Date,
) {
  const lines = new Set(linesOf(sheet).map(({ line }) => line))
  const { view, text, corrections } = given
  whole([
    ['text', view === 'confirmed' || says(text) || (view === 'corrected' && corrections.length > 0)],
    ['view', view === 'corrected' || corrections.length === 0, 'assessment/confirmed-as-it-stands'],
    ...corrections.map(({ line }, at): Check => [
      `corrections.${at}`,
      lines.has(line),
      'assessment/no-such-line',
    ]),
    ['personId', viewGivers.includes(given.personId), 'assessment/not-client-or-guardian'],
    ['givenAt', Date.parse(given.givenAt) <= now.getTime() + clockLeniency, 'assessment/in-the-future'],
  ])
}

/** The author among those who may not co-sign: whoever wrote or signed it, when the actor is one of them. */
export const ownHandIn = ({ authorId, signedBy }: Assessment, workerId: string) =>
  signedBy === workerId ? workerId : authorId
