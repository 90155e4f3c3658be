import { sql } from 'kysely'
import { z } from 'zod'
import type { ScaleQuery } from '#contract/scales.ts'
import type { Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.iso.date(), z.uuid()])

/** As many dangers as are ever shown at once; each must be decided, and none is left out of Today. */
const mostOpen = 50

/** What was answered in a case, nobody's name beside it yet. */
const inCase = (tx: Transaction, caseId: string) =>
  tx.db
    .selectFrom('scaleResults')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .selectAll()

/**
 * These results with names, and the scores of the one before: same instrument and version, same informant. A page is
 * chosen before anything is joined to it: so it is read off the index, and no more than it is ever sorted.
 */
const named = (tx: Transaction, chosen: ReturnType<typeof inCase>) =>
  tx.db
    .selectFrom(chosen.as('s'))
    .innerJoin('workers as r', (join) =>
      join.onRef('r.agencyId', '=', 's.agencyId').onRef('r.id', '=', 's.recordedBy'),
    )
    .leftJoin('workers as d', (join) =>
      join.onRef('d.agencyId', '=', 's.agencyId').onRef('d.id', '=', 's.decidedBy'),
    )
    .selectAll('s')
    .select(['r.name as recordedByName', 'd.name as decidedByName'])
    .select(
      sql`(select b.scores from scale_results b
        where b.agency_id = s.agency_id and b.case_id = s.case_id and b.instrument = s.instrument
          and (b.answered_on, b.id) < (s.answered_on, s.id)
          and b.instrument_version = s.instrument_version and b.informant = s.informant
        order by b.answered_on desc, b.id desc limit 1)`.as('before'),
    )
    .orderBy('s.answeredOn', 'desc')
    .orderBy('s.id', 'desc')

export const scaleRow = (tx: Transaction, caseId: string, id: string) =>
  named(tx, inCase(tx, caseId).where('id', '=', id)).executeTakeFirstOrThrow()

export type ScaleRow = Awaited<ReturnType<typeof scaleRow>>

/** The scales answered in a case, newest first, of one instrument where one is named. */
export async function scaleRows(tx: Transaction, caseId: string, { limit, after, instrument }: ScaleQuery) {
  const position = positionIn(after, Position)
  let page = inCase(tx, caseId)
    .orderBy('answeredOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (instrument !== undefined) page = page.where('instrument', '=', instrument)
  if (position)
    page = page.where(sql<boolean>`(answered_on, id) < (${position[0]}::date, ${position[1]}::uuid)`)
  const rows = await named(tx, page).execute()
  tx.saw({ kind: 'scale-list', caseId, listed: rows.slice(0, limit).map(({ id }) => id) })
  return pageFrom(rows, limit, (row) => [row.answeredOn, row.id])
}

/** Those whose danger nobody has decided on, newest first. */
export const openScaleRows = (tx: Transaction, caseId: string) =>
  named(
    tx,
    inCase(tx, caseId)
      .where(sql<boolean>`cardinality(emergencies) > 0`)
      .where('decision', 'is', null)
      .limit(mostOpen),
  ).execute()
