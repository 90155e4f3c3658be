import type { Language } from '#contract/language.ts'
import type { LinkFactor } from '#contract/codes/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { sql } from 'kysely'

/** What a link is for, and whose it is. */
export type Subject = Readonly<{
  purpose: 'referral'
  subjectId: string
  personId: string
  caseId: string | null
  inquiryId: string | null
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

/** Writes a link down; those of the same subject that still open are replaced by it. */
export async function insertLink(tx: Transaction, link: NewLink) {
  await tx.db
    .updateTable('secureLinks')
    .set({ endedAt: tx.now, endedWhy: 'replaced' })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('subjectId', '=', link.subjectId)
    .where('purpose', '=', link.purpose)
    .where('endedAt', 'is', null)
    .execute()
  await tx.db
    .insertInto('secureLinks')
    .values({ ...link, agencyId: tx.actor.agencyId, issuedBy: tx.actor.workerId, issuedAt: tx.now })
    .execute()
  sawLink(tx, link)
}

const placeOf = ({ caseId, inquiryId }: Pick<Subject, 'caseId' | 'inquiryId'>) => ({
  ...(caseId === null ? {} : { caseId }),
  ...(inquiryId === null ? {} : { inquiryId }),
})

const sawLink = (tx: Transaction, { id, personId, ...link }: Subject & Readonly<{ id: string }>) =>
  tx.saw({ kind: 'secure-link', id, personId, ...placeOf(link) })

/** Looks at a link of a subject in order to end it; another’s is absent (404). */
export async function lookAtLink(tx: Transaction, { purpose, subjectId }: Subject, id: string) {
  const row = await tx.db
    .selectFrom('secureLinks')
    .select(['id', 'personId', 'caseId', 'inquiryId', 'endedAt', 'expiresAt'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('purpose', '=', purpose)
    .where('subjectId', '=', subjectId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  sawLink(tx, { ...row, purpose, subjectId })
  return row
}

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
