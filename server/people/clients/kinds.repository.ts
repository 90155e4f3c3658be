import { sql } from 'kysely'
import { type ClientKindQuery, ClientKindView, type SayClientKind } from '#contract/clients.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'

/** A case or a first contact in sight: whose it is, and from which first contact it came. */
type Place = Readonly<{
  personId: string
  caseId: string | null
  inquiryId: string | null
  /** Of a case; null in a first contact. */
  state: string | null
}>

/** Looks at the place in which something is said; out of sight, or no place at all, is absent (404). */
export async function lookAtPlace(tx: Transaction, { caseId, inquiryId }: ClientKindQuery): Promise<Place> {
  const place = caseId ? await caseOf(tx, caseId) : inquiryId ? await contactOf(tx, inquiryId) : undefined
  if (!place?.personId) throw new Refusal('not-found')
  tx.saw({
    kind: 'client-kind',
    personId: place.personId,
    ...(caseId ? { caseId } : {}),
    ...(inquiryId ? { inquiryId } : {}),
  })
  return { ...place, personId: place.personId }
}

const caseOf = (tx: Transaction, id: string) =>
  tx.db
    .selectFrom('cases as c')
    .select(['c.clientId as personId', 'c.id as caseId', 'c.inquiryId', 'c.state'])
    .where('c.agencyId', '=', tx.actor.agencyId)
    .where('c.id', '=', id)
    .where(inSight(tx, 'c'))
    .executeTakeFirst()

const contactOf = (tx: Transaction, id: string) =>
  tx.db
    .selectFrom('inquiries as i')
    .select(['i.clientId as personId', 'i.id as inquiryId', sql<null>`null`.as('caseId')])
    .select(sql<null>`null`.as('state'))
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where('i.id', '=', id)
    .where(inSight(tx, 'i'))
    .executeTakeFirst()

/** Writes one line of the history; it never changes. */
export async function insertKind(tx: Transaction, personId: string, said: SayClientKind) {
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('clientKinds')
    .values({ agencyId, personId, ...said, recordedBy: workerId, recordedAt: tx.now })
    .execute()
}

/** The history in one place, newest first; it begins with what the first contact said, where that is in sight. */
export async function kindsIn(
  tx: Transaction,
  { personId, caseId, inquiryId }: Place,
): Promise<ClientKindView[]> {
  const said = await tx.db
    .selectFrom('clientKinds as k')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'k.agencyId').onRef('w.id', '=', 'k.recordedBy'),
    )
    .where('k.agencyId', '=', tx.actor.agencyId)
    .where('k.personId', '=', personId)
    .where((where) => where.or([where('k.caseId', '=', caseId), where('k.inquiryId', '=', inquiryId)]))
    .select([
      'k.id',
      'k.kind',
      'k.ground',
      'k.compelledBy',
      'k.resistance',
      'k.approach',
      'k.reason',
      'k.since',
    ])
    .select(['w.id as byId', 'w.name as byName'])
    .orderBy('k.since', 'desc')
    .orderBy('k.recordedAt', 'desc')
    .limit(100)
    .execute()
  const later = said.map(({ byId, byName, ...row }) =>
    ClientKindView.parse({ ...row, by: { id: byId, name: byName } }),
  )
  return [...later, ...(inquiryId === null ? [] : await saidAtFirst(tx, inquiryId))]
}

async function saidAtFirst(tx: Transaction, inquiryId: string): Promise<ClientKindView[]> {
  const row = await tx.db
    .selectFrom('inquiries as i')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'i.agencyId').onRef('w.id', '=', 'i.receivedBy'),
    )
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where('i.id', '=', inquiryId)
    .where(inSight(tx, 'i'))
    .select(['i.clientType as kind', 'i.involuntaryGround as ground', 'i.resistance', 'i.receivedAt'])
    .select(['w.id as byId', 'w.name as byName'])
    .executeTakeFirst()
  if (!row) return []
  const { receivedAt, byId, byName, ...said } = row
  const rest = { id: null, compelledBy: '', approach: '', reason: '', since: dayOf(receivedAt) }
  return [ClientKindView.parse({ ...rest, ...said, by: { id: byId, name: byName } })]
}
