import type { Awaited } from '#contract/case/awaited.ts'
import type { Confirmer } from '#contract/codes/index.ts'
import type { Language } from '#contract/language.ts'
import type { AssessmentFacts, Signature, Signatures } from '../case-facts.ts'
import { awaitedBox } from './awaited.rows.ts'
import type { AssessmentRows as Rows } from './stages.queries.ts'
import { codedAll, codedOrNull, moment, signedBy, textOrNull, unsigned } from './text.ts'

/** The assessment as form B shows it. */
export function assessmentFacts({ assessment: a, problems, needs, strengths }: Rows): AssessmentFacts {
  const problemNames = new Map(problems.map(({ id, description }) => [id, description]))
  return {
    type: codedOrNull('assessmentKind', a.kind),
    heldAt: a.heldOn,
    place: textOrNull(a.place),
    methods: codedAll('collectionMethod', a.methods),
    informants:
      textOrNull(a.informants) === null ? [] : [{ name: a.informants, relation: null, date: a.heldOn }],
    presentingProblem: textOrNull(a.presenting),
    physical: textOrNull(a.physical),
    psychological: textOrNull(a.psychological),
    social: textOrNull(a.social),
    behaviour: textOrNull(a.behaviour),
    economy: null,
    culture: null,
    strengths: strengths.map(({ description }) => ({ strength: description, use: null })),
    weaknesses: textOrNull(a.limits) === null ? [] : [{ weakness: a.limits }],
    problems: problems.map((problem) => ({
      problem: problem.description,
      cause: textOrNull(problem.cause),
      nature: codedOrNull('problemNature', problem.nature),
      severity: codedOrNull('severity', problem.degree),
      factors: textOrNull(problem.factors),
      since: textOrNull(problem.since),
    })),
    crossChecks: [],
    scales: [],
    risks: textOrNull(a.risks) === null ? [] : [{ risk: a.risks, level: null, note: null }],
    needs: needs.map(({ description, problemIds }, index) => ({
      priority: index + 1,
      need: description,
      problem: textOrNull(problemIds.map((id) => problemNames.get(id) ?? '').join('; ')),
    })),
    theory: null,
    needsCaseManagement: a.needsCaseManagement,
    summary: textOrNull(a.summary),
    suggestion: textOrNull(a.suggestion),
    // Whoever holds the paper sees that nobody has confirmed it yet.
    clientView: codedOrNull('confirmationResult', a.clientView ?? 'not-confirmed'),
    clientWords: textOrNull(a.clientViewText),
  }
}

/** Who signed the assessment, how client and guardian answered it, and who is still awaited. */
export function assessmentSignatures(
  { assessment: a, views }: Rows,
  awaited: readonly Awaited[],
  { clientId, language }: Readonly<{ clientId: string; language: Language }>,
): Signatures {
  const given = (part: Confirmer): Signature | null => {
    const view = views.find(({ givenBy }) => (givenBy === clientId) === (part === 'client'))
    return view
      ? {
          name: view.name,
          way: codedOrNull('confirmationWay', view.way),
          signedAt: moment(view.givenAt),
          note: null,
        }
      : awaitedBox(awaited, part, language)
  }
  return {
    ...unsigned,
    worker: signedBy(a.signer, a.signedAt),
    supervisor: signedBy(a.cosigner, a.cosignedAt),
    client: given('client'),
    guardian: given('guardian'),
  }
}
