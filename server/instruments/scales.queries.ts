import { sql } from 'kysely'
import { z } from 'zod'
import type { ScaleQuery } from '#contract/scales.ts'
import type { Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.iso.date(), z.uuid()])

/** As many dangers as are ever shown at once; each must be decided, and none is left out of Today. */
const mostOpen = 50

/** Results with names, and the scores of the one before: same instrument and version, same informant. */
const results = (tx: Transaction, caseId: string) =>
  tx.db
    .selectFrom('scaleResults as s')
    .innerJoin('workers as r', (join) =>
      join.onRef('r.agencyId', '=', 's.agencyId').onRef('r.id', '=', 's.recordedBy'),
    )
    .leftJoin('workers as d', (join) =>
      join.onRef('d.agencyId', '=', 's.agencyId').onRef('d.id', '=', 's.decidedBy'),
    )
    .where('s.agencyId', '=', tx.actor.agencyId)
    .where('s.caseId', '=', caseId)
    .selectAll('s')
    .select(['r.name as recordedByName', 'd.name as decidedByName'])
    .select(
      sql`(select b.scores from scale_results b
        where b.agency_id = s.agency_id and b.case_id = s.case_id and b.instrument = s.instrument
          and (b.answered_on, b.id) < (s.answered_on, s.id)
          and b.instrument_version = s.instrument_version and b.informant = s.informant
        order by b.answered_on desc, b.id desc limit 1)`.as('before'),
    )

export const scaleRow = (tx: Transaction, caseId: string, id: string) =>
  results(tx, caseId).where('s.id', '=', id).executeTakeFirstOrThrow()

export type ScaleRow = Awaited<ReturnType<typeof scaleRow>>

/** The scales answered in a case, newest first, of one instrument where one is named. */
export async function scaleRows(tx: Transaction, caseId: string, { limit, after, instrument }: ScaleQuery) {
  const position = positionIn(after, Position)
  let query = results(tx, caseId)
    .orderBy('s.answeredOn', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit + 1)
  if (instrument !== undefined) query = query.where('s.instrument', '=', instrument)
  if (position)
    query = query.where(sql<boolean>`(s.answered_on, s.id) < (${position[0]}::date, ${position[1]}::uuid)`)
  const rows = await query.execute()
  tx.saw({ kind: 'scale-list', caseId, listed: rows.slice(0, limit).map(({ id }) => id) })
  return pageFrom(rows, limit, (row) => [row.answeredOn, row.id])
}

/** Those whose danger nobody has decided on. */
export const openScaleRows = (tx: Transaction, caseId: string) =>
  results(tx, caseId)
    .where(sql<boolean>`cardinality(s.emergencies) > 0`)
    .where('s.decision', 'is', null)
    .limit(mostOpen)
    .execute()
