import type { FormId } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { nameIn } from '#contract/settings/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { siteNameOn } from '#server/agencies/index.ts'
import { awaitedOf, masksIn } from '#server/case/assessment/index.ts'
import { type CaseFile, isRecordMasked, lookAtCase, needsToKnow } from '#server/case/lifecycle/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { maskedWords } from '#server/kernel/masked-words.ts'
import type { CaseFacts, FirstContactFacts, InterviewFacts } from '../case-facts.ts'
import { inWordsOf } from '../code-labels.ts'
import { assessmentFacts, assessmentSignatures } from './assessment.rows.ts'
import { awaitedForPlan } from './awaited.queries.ts'
import { type CaseRow, caseRow, contentsRows, intakeRows, relativeRows, siteIdAt } from './case.queries.ts'
import { consentFacts } from './consent.rows.ts'
import { closingFacts, closingSignatures, evaluationFacts } from './ending.rows.ts'
import { caseFileFacts, circumstancesFacts, clientFacts, headerFacts, printFacts } from './head.rows.ts'
import { interviewRecordFacts } from './interview.rows.ts'
import { maskedInterviewRow, maskedPlanRows, maskedRecordRow, maskedRows } from './masked.rows.ts'
import { planFacts, planSignatures } from './plan.rows.ts'
import { recordFacts } from './records.rows.ts'
import {
  type AssessmentRows,
  assessmentRows,
  closingRows,
  consentRows,
  evaluationRows,
  interviewRows,
  type PlanRows,
  planRows,
  recordRows,
} from './stages.queries.ts'
import { codedOrNull, moment, textOrNull, unsigned } from './text.ts'

/** What is printed: a case, one of its forms, a language, and of its records perhaps only one. */
export type Print = Readonly<{
  caseId: string
  formId: FormId
  language: Language
  recordId?: string | undefined
  /** Interviews, consents and process records that are left out, by their ids. */
  without?: ReadonlySet<string>
  /** Nothing is masked: it is made for the client, or for whom they consented to, whoever of the agency makes it. */
  whole?: boolean
}>

const none: ReadonlySet<string> = new Set()

/** Gathers everything the forms need of a case, through the eyes of whoever prints. Nothing is typed twice. */
export async function gatherFacts(
  tx: Transaction,
  { caseId, formId, language, recordId, without = none, whole = false }: Print,
): Promise<CaseFacts> {
  const row = await caseRow(tx, caseId)
  const relatives = await relativeRows(tx, row.personId)
  const seen = { caseFile: whole ? null : await lookAtCase(tx, caseId), word: maskedWords[language] }
  const told = shownTold(tx, seen)
  const intake = await intakeRows(tx, caseId)
  const interview = intake.interview && told(intake.interview, maskedInterviewRow)
  const assessment = await shownAssessment(
    tx,
    seen,
    await assessmentRows(tx, caseId, formId === 'F08' ? recordId : undefined),
  )
  const plan = await shownPlan(tx, seen, await planRows(tx, caseId, formId === 'F09' ? recordId : undefined))
  const kept = <Row extends { id: string }>(rows: readonly Row[]) => rows.filter(({ id }) => !without.has(id))
  const interviews =
    formId === 'F03'
      ? kept(await interviewRows(tx, caseId, recordId)).map((one) => told(one, maskedInterviewRow))
      : []
  const consents = formId === 'F04' ? kept(await consentRows(tx, caseId, recordId)) : []
  const records =
    formId === 'F11'
      ? kept(await recordRows(tx, caseId, recordId)).map((one) => told(one, maskedRecordRow))
      : []
  const evaluation = await evaluationRows(tx, caseId)
  const closing = await closingRows(tx, caseId)
  const writtenAt = {
    F03: interviews.at(-1)?.signedAt,
    F04: consents.at(-1)?.recordedAt,
    F07: row.openedAt,
    F08: assessment?.assessment.signedAt,
    F09: plan?.plan.signedAt,
    F11: null,
    F15: closing?.closing.submittedAt,
  }[formId]
  const formDate = writtenAt ? dayOf(writtenAt) : null
  // The cover is of the case as it is; what was signed names the site of its moment.
  const siteId = writtenAt && formId !== 'F07' ? await siteIdAt(tx, row, caseId, writtenAt) : row.siteId
  const site = await siteNameOn(tx, formDate ?? dayOf(tx.now), siteId)
  return {
    ...printFacts(tx.now),
    header: headerFacts(row, formDate, site && nameIn(site, language)),
    client: clientFacts(row, relatives, tx.now),
    circumstances: circumstancesFacts(relatives, textOrNull(assessment?.assessment.physical)),
    caseFile: inWordsOf(row.openedAt, caseFileFacts(row, await contentsRows(tx, caseId), language)),
    firstContact: intake.inquiry
      ? inWordsOf(intake.inquiry.receivedAt, firstContactFacts(intake.inquiry))
      : null,
    interview: interview ? interviewFacts(interview) : null,
    interviews: interviews.map((each) => inWordsOf(each.signedAt, interviewRecordFacts(each, language))),
    consents: consents.map((each) => consentFacts(each, language)),
    assessment: assessment ? inWordsOf(assessment.assessment.signedAt, assessmentFacts(assessment)) : null,
    plan: plan ? inWordsOf(plan.plan.signedAt, planFacts(plan)) : null,
    records: records.map((each) => inWordsOf(each.signedAt, recordFacts(each))),
    evaluation: evaluation ? inWordsOf(evaluation.evaluation.signedAt, evaluationFacts(evaluation)) : null,
    closing: closing ? inWordsOf(closing.closing.submittedAt, closingFacts(closing)) : null,
    signatures: await signaturesOf(tx, row, { caseId, formId, language, assessment, plan, closing }),
  }
}

/** The case through whose wall it is looked, or none where nothing is masked, and what stands in the place of what is. */
type Seen = Readonly<{ caseFile: CaseFile | null; word: string }>

async function shownAssessment(tx: Transaction, { caseFile, word }: Seen, rows: AssessmentRows | undefined) {
  if (!rows || !caseFile) return rows
  const { assessment, ...lists } = rows
  const sheet = { ...assessment, ...lists }
  return maskedRows(rows, await masksIn(tx, caseFile, { ...assessment, sheet }), word)
}

/** A plan names the needs that its assessment found, and says why it answers them so. */
async function shownPlan(tx: Transaction, { caseFile, word }: Seen, rows: PlanRows | undefined) {
  if (!rows || !caseFile) return rows
  const isMasked = await isRecordMasked(tx, caseFile, { record: 'plan', recordId: rows.plan.id })
  return isMasked ? maskedPlanRows(rows, word) : rows
}

/** What was told in an interview or at a contact is for whoever needs to know it. */
const shownTold =
  ({ actor }: Transaction, { caseFile, word }: Seen) =>
  <Row>(row: Row, masked: (row: Row, word: string) => Row): Row =>
    caseFile && !needsToKnow(actor, caseFile.team) ? masked(row, word) : row

type Signed = Pick<Print, 'caseId' | 'formId' | 'language'> &
  Readonly<{
    assessment: AssessmentRows | undefined
    plan: PlanRows | undefined
    closing: Awaited<ReturnType<typeof closingRows>>
  }>

/** Who signed what is printed, and on the form itself whose word is still awaited. */
async function signaturesOf(tx: Transaction, row: CaseRow, { caseId, formId, language, ...signed }: Signed) {
  const { assessment, plan, closing } = signed
  const place = { id: caseId, clientId: row.personId }
  const ofAssessment =
    formId === 'F08' && assessment ? await awaitedOf(tx, place, assessment.assessment.id) : []
  const ofPlan = formId === 'F09' && plan ? await awaitedForPlan(tx, row, plan) : []
  return {
    file: unsigned,
    assessment: assessment
      ? assessmentSignatures(assessment, ofAssessment, { clientId: row.personId, language })
      : unsigned,
    plan: plan ? planSignatures(plan, ofPlan, language) : unsigned,
    closing: closing ? closingSignatures(closing) : unsigned,
  }
}

type Intake = Awaited<ReturnType<typeof intakeRows>>

const firstContactFacts = (row: NonNullable<Intake['inquiry']>): FirstContactFacts => ({
  receivedAt: moment(row.receivedAt),
  channel: codedOrNull('contactChannel', row.channel),
  source: codedOrNull('caseSource', row.source),
  helpType: codedOrNull('helpSeekingType', row.helpType),
  caller: row.caller,
  problem: textOrNull([row.trouble, row.situation].filter((text) => textOrNull(text) !== null).join('\n')),
})

const interviewFacts = (row: NonNullable<Intake['interview']>): InterviewFacts => ({
  heldAt: moment(row.heldFrom),
  place: textOrNull(row.place),
  expectations: textOrNull(row.expectations),
  preliminaryAgreement: textOrNull(row.preliminaryAgreement),
})
