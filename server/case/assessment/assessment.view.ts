import type { AssessmentPage, AssessmentView } from '#contract/case/assessment.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Operation, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase } from '#server/case/lifecycle/index.ts'
import { addendaOf } from '#server/case/timeline/index.ts'
import {
  assessmentDetails,
  type AssessmentDetails,
  assessmentLines,
  viewGiversOf,
} from './assessment.queries.ts'
import { countAssessments, lookAtAssessment } from './assessment.repository.ts'
import { type Assessment, type AssessmentStep, isUnconfirmed, ownHandIn, stepsFrom } from './assessment.ts'

/** The assessment as this reader sees it, with what they may do next. */
export async function viewAssessment(tx: Transaction, caseId: string, id: string): Promise<AssessmentView> {
  const caseFile = await lookAtCase(tx, caseId)
  const assessment = await lookAtAssessment(tx, caseId, id)
  const details = await assessmentDetails(tx, id)
  return {
    id,
    case: { id: caseId, number: details.number, client: { id: details.clientId, name: details.clientName } },
    kind: assessment.kind,
    state: assessment.state,
    unconfirmed: isUnconfirmed(assessment.state),
    sheet: assessment.sheet,
    author: { id: details.authorId, name: details.authorName },
    openedAt: details.createdAt.toISOString(),
    signature: handFrom(details.signerId, details.signerName, details.signedAt),
    cosignature: handFrom(details.cosignerId, details.cosignerName, details.cosignedAt),
    clientView: clientViewFrom(assessment, details),
    viewGivers: await viewGiversOf(tx, caseFile),
    addenda: await addendaOf(tx, id),
    version: assessment.version,
    abilities: abilitiesOf(tx, caseFile, assessment),
  }
}

const handFrom = (id: string | null, name: string | null, at: Date | null) =>
  id === null || name === null || at === null ? null : { by: { id, name }, at: at.toISOString() }

function clientViewFrom(
  { clientView }: Assessment,
  details: AssessmentDetails,
): AssessmentView['clientView'] {
  const { viewerId, viewerName, recorderId, recorderName } = details
  if (!clientView || !viewerId || viewerName === null || !recorderId || recorderName === null) return null
  return {
    ...clientView,
    person: { id: viewerId, name: viewerName },
    recordedBy: { id: recorderId, name: recorderName },
  }
}

const operationOf = {
  change: 'assessment.write',
  sign: 'assessment.sign',
  cosign: 'assessment.cosign',
  confirm: 'assessment.confirm',
  addAddendum: 'assessment.add-addendum',
} as const satisfies Record<AssessmentStep, Operation>

function abilitiesOf(
  { actor }: Transaction,
  { team, state }: CaseFile,
  assessment: Assessment,
): AssessmentView['abilities'] {
  const facts = { team, authorId: ownHandIn(assessment, actor.workerId) }
  const steps: readonly AssessmentStep[] = stepsFrom[assessment.state]
  const isTime = (step: AssessmentStep) =>
    steps.includes(step) && (state === 'open' || (step === 'addAddendum' && state === 'closed'))
  const ability = (step: AssessmentStep) => abilityFor(actor, operationOf[step], facts, isTime(step))
  return {
    change: ability('change'),
    sign: ability('sign'),
    cosign: ability('cosign'),
    confirm: ability('confirm'),
    addAddendum: ability('addAddendum'),
  }
}

/** The assessments of a case, and whether this reader may begin one now. */
export async function viewAssessments(
  tx: Transaction,
  caseId: string,
  query: PageQuery,
): Promise<AssessmentPage> {
  const caseFile = await lookAtCase(tx, caseId)
  const page = await assessmentLines(tx, caseId, query)
  const count = await countAssessments(tx, caseId)
  const timely = count.all > 0 ? count.drafts === 0 : caseFile.stage === 'assessment'
  const open = abilityFor(
    tx.actor,
    'assessment.write',
    { team: caseFile.team },
    caseFile.state === 'open' && timely,
  )
  return { ...page, abilities: { open } }
}
