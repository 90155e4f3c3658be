import { EarlierHelp, type SayStanding, StandingView } from '#contract/clients.ts'
import { potentialClientKind } from '#contract/codes/index.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'

const mostShown = 100

/** Where an act was done, when it was done in a case or a first contact. */
type Place = Readonly<{ caseId?: string; inquiryId?: string }>

/** Writes down who somebody is from now on; what was said before stays as history. */
export async function insertStanding(
  tx: Transaction,
  personId: string,
  said: SayStanding,
  { caseId = null, inquiryId = null }: { caseId?: string | null; inquiryId?: string | null } = {},
) {
  const { agencyId, workerId } = tx.actor
  const written = { ...said, caseId, inquiryId, recordedBy: workerId, recordedAt: tx.now, place: 0 }
  await tx.db
    .insertInto('clientStandings')
    .values({ agencyId, personId, ...written })
    .execute()
  tx.saw({ kind: 'client-standing', id: said.id, personId, ...(caseId ? { caseId } : {}) })
}

/** Who somebody was said to be, newest first: the first line holds. */
export async function standingsOf(tx: Transaction, personId: string): Promise<StandingView[]> {
  const rows = await tx.db
    .selectFrom('clientStandings as s')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 's.agencyId').onRef('w.id', '=', 's.recordedBy'),
    )
    .where('s.agencyId', '=', tx.actor.agencyId)
    .where('s.personId', '=', personId)
    .select(['s.id', 's.standing', 's.kind', 's.reason', 's.since', 's.recordedAt', 'w.id as byId', 'w.name'])
    .orderBy('s.recordedAt', 'desc')
    .orderBy('s.place', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(({ byId, name, recordedAt, ...row }) =>
    StandingView.parse({ ...row, by: { id: byId, name }, at: recordedAt.toISOString() }),
  )
}

/**
 * Somebody is accepted as a client: where they were a potential one, that is their conversion, a dated act of its own, said in the
 * words of the acceptance.
 */
export async function convertOnAcceptance(
  tx: Transaction,
  personId: string,
  reason: string,
  { caseId, inquiryId }: Place,
): Promise<boolean> {
  const [present] = await standingsOf(tx, personId)
  if (present?.standing !== 'potential') return false
  const said = {
    id: tx.newId(),
    standing: 'client',
    kind: present.kind,
    reason,
    since: dayOf(tx.now),
  } as const
  await insertStanding(tx, personId, said, { caseId: caseId ?? null, inquiryId: inquiryId ?? null })
  return true
}

/** Whoever does not become a client now stays a potential one of a kind. */
export async function potentialAfterContact(
  tx: Transaction,
  personId: string,
  { kind, reason, inquiryId }: Readonly<{ kind: string; reason: string; inquiryId: string }>,
) {
  const said = {
    id: tx.newId(),
    standing: 'potential',
    kind: potentialClientKind.schema.parse(kind),
    reason,
    since: dayOf(tx.now),
  } as const
  await insertStanding(tx, personId, said, { inquiryId })
}

/** What help somebody sought before, told in all their contacts that the reader sees. */
export async function earlierHelpOf(tx: Transaction, personId: string): Promise<EarlierHelp[]> {
  const rows = await tx.db
    .selectFrom('inquiries as i')
    .innerJoin('helpAttempts as h', (join) =>
      join.onRef('h.agencyId', '=', 'i.agencyId').onRef('h.inquiryId', '=', 'i.id'),
    )
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where('i.clientId', '=', personId)
    .where(inSight(tx, 'i'))
    .select(['h.id', 'h.inquiryId', 'i.receivedAt', 'h.askedWhom', 'h.askedWhen', 'h.help', 'h.result'])
    .orderBy('i.receivedAt', 'desc')
    .orderBy('h.position')
    .limit(mostShown)
    .execute()
  return rows.map(({ receivedAt, ...row }) => EarlierHelp.parse({ ...row, toldAt: receivedAt.toISOString() }))
}
