import { sourceStance } from '#contract/codes/index.ts'
import type {
  AddSource,
  RecordCollectionContact,
  RecordFinding,
  TellNotice,
} from '#contract/case/evidence.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Finding, KnownSource } from './evidence.ts'

/** Whether the notice was told in this case before. */
export async function isNoticeTold({ db, actor }: Transaction, caseId: string): Promise<boolean> {
  const row = await db
    .selectFrom('collectionNotices')
    .select('id')
    .where('agencyId', '=', actor.agencyId)
    .where('caseId', '=', caseId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Writes down that the notice was told, to whom, as they are called now. */
export async function insertNotice(
  tx: Transaction,
  caseId: string,
  { personId: _personId, ...told }: TellNotice,
  to: Readonly<{ name: string; part: 'client' | 'guardian' }>,
) {
  await tx.db
    .insertInto('collectionNotices')
    .values({ ...told, ...place(tx, caseId), toldTo: to.part, toldToName: to.name, ...byActor(tx) })
    .execute()
  tx.saw({ kind: 'collection-notice', id: told.id, caseId })
}

/** Writes a visit or a consultation down, with the consents that it rests on. */
export async function insertContact(
  tx: Transaction,
  caseId: string,
  given: RecordCollectionContact,
  consentIds: readonly string[],
) {
  await tx.db
    .insertInto('collectionContacts')
    .values({ ...given, ...place(tx, caseId), consentIds: [...consentIds], ...byActor(tx) })
    .execute()
  tx.saw({ kind: 'collection-contact', id: given.id, caseId })
}

/** Whether a visit or consultation is of this case. */
export async function isContactOf({ db, actor }: Transaction, caseId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('collectionContacts')
    .select('id')
    .where('agencyId', '=', actor.agencyId)
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Writes a finding down with its first source. */
export async function insertFinding(tx: Transaction, caseId: string, { source, ...finding }: RecordFinding) {
  await tx.db
    .insertInto('findings')
    .values({ ...finding, ...place(tx, caseId), ...byActor(tx) })
    .execute()
  await insertSource(tx, { id: finding.id, caseId }, { ...source, stance: 'agrees' })
  tx.saw({ kind: 'finding', id: finding.id, caseId })
}

/** Writes a source down beside those that are there. */
export async function insertSource(
  tx: Transaction,
  { id: findingId, caseId }: Pick<Finding, 'id' | 'caseId'>,
  source: AddSource,
) {
  await tx.db
    .insertInto('findingSources')
    .values({ ...source, ...place(tx, caseId), findingId, ...byActor(tx) })
    .execute()
}

const place = ({ actor }: Transaction, caseId: string) => ({ agencyId: actor.agencyId, caseId })
const byActor = ({ actor, now }: Transaction) => ({ recordedBy: actor.workerId, recordedAt: now })

/** Looks at a finding of this case in order to change it; out of sight is absent (404). */
export async function lookAtFinding(tx: Transaction, caseId: string, id: string): Promise<Finding> {
  const row = await tx.db
    .selectFrom('findings')
    .select(['id', 'caseId', 'contradicted', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'finding', id, caseId })
  return { ...row, sources: await sourcesOf(tx, id), settledAt: await lastSettled(tx, id) }
}

async function sourcesOf({ db, actor }: Transaction, findingId: string): Promise<KnownSource[]> {
  const rows = await db
    .selectFrom('findingSources')
    .select(['id', 'stance', 'recordedAt', 'takenBackAt'])
    .where('agencyId', '=', actor.agencyId)
    .where('findingId', '=', findingId)
    .execute()
  return rows.map(({ stance, ...row }) => ({ ...row, stance: sourceStance.schema.parse(stance) }))
}

async function lastSettled({ db, actor }: Transaction, findingId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('findingSettlements')
    .select('settledAt')
    .where('agencyId', '=', actor.agencyId)
    .where('findingId', '=', findingId)
    .orderBy('settles', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.settledAt ?? null
}

/** Keeps whether a finding contradicts itself now, one version on. The row was locked by the look. */
export async function saveFinding(tx: Transaction, { id, version }: Finding, contradicted: boolean) {
  await tx.db
    .updateTable('findings')
    .set({ contradicted, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}

/** Writes the settlement of a contradiction down, for good. */
export async function insertSettlement(tx: Transaction, { id, caseId, version }: Finding, note: string) {
  const { actor, now } = tx
  await tx.db
    .insertInto('findingSettlements')
    .values({
      ...place(tx, caseId),
      findingId: id,
      settles: version,
      note,
      settledBy: actor.workerId,
      settledAt: now,
    })
    .execute()
}

/** Takes a source back, with the reason. */
export async function saveTakenBack(tx: Transaction, sourceId: string, reason: string) {
  await tx.db
    .updateTable('findingSources')
    .set({ takenBackBy: tx.actor.workerId, takenBackAt: tx.now, takenBackReason: reason })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', sourceId)
    .execute()
}
