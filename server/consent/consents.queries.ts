import { sql } from 'kysely'
import { z } from 'zod'
import { consentPurpose, type SensitiveKind } from '#contract/codes/index.ts'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { placeInSight } from './consents.repository.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

const consentsWithNames = (tx: Transaction, personId: string) =>
  tx.db
    .selectFrom('consents as o')
    .innerJoin('workers as r', (join) =>
      join.onRef('r.agencyId', '=', 'o.agencyId').onRef('r.id', '=', 'o.recordedBy'),
    )
    .leftJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'o.agencyId').onRef('w.id', '=', 'o.withdrawnBy'),
    )
    .where('o.agencyId', '=', tx.actor.agencyId)
    .where('o.personId', '=', personId)
    .where(placeInSight(tx, 'o'))
    .selectAll('o')
    .select(['r.name as recordedByName', 'w.name as withdrawnByName'])

/** One consent with the names of whoever wrote it down and withdrew it. */
export const consentRow = (tx: Transaction, personId: string, id: string) =>
  consentsWithNames(tx, personId).where('o.id', '=', id).executeTakeFirstOrThrow()

export type ConsentRow = Awaited<ReturnType<typeof consentRow>>

/** The consents about a person, newest first. */
export async function consentRows(tx: Transaction, personId: string, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = consentsWithNames(tx, personId)
    .orderBy('o.recordedAt', 'desc')
    .orderBy('o.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(
      sql<boolean>`(o.recorded_at, o.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  tx.saw({ kind: 'consent-list', personId, listed: rows.slice(0, limit).map(({ id }) => id) })
  return pageFrom(rows, limit, (row) => [row.recordedAt.toISOString(), row.id])
}

/**
 * The purposes for which some consent about a person is in force now, as `coveredBy` counts: of a child under 14 those of
 * that kind, of everybody else those of no sensitive kind. Each purpose is asked by itself: one row answers it.
 */
export async function purposesInForce(tx: Transaction, personId: string, under14: boolean) {
  const today = dayOf(tx.now)
  const basis: SensitiveKind | null = under14 ? 'under-fourteen' : null
  const { rows } = await sql<{ purpose: string }>`
    select asked.purpose from unnest(${consentPurpose.codes}::text[]) as asked(purpose)
    where (select true from consents o
      where o.agency_id = ${tx.actor.agencyId} and o.person_id = ${personId} and o.purpose = asked.purpose
        and o.sensitive_kind is not distinct from ${basis}::text
        and o.withdrawn_at is null and o.valid_from <= ${today} and o.valid_until >= ${today}
        and ${placeInSight(tx, 'o')}
      limit 1)`.execute(tx.db)
  return rows.map(({ purpose }) => purpose)
}

const exceptionsWithNames = (tx: Transaction, personId: string) =>
  tx.db
    .selectFrom('consentExceptions as o')
    .innerJoin('workers as r', (join) =>
      join.onRef('r.agencyId', '=', 'o.agencyId').onRef('r.id', '=', 'o.recordedBy'),
    )
    .where('o.agencyId', '=', tx.actor.agencyId)
    .where('o.personId', '=', personId)
    .where(placeInSight(tx, 'o'))
    .selectAll('o')
    .select('r.name as recordedByName')

/** One exception with the name of whoever wrote it down. */
export const exceptionRow = (tx: Transaction, personId: string, id: string) =>
  exceptionsWithNames(tx, personId).where('o.id', '=', id).executeTakeFirstOrThrow()

export type ExceptionRow = Awaited<ReturnType<typeof exceptionRow>>

/** What was done about a person without consent, newest first. */
export async function exceptionRows(tx: Transaction, personId: string, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = exceptionsWithNames(tx, personId)
    .orderBy('o.recordedAt', 'desc')
    .orderBy('o.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(
      sql<boolean>`(o.recorded_at, o.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  tx.saw({ kind: 'consent-exception-list', personId, listed: rows.slice(0, limit).map(({ id }) => id) })
  return pageFrom(rows, limit, (row) => [row.recordedAt.toISOString(), row.id])
}
