import { sql } from 'kysely'
import type {
  FamilyMemberSheet,
  FamilyRef,
  FamilySheet,
  NewFamily,
  ServedFamilyView,
} from '#contract/families.ts'
import { inSight, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { lineColumns } from '../people.rows.ts'

type Family = Readonly<{ id: string; name: string; note: string; version: number }>

/** A family is seen by whoever sees one of its members, or made it. */
const familyInSight = (tx: Transaction) => sql<boolean>`(f.created_by = ${tx.actor.workerId}
  or exists (select 1 from family_members m join people p on p.agency_id = m.agency_id and p.id = m.person_id
    where m.agency_id = f.agency_id and m.family_id = f.id and ${inSight(tx, 'p')}))`

/** Looks at a family; none of whose members is in sight is absent (404). */
export async function lookAtFamily(tx: Transaction, id: string, { lock = false } = {}): Promise<Family> {
  const query = tx.db
    .selectFrom('families as f')
    .select(['f.id', 'f.name', 'f.note', 'f.version'])
    .where('f.agencyId', '=', tx.actor.agencyId)
    .where('f.id', '=', id)
    .where(familyInSight(tx))
  const row = await (lock ? query.forUpdate('f') : query).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'family', id })
  return row
}

/** The members in sight, in the order in which they were written. Nobody else is counted. */
export const membersOf = (tx: Transaction, familyId: string) =>
  tx.db
    .selectFrom('familyMembers as m')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'm.agencyId').onRef('p.id', '=', 'm.personId'),
    )
    .leftJoin('personKeys as pk', (join) =>
      join.onRef('pk.agencyId', '=', 'p.agencyId').onRef('pk.personId', '=', 'p.id'),
    )
    .where('m.agencyId', '=', tx.actor.agencyId)
    .where('m.familyId', '=', familyId)
    .where(inSight(tx, 'p'))
    .select(['m.id as memberId', 'm.part', 'm.since', 'm.until', 'p.id', 'pk.wrapped as wrappedKey'])
    .select(lineColumns.map((column) => `p.${column}` as const))
    .orderBy('m.until', (until) => until.desc().nullsFirst())
    .orderBy('p.birthDate')
    .orderBy('m.id')
    .limit(100)
    .execute()

export async function insertFamily(tx: Transaction, { members, ...family }: NewFamily) {
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('families')
    .values({ agencyId, ...family, createdBy: workerId, createdAt: tx.now })
    .execute()
  await insertMembers(tx, family.id, members)
  tx.saw({ kind: 'family', id: family.id })
}

async function insertMembers(tx: Transaction, familyId: string, members: readonly FamilyMemberSheet[]) {
  if (members.length === 0) return
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('familyMembers')
    .values(members.map((member) => ({ agencyId, familyId, ...member, addedBy: workerId })))
    .execute()
}

/** Saves a family against the version that was seen. Members out of the actor's sight are no part of the sheet and stay. */
export async function saveFamily(
  tx: Transaction,
  { id, version }: Family,
  { members, ...said }: FamilySheet,
) {
  refuseIfStale(tx, version)
  const { agencyId } = tx.actor
  await tx.db
    .updateTable('families')
    .set({ ...said, version: version + 1 })
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .execute()
  const known = new Set((await membersOf(tx, id)).map(({ memberId }) => memberId))
  const kept = members.filter((member) => known.has(member.id))
  const gone = [...known].filter((memberId) => !members.some((member) => member.id === memberId))
  if (gone.length > 0)
    await tx.db
      .deleteFrom('familyMembers')
      .where('agencyId', '=', agencyId)
      .where('familyId', '=', id)
      .where('id', 'in', gone)
      .execute()
  for (const { id: memberId, part, since, until } of kept)
    await tx.db
      .updateTable('familyMembers')
      .set({ part, since, until })
      .where('agencyId', '=', agencyId)
      .where('familyId', '=', id)
      .where('id', '=', memberId)
      .execute()
  await insertMembers(
    tx,
    id,
    members.filter((member) => !known.has(member.id)),
  )
}

/** The families of a person, or the one that a case serves, as far as they are seen. */
export async function familiesAround(
  tx: Transaction,
  { personId, caseId }: Readonly<{ personId?: string; caseId?: string }>,
): Promise<FamilyRef[]> {
  const { agencyId } = tx.actor
  const of =
    caseId === undefined
      ? sql<boolean>`f.id in (select m.family_id from family_members m where m.agency_id = ${agencyId} and m.person_id = ${personId})`
      : sql<boolean>`f.id in (select s.family_id from family_cases s where s.agency_id = ${agencyId} and s.case_id = ${caseId})`
  return tx.db
    .selectFrom('families as f')
    .select(['f.id', 'f.name'])
    .where('f.agencyId', '=', agencyId)
    .where(of)
    .where(familyInSight(tx))
    .orderBy('f.createdAt')
    .limit(20)
    .execute()
}

/** Which family a case serves, as far as it is seen, and the version of what was said. */
export async function servedFamilyOf(tx: Transaction, caseId: string): Promise<ServedFamilyView> {
  const row = await tx.db
    .selectFrom('familyCases')
    .select('version')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  const [family = null] = await familiesAround(tx, { caseId })
  return { family, version: row?.version ?? 0 }
}

/** Says that a case serves a family, or none, against the version that was seen; of two at once one wins. */
export async function saveServed(tx: Transaction, caseId: string, familyId: string | null) {
  const { version } = await servedFamilyOf(tx, caseId)
  refuseIfStale(tx, version)
  const { agencyId, workerId } = tx.actor
  const said = { familyId, saidBy: workerId, saidAt: tx.now, version: version + 1 }
  const written =
    version === 0
      ? await tx.db
          .insertInto('familyCases')
          .values({ agencyId, caseId, ...said })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx.db
          .updateTable('familyCases')
          .set(said)
          .where('agencyId', '=', agencyId)
          .where('caseId', '=', caseId)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst()
  if (!written) throw new Refusal('changed-meanwhile')
}

/** Looks at a case in sight, for what is said of it; out of sight is absent (404). */
export async function lookAtCaseOfFamily(tx: Transaction, caseId: string) {
  const row = await tx.db
    .selectFrom('cases as c')
    .select('c.state')
    .where('c.agencyId', '=', tx.actor.agencyId)
    .where('c.id', '=', caseId)
    .where(inSight(tx, 'c'))
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'case', id: caseId, caseId })
  return row
}
