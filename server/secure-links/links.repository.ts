import type { Language } from '#contract/language.ts'
import type { LinkFactor, LinkPurpose } from '#contract/codes/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { sql } from 'kysely'

/** What a link is for, and whose it is. */
export type Subject = Readonly<{
  purpose: LinkPurpose
  subjectId: string
  personId: string
  caseId: string | null
  inquiryId: string | null
  /** The client or guardian it goes to; whoever receives a referral is no person here. */
  receiverId: string | null
  /** Which scale or questionnaire; empty elsewhere. */
  about: string
}>

type NewLink = Subject &
  Readonly<{
    id: string
    receiverName: string
    language: Language
    tokenHash: Buffer
    factor: LinkFactor
    factorMark: string
    expiresAt: Date
  }>

/** Writes a link down; those of the same subject to the same receiver that still open are replaced by it. */
export async function insertLink(tx: Transaction, link: NewLink) {
  await endLinksTo(tx, link, 'replaced')
  await tx.db
    .insertInto('secureLinks')
    .values({ ...link, agencyId: tx.actor.agencyId, issuedBy: tx.actor.workerId, issuedAt: tx.now })
    .execute()
  sawLink(tx, link)
}

type Given = Pick<Subject, 'purpose' | 'subjectId' | 'receiverId'>

/** Ends whatever link of this subject still opens to this receiver. */
export async function endLinksTo(
  tx: Transaction,
  { purpose, subjectId, receiverId }: Given,
  why: 'replaced' | 'answered',
) {
  await tx.db
    .updateTable('secureLinks')
    .set({ endedAt: tx.now, endedWhy: why })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('subjectId', '=', subjectId)
    .where('purpose', '=', purpose)
    .where('receiverId', 'is not distinct from', receiverId)
    .where('endedAt', 'is', null)
    .execute()
}

const placeOf = ({ caseId, inquiryId }: Pick<Subject, 'caseId' | 'inquiryId'>) => ({
  ...(caseId === null ? {} : { caseId }),
  ...(inquiryId === null ? {} : { inquiryId }),
})

type Seen = Pick<Subject, 'personId' | 'caseId' | 'inquiryId'> & Readonly<{ id: string }>

const sawLink = (tx: Transaction, { id, personId, ...link }: Seen) =>
  tx.saw({ kind: 'secure-link', id, personId, ...placeOf(link) })

/** Looks at a link of a subject in order to end it; another’s is absent (404). */
export async function lookAtLink(
  tx: Transaction,
  { purpose, subjectId }: Pick<Subject, 'purpose' | 'subjectId'>,
  id: string,
) {
  const row = await linkToEnd(tx, id)
    .where('purpose', '=', purpose)
    .where('subjectId', '=', subjectId)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  sawLink(tx, row)
  return row
}

/** The same of a link to a client of a case; a referral’s is absent here (404). */
export async function lookAtLinkOfCase(tx: Transaction, caseId: string, id: string) {
  const row = await linkToEnd(tx, id)
    .where('caseId', '=', caseId)
    .where('purpose', '<>', 'referral')
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  sawLink(tx, row)
  return row
}

const linkToEnd = (tx: Transaction, id: string) =>
  tx.db
    .selectFrom('secureLinks')
    .select(['id', 'personId', 'caseId', 'inquiryId', 'endedAt', 'expiresAt'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .forUpdate()

/** Ends a link, from this moment on. */
export async function saveEnd(tx: Transaction, id: string) {
  await tx.db
    .updateTable('secureLinks')
    .set({ endedAt: tx.now, endedWhy: 'revoked' })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}

/** The links of a subject, newest first, with who issued each. */
export const linkRows = (tx: Transaction, { purpose, subjectId }: Pick<Subject, 'purpose' | 'subjectId'>) =>
  tx.db
    .selectFrom('secureLinks as l')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'l.agencyId').onRef('w.id', '=', 'l.issuedBy'),
    )
    .where('l.agencyId', '=', tx.actor.agencyId)
    .where('l.purpose', '=', purpose)
    .where('l.subjectId', '=', subjectId)
    .select(['l.id', 'l.receiverName', 'l.language', 'l.factor', 'l.issuedAt', 'l.expiresAt', 'l.openedAt'])
    .select(['l.wrongAnswers', 'l.endedAt', 'l.endedWhy', 'w.id as issuedBy', 'w.name as issuedByName'])
    .orderBy('l.issuedAt', 'desc')
    .orderBy('l.id', 'desc')
    .limit(20)
    .execute()

/** Whether the link by which the actor came still opens this subject: the program’s own wall before the database’s. */
export async function opensFor(
  tx: Transaction,
  { purpose, subjectId }: Pick<Subject, 'purpose' | 'subjectId'>,
) {
  const { rows } = await sql<{ id: string }>`
    select id from secure_links where agency_id = ${tx.actor.agencyId} and id = ${tx.actor.workerId}
      and purpose = ${purpose} and subject_id = ${subjectId} and ended_at is null and expires_at > ${tx.now}`.execute(
    tx.db,
  )
  return rows.length === 1
}
