import { type RawBuilder, type Selectable, sql } from 'kysely'
import {
  type EmergencyDecision,
  type InquirySheet,
  InquiryState,
  type OpenInquiry,
  PreliminaryAssessmentSheet,
  Sharing,
} from '#contract/case/intake.ts'
import { inSight, refuseIfStale, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { mayBeUnder14 } from '#server/people/index.ts'
import type { Tables } from '#server/platform/database/tables.gen.ts'
import type { Inquiry } from './inquiry.ts'
import { together } from '#server/platform/database/together.ts'
import { earlierHelpOf } from './help-attempts.repository.ts'
import { emptyPreliminary, type InquiryRow, preliminaryFrom, sheetFrom } from './inquiry.rows.ts'

/** Until when whoever asked is answered, and whether they came while the desk was closed. */
export type Due = Readonly<{ dueAt: Date; outsideHours: boolean }>

/** Whoever receives a first contact has it in hand. */
const deskFacts = ({ now, actor: { workerId } }: Transaction) => ({
  receivedAt: now,
  receivedBy: workerId,
  takenBy: workerId,
  takenAt: now,
})

/**
 * By which version of the notice the use of information was told, and when: kept with the first save that says so, and gone
 * where that is taken back.
 */
export function noticeTold(
  { now, actor: { agencyId } }: Transaction,
  { toldItems }: InquirySheet,
  toldAt: Date | null,
) {
  if (!toldItems.includes('information-use')) return { toldNotice: null, toldAt: null }
  if (toldAt) return {}
  const newest = sql<number | null>`(select max(version) from consent_notices where agency_id = ${agencyId})`
  return { toldNotice: newest, toldAt: now }
}

type Received = Readonly<{
  id: string
  sheet: InquirySheet
  emergency: EmergencyDecision | null
  outreachId: string | null
  due: Due
}>

/** Opens an inquiry whose whole sheet is there already. */
export function insertReceived(tx: Transaction, { id, sheet, emergency, outreachId, due }: Received) {
  const { agencyId, workerId } = tx.actor
  const decided = emergency && {
    emergency: emergency.emergency,
    emergencyReason: emergency.reason,
    dangerKinds: [...emergency.dangerKinds],
    emergencyDecidedBy: workerId,
    emergencyDecidedAt: tx.now,
  }
  tx.atLast(
    tx.db
      .insertInto('inquiries')
      .values({
        id,
        agencyId,
        ...sheet,
        ...noticeTold(tx, sheet, null),
        ...decided,
        outreachId,
        ...deskFacts(tx),
        ...due,
      })
      .execute(),
  )
  tx.saw({ kind: 'inquiry', id, inquiryId: id })
}

/** Opens an inquiry; it is the desk's and its receiver's from this moment on. */
export async function openInquiryRow(tx: Transaction, { id, channel }: OpenInquiry, due: Due) {
  const { agencyId } = tx.actor
  tx.atLast(
    tx.db
      .insertInto('inquiries')
      .values({ id, agencyId, channel, ...deskFacts(tx), ...due })
      .execute(),
  )
  tx.saw({ kind: 'inquiry', id, inquiryId: id })
}

type Referred = Readonly<{ id: string; referrerName: string; referrerReason: string }>

/** Opens an inquiry out of a referral that was accepted: it came from another agency, and says why. */
export async function insertReferredInquiry(tx: Transaction, { id, ...referrer }: Referred) {
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('inquiries')
    .values({
      ...referrer,
      id,
      agencyId,
      channel: 'agency',
      source: 'transferred',
      receivedAt: tx.now,
      receivedBy: workerId,
    })
    .execute()
  tx.saw({ kind: 'inquiry', id, inquiryId: id })
}

/** Looks at an inquiry through the actor's eyes and locks it; out of sight is the same as absent (404). */
export async function lookAtInquiry(tx: Transaction, id: string): Promise<Inquiry> {
  const { agencyId } = tx.actor
  // What hangs on it is read after the lock was got, and used only where that found something.
  const [row, written, earlierHelp] = await together([
    tx.db
      .selectFrom('inquiries')
      .selectAll()
      .where('agencyId', '=', agencyId)
      .where('id', '=', id)
      .where(inSight(tx, 'inquiries'))
      .forUpdate()
      .executeTakeFirst(),
    tx.db
      .selectFrom('preliminaryAssessments')
      .selectAll()
      .where('agencyId', '=', agencyId)
      .where('inquiryId', '=', id)
      .executeTakeFirst(),
    earlierHelpOf(tx, id),
  ])
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'inquiry', id, inquiryId: id, ...(row.clientId ? { personId: row.clientId } : {}) })
  return fromRows(row, written && preliminaryFrom(written, earlierHelp), written)
}

function fromRows(
  row: InquiryRow,
  preliminary: PreliminaryAssessmentSheet | undefined,
  written: Selectable<Tables['preliminaryAssessments']> | undefined,
): Inquiry {
  const shared = written?.sharedAt ? written : null
  return {
    id: row.id,
    agencyId: row.agencyId,
    state: InquiryState.parse(row.state),
    sheet: sheetFrom(row),
    told: row.toldAt && { noticeVersion: row.toldNotice, at: row.toldAt },
    emergency: row.emergency,
    reporterProtected: row.reporterProtected,
    // What was already asked at the first contact is not asked again.
    preliminary: preliminary ?? { ...emptyPreliminary, willingness: row.willingness },
    sharing:
      shared &&
      Sharing.parse({
        callerAgrees: shared.callerAgrees,
        corrections: shared.corrections,
        clientWishes: shared.clientWishes,
      }),
    receivedBy: row.receivedBy,
    takenBy: row.takenBy,
    version: row.version,
  }
}

type Changes = Partial<
  Omit<InquiryRow, 'id' | 'agencyId' | 'readers' | 'createdAt' | 'receivedBy' | 'version' | 'toldNotice'>
> &
  Readonly<{ toldNotice?: number | null | RawBuilder<number | null> }>

/** Saves changes against the version that was seen; somebody quicker is 412. */
export async function saveInquiry(tx: Transaction, { id, version }: Inquiry, changes: Changes) {
  refuseIfStale(tx, version)
  tx.atLast(
    tx.db
      .updateTable('inquiries')
      .set({ ...changes, version: version + 1 })
      .where('agencyId', '=', tx.actor.agencyId)
      .where('id', '=', id)
      .execute(),
  )
}

/** The name of a colleague, as a refusal tells it. */
export async function colleagueNamed(tx: Transaction, id: string): Promise<string> {
  const row = await tx.db
    .selectFrom('workers')
    .select('name')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.name ?? ''
}

/**
 * Refuses a sheet that names people who are not there or out of the actor's sight: naming them would show them.
 * @returns who of them is or may be under 14
 */
export async function refuseUnlessInSight(
  tx: Transaction,
  people: Readonly<Record<string, string | null>>,
): Promise<ReadonlySet<string>> {
  const named = Object.entries(people).flatMap(([path, id]) => (id === null ? [] : [{ path, id }]))
  if (named.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('people')
    .select(['id', 'birthDate', 'birthPrecision'])
    .where(inSight(tx, 'people'))
    .where('agencyId', '=', tx.actor.agencyId)
    .where(
      'id',
      'in',
      named.map(({ id }) => id),
    )
    .execute()
  const seen = new Set(rows.map(({ id }) => id))
  const unseen = named.filter(({ id }) => !seen.has(id)).map(({ path }) => ({ path, code: 'unknown-choice' }))
  if (unseen.length > 0) throw new Refusal('invalid-input', {}, unseen)
  return new Set(rows.filter((row) => mayBeUnder14(dayOf(tx.now), row)).map(({ id }) => id))
}

type Preliminary = PreliminaryAssessmentSheet & Partial<Sharing> & { sharedAt?: Date | null }

/** Writes the one preliminary assessment of an inquiry, new or changed; its attempts to find help are rows of their own. */
export async function savePreliminary(
  tx: Transaction,
  inquiryId: string,
  { earlierHelp: _earlierHelp, ...preliminary }: Preliminary,
) {
  const written = { ...preliminary, writtenBy: tx.actor.workerId, writtenAt: tx.now }
  tx.atLast(
    tx.db
      .insertInto('preliminaryAssessments')
      .values({ agencyId: tx.actor.agencyId, inquiryId, ...written })
      .onConflict((conflict) => conflict.columns(['agencyId', 'inquiryId']).doUpdateSet(written))
      .execute(),
  )
}
