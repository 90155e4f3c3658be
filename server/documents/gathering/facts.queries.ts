import type { FormId } from '#contract/documents.ts'
import type { Language } from '#contract/language.ts'
import { nameIn } from '#contract/settings/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { siteNameOn } from '#server/agencies/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import type { CaseFacts, FirstContactFacts, InterviewFacts } from '../case-facts.ts'
import { inWordsOf } from '../code-labels.ts'
import { assessmentFacts, assessmentSignatures } from './assessment.rows.ts'
import { caseRow, contentsRows, intakeRows, relativeRows, siteIdAt } from './case.queries.ts'
import { consentFacts } from './consent.rows.ts'
import { closingFacts, closingSignatures, evaluationFacts } from './ending.rows.ts'
import { caseFileFacts, circumstancesFacts, clientFacts, headerFacts, printFacts } from './head.rows.ts'
import { interviewRecordFacts } from './interview.rows.ts'
import { planFacts, planSignatures } from './plan.rows.ts'
import { recordFacts } from './records.rows.ts'
import {
  assessmentRows,
  closingRows,
  consentRows,
  evaluationRows,
  interviewRows,
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
}>

const none: ReadonlySet<string> = new Set()

/** Gathers everything the forms need of a case, through the eyes of whoever prints. Nothing is typed twice. */
export async function gatherFacts(
  tx: Transaction,
  { caseId, formId, language, recordId, without = none }: Print,
): Promise<CaseFacts> {
  const row = await caseRow(tx, caseId)
  const relatives = await relativeRows(tx, row.personId)
  const intake = await intakeRows(tx, caseId)
  const assessment = await assessmentRows(tx, caseId, formId === 'F08' ? recordId : undefined)
  const plan = await planRows(tx, caseId, formId === 'F09' ? recordId : undefined)
  const kept = <Row extends { id: string }>(rows: readonly Row[]) => rows.filter(({ id }) => !without.has(id))
  const interviews = formId === 'F03' ? kept(await interviewRows(tx, caseId, recordId)) : []
  const consents = formId === 'F04' ? kept(await consentRows(tx, caseId, recordId)) : []
  const records = formId === 'F11' ? kept(await recordRows(tx, caseId, recordId)) : []
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
    interview: intake.interview ? interviewFacts(intake.interview) : null,
    interviews: interviews.map((each) => inWordsOf(each.signedAt, interviewRecordFacts(each, language))),
    consents: consents.map((each) => consentFacts(each, language)),
    assessment: assessment ? inWordsOf(assessment.assessment.signedAt, assessmentFacts(assessment)) : null,
    plan: plan ? inWordsOf(plan.plan.signedAt, planFacts(plan)) : null,
    records: records.map((each) => inWordsOf(each.signedAt, recordFacts(each))),
    evaluation: evaluation ? inWordsOf(evaluation.evaluation.signedAt, evaluationFacts(evaluation)) : null,
    closing: closing ? inWordsOf(closing.closing.submittedAt, closingFacts(closing)) : null,
    signatures: {
      file: unsigned,
      assessment: assessment ? assessmentSignatures(assessment) : unsigned,
      plan: plan ? planSignatures(plan) : unsigned,
      closing: closing ? closingSignatures(closing) : unsigned,
    },
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
