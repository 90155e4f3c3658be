import { inSight, type Transaction } from '#server/access/index.ts'
import { latestSignedAssessment } from '#server/case/assessment/index.ts'
import { type CaseFile, lookAtCase } from '#server/case/lifecycle/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** Where a referral comes from. */
export type Place = Readonly<{ caseId: string | null; inquiryId: string | null }>

/** A first contact as far as a referral out of it needs it. */
export type FirstContact = Readonly<{
  id: string
  clientId: string | null
  receivedOn: string
  trouble: string
  origin: string
  expectation: string
  efforts: string
  problems: string
  /** Whether it was assessed and told to the caller, and not accepted here. */
  mayBeReferred: boolean
}>

/** The case or the first contact that a referral comes from, looked at (404), and who works on it. */
export type Origin = Readonly<{
  caseFile: CaseFile | null
  contact: FirstContact | null
  team: readonly string[]
}>

/** Looks at where a referral comes from. Before there is a case, whoever sees the first contact may work on it. */
export async function lookAtOrigin(tx: Transaction, { caseId, inquiryId }: Place): Promise<Origin> {
  if (caseId !== null) {
    const caseFile = await lookAtCase(tx, caseId)
    return { caseFile, contact: null, team: caseFile.team }
  }
  const contact = inquiryId === null ? null : await lookAtContact(tx, inquiryId)
  return { caseFile: null, contact, team: [tx.actor.workerId] }
}

async function lookAtContact(tx: Transaction, id: string): Promise<FirstContact> {
  const row = await tx.db
    .selectFrom('inquiries as i')
    .leftJoin('preliminaryAssessments as a', (join) =>
      join.onRef('a.agencyId', '=', 'i.agencyId').onRef('a.inquiryId', '=', 'i.id'),
    )
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where('i.id', '=', id)
    .where(inSight(tx, 'i'))
    .select(['i.state', 'i.decision', 'i.clientId', 'i.receivedAt', 'i.trouble', 'i.situation'])
    .select(['a.problems', 'a.howItArose', 'a.expectation', 'a.ownEfforts', 'a.sharedAt'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'inquiry', id, inquiryId: id })
  return {
    id,
    clientId: row.clientId,
    receivedOn: dayOf(row.receivedAt),
    trouble: [row.trouble, row.situation].filter((text) => /\S/u.test(text)).join('\n'),
    origin: row.howItArose ?? '',
    expectation: row.expectation ?? '',
    efforts: row.ownEfforts ?? '',
    problems: row.problems ?? '',
    mayBeReferred: row.sharedAt !== null && row.decision !== 'accept',
  }
}

/** Whether the problem was assessed before anybody is referred: a signed assessment, or the shared one of a first contact. */
export async function isAssessed(tx: Transaction, { caseFile, contact }: Origin): Promise<boolean> {
  if (caseFile) return (await latestSignedAssessment(tx, caseFile.id)) !== null
  return contact?.mayBeReferred ?? false
}

/** Whether the person takes part in the case or the first contact. */
export async function isAbout(
  tx: Transaction,
  { caseFile, contact }: Origin,
  personId: string,
): Promise<boolean> {
  if (!caseFile) return contact?.clientId === personId
  const row = await tx.db
    .selectFrom('casePeople')
    .select('personId')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseFile.id)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}
