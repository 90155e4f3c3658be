import type { InquiryView } from '#contract/case/intake.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { codesVersions } from '#server/agencies/index.ts'
import { screeningSheet, viewInquiry } from '#server/case/intake/inquiry/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { labelsOf } from '../code-labels.ts'
import { personRow, relativeRows } from './case.queries.ts'
import { languageWords } from './contents.words.ts'
import { clientFacts, printFacts } from './head.rows.ts'
import { codedAll, codedOrNull, signedBy, textOrNull, unsigned } from './text.ts'

/** Everything that the forms of a first contact (F01, F02) need, through the eyes of whoever prints. */
export async function gatherFirstContact(tx: Transaction, inquiryId: string) {
  const inquiry = await viewInquiry(tx, inquiryId) // 404
  const { sheet: screened } = await screeningSheet(tx, inquiryId)
  const { client } = inquiry
  const known = client
    ? clientFacts(await personRow(tx, client.id), await relativeRows(tx, client.id), tx.now)
    : null
  const at = new Date(inquiry.receivedAt)
  const facts = {
    ...printFacts(tx.now),
    header: headerOf(tx, inquiry, dayOf(at)),
    client: known,
    ...registration(inquiry),
    ...screening(inquiry, screened.problems),
    signatures: { ...unsigned, worker: signedBy(inquiry.receivedBy.name, at) },
  }
  return { facts, label: labelsOf(await codesVersions(tx), at) }
}

/** What the forms of a first contact rest on. */
export type FirstContactFacts = Awaited<ReturnType<typeof gatherFirstContact>>['facts']

/** The first contact that a case came from, where this reader sees it. */
export async function firstContactOf(tx: Transaction, caseId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('inquiries as i')
    .select('i.id')
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where('i.caseId', '=', caseId)
    .where(inSight(tx, 'i'))
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

const headerOf = (tx: Transaction, { client, receivedBy }: InquiryView, formDate: string) => ({
  agency: tx.actor.agencyName,
  site: null,
  caseNumber: '',
  client: client?.name ?? null,
  caseManager: receivedBy.name,
  supervisor: null,
  formDate,
  confidentiality: null,
})

const previous = ({ preliminaryAssessment: p }: InquiryView) =>
  p.earlierHelp.map(({ askedWhom, askedWhen, help, result }, index) => ({
    askedWhom: textOrNull(askedWhom),
    askedWhen: textOrNull(askedWhen),
    help: textOrNull(help),
    ownEffort: index === 0 ? textOrNull(p.ownEfforts) : null,
    result: codedOrNull('helpResult', result),
  }))

/** When the use of information was told, in which language by its own name, and by which version of the notice. */
function noticeTold({ told, sheet: { toldLanguage } }: InquiryView): string | null {
  if (!told) return null
  const language = toldLanguage === null ? [] : [languageWords[toldLanguage][toldLanguage]]
  const version = told.noticeVersion === null ? [] : [`v${told.noticeVersion}`]
  return [dayOf(new Date(told.at)), ...language, ...version].join(' · ')
}

function registration(inquiry: InquiryView) {
  const { sheet, emergency, conclusion } = inquiry
  const problem = [sheet.trouble, sheet.situation].filter((text) => textOrNull(text) !== null).join('\n')
  return {
    receivedAt: inquiry.receivedAt,
    channel: codedOrNull('contactChannel', sheet.channel),
    source: codedOrNull('caseSource', sheet.source),
    referrerName: textOrNull(sheet.referrerName),
    referrerContact: null,
    helpType: codedOrNull('helpSeekingType', sheet.helpType),
    clientType: codedOrNull('clientKind', sheet.clientType),
    potential: codedOrNull('potentialClientKind', conclusion?.potentialKind),
    problem: textOrNull(problem),
    willingness: codedOrNull('willingness', sheet.willingness),
    previousHelp: previous(inquiry),
    emotionalSupport: textOrNull(sheet.emotionalSupport),
    toldItems: codedAll('toldItem', sheet.toldItems),
    noticeTold: noticeTold(inquiry),
    emergency: emergency?.decision.emergency ?? null,
    emergencyReason: textOrNull(emergency?.decision.reason),
    dangerKinds: codedAll('dangerKind', emergency?.decision.dangerKinds ?? []),
    outcome: codedOrNull('intakeDecision', conclusion?.decision),
  }
}

type Problems = Awaited<ReturnType<typeof screeningSheet>>['sheet']['problems']

function screening(inquiry: InquiryView, problems: Problems) {
  const { preliminaryAssessment: p, sharing, conclusion } = inquiry
  const listed = problems.map(({ what, level }) => ({
    problem: what,
    arose: null,
    level: codedOrNull('riskLevel', level),
  }))
  const told = { problem: textOrNull(p.problems), arose: textOrNull(p.howItArose), level: null }
  return {
    willing: codedOrNull('willingness', p.willingness),
    willingNote: textOrNull(p.willingnessNote),
    problems: [...(told.problem === null && told.arose === null ? [] : [told]), ...listed],
    expectation: textOrNull(p.expectation),
    history: previous(inquiry),
    resources: codedOrNull('sufficiency', p.agencyResources),
    ability: codedOrNull('ability', p.workerAbility),
    match: p.reconcilable,
    matchNote: textOrNull(p.reconcilableNote),
    scopeOk: p.inScope,
    areaOk: p.inArea,
    capacityOk: p.hasCapacity,
    problemOrder: problems.map(({ what, clientRank, workerRank, difficulty }) => ({
      problem: what,
      clientRank,
      workerRank,
      difficulty,
    })),
    riskLevel: codedOrNull('riskLevel', p.riskLevel),
    shared: sharing === null ? null : true,
    agrees: sharing?.callerAgrees ?? null,
    corrections: textOrNull(sharing?.corrections),
    clientWish: sharing?.clientWishes ?? null,
    assigned: null,
    decision: codedOrNull('intakeDecision', conclusion?.decision),
    reason: textOrNull(conclusion?.reason),
  }
}
