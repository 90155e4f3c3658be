import { sql } from 'kysely'
import { z } from 'zod'
import { consentPurpose, exceptionGround, fileSection, sensitiveKind } from '#contract/codes/index.ts'
import { type GiveConsent, Receiver, type RecordException } from '#contract/consent.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { birthOf, lookAtPerson, needsGuardianForData } from '#server/people/index.ts'
import { keptScope, type Withdrawable } from './consent.ts'
import type { Consent } from './coverage.ts'
import type { Giving } from './giver.ts'

/** Who sees the case or the first contact in which something stands; what stands in neither is seen with the person. */
export const placeInSight = (tx: Transaction, alias: string) =>
  sql<boolean>`(${sql.ref(`${alias}.caseId`)} is null or exists (select 1 from cases pc
      where pc.agency_id = ${tx.actor.agencyId} and pc.id = ${sql.ref(`${alias}.caseId`)} and ${inSight(tx, 'pc')}))
    and (${sql.ref(`${alias}.inquiryId`)} is null or exists (select 1 from inquiries pi
      where pi.agency_id = ${tx.actor.agencyId} and pi.id = ${sql.ref(`${alias}.inquiryId`)} and ${inSight(tx, 'pi')}))`

/** What is read out of a row of consents; a code that is none is a fault. */
const Scope = z.object({
  purpose: consentPurpose.schema,
  sensitiveKind: sensitiveKind.schema.nullable(),
  sections: z.array(fileSection.schema),
  receivers: z.array(Receiver),
})

/** The consents about a person, and whether all that is known of them is sensitive because of their age. */
export type ConsentsAbout = Readonly<{ consents: readonly Consent[]; under14: boolean }>

/**
 * The consents about a person that the actor sees and that nobody has withdrawn, for `coveredBy`; 404 when the person is
 * out of sight. They are held until the end of the transaction: a withdrawal at the same time comes before it or after.
 */
export async function consentsOf(tx: Transaction, personId: string): Promise<ConsentsAbout> {
  const { sheet } = await lookAtPerson(tx, personId)
  const rows = await tx.db
    .selectFrom('consents as o')
    .selectAll('o')
    .where('o.agencyId', '=', tx.actor.agencyId)
    .where('o.personId', '=', personId)
    .where('o.withdrawnAt', 'is', null)
    .where(placeInSight(tx, 'o'))
    .orderBy('o.recordedAt')
    .orderBy('o.id')
    .forShare()
    .execute()
  return {
    consents: rows.map((row) => ({ ...row, ...Scope.parse(row) })),
    under14: needsGuardianForData(dayOf(tx.now), birthOf(sheet)),
  }
}

const ExceptionScope = z.object({
  ground: exceptionGround.schema,
  sections: z.array(fileSection.schema),
  receivers: z.array(Receiver),
})

type Place = Readonly<{ caseId: string | null; inquiryId: string | null }>

/** What was done without consent about a person in one case or first contact, or in none, the newest first. */
export async function exceptionsIn(tx: Transaction, personId: string, { caseId, inquiryId }: Place) {
  const rows = await tx.db
    .selectFrom('consentExceptions as o')
    .selectAll('o')
    .where('o.agencyId', '=', tx.actor.agencyId)
    .where('o.personId', '=', personId)
    .where((here) => here.or([here('o.caseId', 'is', null), here('o.caseId', '=', caseId)]))
    .where((here) => here.or([here('o.inquiryId', 'is', null), here('o.inquiryId', '=', inquiryId)]))
    .where(placeInSight(tx, 'o'))
    .orderBy('o.recordedAt', 'desc')
    .orderBy('o.id', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({ ...ExceptionScope.parse(row), id: row.id, recordedAt: row.recordedAt }))
}

/** Looks at a consent in order to withdraw it; out of sight is absent (404). */
export async function lookAtConsent(tx: Transaction, personId: string, id: string): Promise<Withdrawable> {
  const row = await tx.db
    .selectFrom('consents as o')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'o.agencyId').onRef('p.id', '=', 'o.personId'),
    )
    .select(['o.id', 'o.personId', 'o.caseId', 'o.inquiryId', 'o.purpose', 'o.withdrawnAt', 'o.version'])
    .where('o.agencyId', '=', tx.actor.agencyId)
    .where('o.personId', '=', personId)
    .where('o.id', '=', id)
    .where(inSight(tx, 'p'))
    .where(placeInSight(tx, 'o'))
    .forUpdate('o')
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  sawConsent(tx, row)
  return row
}

type Placed = Readonly<{ id: string; personId: string; caseId: string | null; inquiryId: string | null }>

const placeOf = ({ caseId, inquiryId }: Pick<Placed, 'caseId' | 'inquiryId'>) => ({
  ...(caseId === null ? {} : { caseId }),
  ...(inquiryId === null ? {} : { inquiryId }),
})

function sawConsent(tx: Transaction, { id, personId, ...place }: Placed) {
  tx.saw({ kind: 'consent', id, personId, ...placeOf(place) })
}

type ByWhom = Readonly<{ id: string; name: string }>

/** Writes a consent down. It never changes again but by its withdrawal. */
export async function insertConsent(
  tx: Transaction,
  personId: string,
  given: GiveConsent,
  by: Readonly<{ who: ByWhom; giving: Giving }>,
) {
  const { guardianId: _guardian, ...said } = given
  const { sections, receivers } = keptScope(given)
  await tx.db
    .insertInto('consents')
    .values({
      ...said,
      agencyId: tx.actor.agencyId,
      personId,
      sections,
      receivers: JSON.stringify(receivers),
      giverId: by.who.id,
      giverName: by.who.name,
      capacity: by.giving.capacity,
      recordedBy: tx.actor.workerId,
      recordedAt: tx.now,
    })
    .execute()
  sawConsent(tx, { ...given, personId })
}

/** Withdraws a consent from this moment on, against the version that was looked at. */
export async function saveWithdrawal(tx: Transaction, { id, version }: Withdrawable, reason: string) {
  const { numUpdatedRows } = await tx.db
    .updateTable('consents')
    .set({
      withdrawnBy: tx.actor.workerId,
      withdrawnAt: tx.now,
      withdrawnReason: reason,
      version: version + 1,
    })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('changed-meanwhile')
}

/** Writes an exception down, once and for all. */
export async function insertException(tx: Transaction, personId: string, said: RecordException) {
  await tx.db
    .insertInto('consentExceptions')
    .values({
      ...said,
      agencyId: tx.actor.agencyId,
      personId,
      sections: [...new Set(said.sections)],
      receivers: JSON.stringify(said.receivers),
      recordedBy: tx.actor.workerId,
      recordedAt: tx.now,
    })
    .execute()
  tx.saw({ kind: 'consent-exception', id: said.id, personId, ...placeOf(said) })
}

/** Whether a person takes part in a case: as its client, or as somebody around them. */
export async function takesPart(tx: Transaction, caseId: string, personId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('casePeople')
    .select('personId')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** Looks at the first contact in which something is given: whose it is; out of sight is absent (404). */
export async function lookAtFirstContact(tx: Transaction, id: string) {
  const row = await tx.db
    .selectFrom('inquiries')
    .select(['clientId', 'callerId'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .where(inSight(tx, 'inquiries'))
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'inquiry', id, inquiryId: id })
  return row
}
