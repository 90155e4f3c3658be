import { sql } from 'kysely'
import { inSight, type Transaction } from '#server/access/index.ts'
import { openedIdentifiers, openedIdNumber, openedPhone } from '#server/people/index.ts'

/** What the forms take of the person served, and what opens it. */
const personColumns = [
  'p.id as personId',
  'p.name',
  'p.otherNames',
  'p.sex',
  'p.birthDate',
  'p.birthPrecision',
  'p.idNumberSealed',
  'p.addressSealed',
  'p.phoneSealed',
  'p.safeContactSealed',
  'pk.wrapped as wrappedKey',
  'p.schoolOrWork',
  'p.legalCapacity',
] as const

/** The case with its client, agency and manager: what every form has in its head. */
export async function caseRow(tx: Transaction, caseId: string) {
  const row = await tx.db
    .selectFrom('cases as c')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'c.agencyId').onRef('p.id', '=', 'c.clientId'),
    )
    .leftJoin('personKeys as pk', (join) =>
      join.onRef('pk.agencyId', '=', 'p.agencyId').onRef('pk.personId', '=', 'p.id'),
    )
    .innerJoin('agencies as a', 'a.agencyId', 'c.agencyId')
    .innerJoin('workers as m', (join) =>
      join.onRef('m.agencyId', '=', 'c.agencyId').onRef('m.id', '=', 'c.caseManagerId'),
    )
    .leftJoin('workers as s', (join) =>
      join.onRef('s.agencyId', '=', 'm.agencyId').onRef('s.id', '=', 'm.supervisorId'),
    )
    .where('c.agencyId', '=', tx.actor.agencyId)
    .where('c.id', '=', caseId)
    .select([
      'c.number',
      'c.confidentiality',
      'c.serviceFields',
      'c.clientGroups',
      'c.siteId',
      'c.openedAt',
      'c.closedAt',
      'c.keepUntil',
      'a.name as agency',
      'm.name as caseManager',
      's.name as supervisor',
      ...personColumns,
    ])
    .executeTakeFirstOrThrow()
  return { ...row, ...openedIdentifiers(tx.keys, { ...row, id: row.personId }) }
}

/** A person as the forms of a first contact name them; they need no case yet. */
export async function personRow(tx: Transaction, personId: string) {
  const row = await tx.db
    .selectFrom('people as p')
    .leftJoin('personKeys as pk', (join) =>
      join.onRef('pk.agencyId', '=', 'p.agencyId').onRef('pk.personId', '=', 'p.id'),
    )
    .where('p.agencyId', '=', tx.actor.agencyId)
    .where('p.id', '=', personId)
    .where(inSight(tx, 'p'))
    .select(personColumns)
    .executeTakeFirstOrThrow()
  return { ...row, ...openedIdentifiers(tx.keys, { ...row, id: row.personId }) }
}

/** What the forms take of the person served. */
export type ClientRow = Awaited<ReturnType<typeof personRow>>

export type CaseRow = Awaited<ReturnType<typeof caseRow>>

/** The relatives of the client that this reader may see, guardians first. */
export async function relativeRows(tx: Transaction, personId: string) {
  const rows = await tx.db
    .selectFrom('relations as r')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'r.agencyId').onRef('p.id', '=', 'r.relativeId'),
    )
    .leftJoin('personKeys as pk', (join) =>
      join.onRef('pk.agencyId', '=', 'p.agencyId').onRef('pk.personId', '=', 'p.id'),
    )
    .where('r.agencyId', '=', tx.actor.agencyId)
    .where('r.personId', '=', personId)
    .where('r.endedAt', 'is', null)
    .select([
      'r.kind',
      'r.guardian',
      'r.caregiver',
      'r.livesTogether',
      'r.proof',
      'p.name',
      'p.sex',
      'p.birthDate',
      'p.id',
      'p.phoneSealed',
      'p.idNumberSealed',
      'pk.wrapped as wrappedKey',
      'p.schoolOrWork',
    ])
    .orderBy('r.guardian', 'desc')
    .orderBy('r.recordedAt')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    ...row,
    phone: openedPhone(tx.keys, row),
    idNumber: openedIdNumber(tx.keys, row),
  }))
}

export type RelativeRow = Awaited<ReturnType<typeof relativeRows>>[number]

/** The inquiry the case came from, and the intake interview that was signed. */
export async function intakeRows(tx: Transaction, caseId: string) {
  const inquiry = await tx.db
    .selectFrom('inquiries as i')
    .leftJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'i.agencyId').onRef('p.id', '=', 'i.callerId'),
    )
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where('i.caseId', '=', caseId)
    .where(inSight(tx, 'i'))
    .select([
      'i.receivedAt',
      'i.channel',
      'i.source',
      'i.helpType',
      'i.trouble',
      'i.situation',
      'p.name as caller',
    ])
    .executeTakeFirst()
  const interview = await tx.db
    .selectFrom('interviews')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('state', '=', 'signed')
    .select(['heldFrom', 'place', 'expectations', 'preliminaryAgreement', 'signedAt'])
    .orderBy('signedAt', 'desc')
    .executeTakeFirst()
  return { inquiry, interview }
}

type Content = { kind: string; signedAt: Date; late: boolean }

/** Which signed documents lie in the file, in the order of their signatures: its list of contents. */
export async function contentsRows(tx: Transaction, caseId: string): Promise<readonly Content[]> {
  const here = sql`agency_id = ${tx.actor.agencyId} and case_id = ${caseId}`
  const { rows } = await sql<Content>`
    select 'interview' as kind, signed_at, written_late as late from interviews where ${here} and signed_at is not null
    union all select 'assessment', signed_at, false from assessments where ${here} and signed_at is not null
    union all select 'plan', signed_at, false from plans where ${here} and signed_at is not null
    union all select 'record', signed_at, written_late from process_records where ${here} and signed_at is not null
    union all select 'evaluation', signed_at, false from evaluations where ${here} and signed_at is not null
    union all select 'closing', decided_at, false from closings where ${here} and state = 'approved'
    order by signed_at limit 500`.execute(tx.db)
  return rows
}

/** The site at which a case was at a moment; null is the agency as a whole. */
export async function siteIdAt(
  tx: Transaction,
  { siteId }: Readonly<{ siteId: string | null }>,
  caseId: string,
  at: Date,
): Promise<string | null> {
  const nextMove = await tx.db
    .selectFrom('siteMoves')
    .select('fromSiteId')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('movedAt', '>', at)
    .orderBy('movedAt')
    .limit(1)
    .executeTakeFirst()
  return nextMove ? nextMove.fromSiteId : siteId
}
