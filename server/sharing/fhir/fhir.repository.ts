import { sql } from 'kysely'
import { z } from 'zod'
import { referralState, referralUrgency } from '#contract/codes/index.ts'
import type { TaskSearch } from '#contract/fhir.ts'
import { Language } from '#contract/language.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { type ReceiversMove, statesOf } from './states.ts'
import type { Standing } from './task.ts'

/** What was sent to the partner who asks, and is still seen by them. */
const sentTo = (tx: Transaction) =>
  tx.db
    .selectFrom('referrals as r')
    .where('r.agencyId', '=', tx.actor.agencyId)
    .where('r.receiverPartnerId', '=', tx.actor.workerId)
    .where('r.sightEndedAt', 'is', null)
    .where('r.sentAt', 'is not', null)
    .select(['r.id', 'r.state', 'r.urgency', 'r.stateWords', 'r.outcome', 'r.firstHelpOn', 'r.sentAt'])
    .select(['r.movedAt', 'r.replyBy', 'r.version', 'r.receiverLanguage', 'r.receiverName'])
    .select(['r.personId', 'r.caseId', 'r.inquiryId'])

type Row = Awaited<ReturnType<ReturnType<typeof sentTo>['execute']>>[number]

function standingFrom({ actor }: Transaction, row: Row): Standing {
  const { id, stateWords, outcome, firstHelpOn, sentAt, movedAt, replyBy, version, receiverName } = row
  if (sentAt === null || replyBy === null) throw new Error('A referral that was sent does not say when.')
  return {
    id,
    stateWords,
    outcome,
    firstHelpOn,
    sentAt,
    movedAt,
    replyBy,
    version,
    receiverName,
    state: referralState.schema.parse(row.state),
    urgency: referralUrgency.schema.parse(row.urgency),
    language: Language.parse(row.receiverLanguage),
    fromAgency: actor.agencyName,
  }
}

/** Throws what is told (410) of a referral that the partner no longer sees; of anything else there is nothing to tell (404). */
async function refuseUnseen(tx: Transaction, id: string): Promise<never> {
  const { rows } = await sql<{ why: string | null }>`select partner_sight_end(${id}) as why`.execute(tx.db)
  const why = rows[0]?.why ?? null
  if (why === null) throw new Refusal('not-found')
  throw new Refusal(why === 'consent-withdrawn' ? 'partners/consent-withdrawn' : 'partners/over')
}

/** Looks at a referral that was sent to the partner who asks (404, 410). */
export async function lookAtSent(tx: Transaction, id: string): Promise<Standing> {
  const row = await sentTo(tx).where('r.id', '=', id).executeTakeFirst()
  if (!row) return refuseUnseen(tx, id)
  const { caseId, inquiryId, personId } = row
  tx.saw({
    kind: 'shared-package',
    id,
    personId,
    ...(caseId === null ? {} : { caseId }),
    ...(inquiryId === null ? {} : { inquiryId }),
  })
  return standingFrom(tx, row)
}

const Position = z.tuple([z.iso.datetime(), z.uuid()])

/** One page of what was sent to the partner who asks, the newest first. */
export async function sentPage(tx: Transaction, { status, _count: limit, after }: TaskSearch) {
  const position = positionIn(after, Position)
  let query = sentTo(tx)
    .orderBy('r.sentAt', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
  if (status !== undefined) query = query.where('r.state', 'in', statesOf(status))
  if (position)
    query = query.where(sql<boolean>`(r.sent_at, r.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`)
  const page = pageFrom(await query.execute(), limit, ({ sentAt, id }) => [sentAt?.toISOString() ?? '', id])
  tx.saw({ kind: 'shared-package-list', listed: page.rows.map(({ id }) => id) })
  return { next: page.next, standings: page.rows.map((row) => standingFrom(tx, row)) }
}

type Step = Readonly<{ move: ReceiversMove; state: string; words: string; on: string | null }>

/** Writes a step of the partner into the referrer’s record, against the version that was seen; somebody quicker is 412. */
export async function savePartnersStep(
  tx: Transaction,
  { id, version }: Pick<Standing, 'id' | 'version'>,
  { move, state, words, on }: Step,
) {
  const { rows } = await sql<{ version: number | null }>`
    select move_partner_referral(${id}, ${version}, ${move}, ${state}, ${words}, ${on}::date, ${tx.now}) as version`.execute(
    tx.db,
  )
  if (rows[0]?.version === null || rows[0]?.version === undefined) throw new Refusal('changed-meanwhile')
}
