import type { AssessmentPage, AssessmentView, ClientView, GivenView } from '#contract/case/assessment.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Operation, type Transaction } from '#server/access/index.ts'
import { type CaseFile, lookAtCase } from '#server/case/lifecycle/index.ts'
import { addendaOf, withoutWords } from '#server/case/timeline/index.ts'
import { wasAnsweredByLink } from '#server/secure-links/index.ts'
import { assessmentDetails, assessmentLines, handsUnderViews, viewGiversOf } from './assessment.queries.ts'
import { awaitedIn, awaitedOf } from './awaited.queries.ts'
import { countAssessments, lookAtAssessment } from './assessment.repository.ts'
import {
  type Assessment,
  type AssessmentStep,
  haveSpoken,
  isUnconfirmed,
  ownHandIn,
  stepsFrom,
} from './assessment.ts'
import { maskedSheet } from './masking.ts'
import { masksIn } from './masking.queries.ts'

/** The assessment as this reader sees it, with what they may do next. */
export async function viewAssessment(tx: Transaction, caseId: string, id: string): Promise<AssessmentView> {
  const caseFile = await lookAtCase(tx, caseId)
  const assessment = await lookAtAssessment(tx, caseId, id)
  const details = await assessmentDetails(tx, id)
  const viewGivers = await viewGiversOf(tx, caseFile)
  const awaited = await awaitedOf(tx, caseFile, id)
  const masked = await masksIn(tx, caseFile, assessment)
  const addenda = await addendaOf(tx, id)
  const [clientView = null, ...furtherViews] = (await givenViews(tx, assessment)).map((one) =>
    masked?.said ? { ...one, text: '', corrections: [] } : one,
  )
  return {
    id,
    case: { id: caseId, number: details.number, client: { id: details.clientId, name: details.clientName } },
    kind: assessment.kind,
    state: assessment.state,
    unconfirmed: isUnconfirmed(assessment.state) || awaited.length > 0,
    awaited,
    sheet: masked ? maskedSheet(assessment.sheet, masked) : assessment.sheet,
    masked,
    author: { id: details.authorId, name: details.authorName },
    openedAt: details.createdAt.toISOString(),
    signature: handFrom(details.signerId, details.signerName, details.signedAt),
    cosignature: handFrom(details.cosignerId, details.cosignerName, details.cosignedAt),
    clientView,
    furtherViews,
    viewGivers,
    addenda: masked?.said ? withoutWords(addenda) : addenda,
    version: masked ? 0 : assessment.version,
    abilities: abilitiesOf(tx, caseFile, assessment, viewGivers),
  }
}

const handFrom = (id: string | null, name: string | null, at: Date | null) =>
  id === null || name === null || at === null ? null : { by: { id, name }, at: at.toISOString() }

/** What client and guardians said, with their names and who wrote it down; the first of them first. */
async function givenViews(
  tx: Transaction,
  { id, clientView, furtherViews }: Assessment,
): Promise<GivenView[]> {
  const all: readonly ClientView[] = clientView ? [clientView, ...furtherViews] : []
  if (all.length === 0) return []
  const hands = await handsUnderViews(tx, id)
  const byLink = await wasAnsweredByLink(tx, { purpose: 'confirmation', subjectId: id })
  return all.flatMap((one) => {
    const hand = hands.get(one.personId)
    return hand ? [{ ...one, ...hand, byLink: byLink.has(one.personId), saidMore: saidMore(one) }] : []
  })
}

const saidMore = ({ text, corrections }: ClientView) => text !== '' || corrections.length > 0

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
  viewGivers: readonly Readonly<{ id: string }>[],
): AssessmentView['abilities'] {
  const facts = { team, authorId: ownHandIn(assessment, actor.workerId) }
  const steps: readonly AssessmentStep[] = stepsFrom[assessment.state]
  const isTime = (step: AssessmentStep) =>
    steps.includes(step) && (state === 'open' || (step === 'addAddendum' && state === 'closed'))
  const spoken = haveSpoken(assessment)
  const isBeside = spoken.length > 0 && viewGivers.some(({ id }) => !spoken.includes(id))
  const ability = (step: AssessmentStep) => abilityFor(actor, operationOf[step], facts, isTime(step))
  return {
    change: ability('change'),
    sign: ability('sign'),
    cosign: ability('cosign'),
    confirm: ability('confirm'),
    confirmBeside: abilityFor(actor, operationOf.confirm, facts, state === 'open' && isBeside),
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
  const waiting = await awaitedIn(
    tx,
    caseFile,
    page.rows.map(({ id }) => id),
  )
  const count = await countAssessments(tx, caseId)
  const timely = count.all > 0 ? count.drafts === 0 : caseFile.stage === 'assessment'
  const open = abilityFor(
    tx.actor,
    'assessment.write',
    { team: caseFile.team },
    caseFile.state === 'open' && timely,
  )
  const rows = page.rows.map((line) => {
    const awaited = waiting.get(line.id) ?? []
    return { ...line, awaited, unconfirmed: isUnconfirmed(line.state) || awaited.length > 0 }
  })
  return { rows, next: page.next, abilities: { open } }
}
