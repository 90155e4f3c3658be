import { sql } from 'kysely'
import { z } from 'zod'
import { BreakGlassLine, type BreakGlassQuery } from '#contract/break-glass.ts'
import { abilityFor, inSight, type Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { stateOf } from './break-glass.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

/** The openings that an actor may know of, joined with who opened and who reviewed them. */
const openings = (tx: Transaction) =>
  tx.db
    .selectFrom('breakGlassOpenings as o')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'o.agencyId').onRef('w.id', '=', 'o.workerId'),
    )
    .leftJoin('workers as r', (join) =>
      join.onRef('r.agencyId', '=', 'o.agencyId').onRef('r.id', '=', 'o.reviewedBy'),
    )
    .select(['o.id', 'o.caseId', 'o.caseNumber', 'o.workerId', 'o.ground', 'o.openedAt', 'o.until'])
    .select(['o.endedAt', 'o.reviewDueAt', 'o.verdict', 'o.reviewedBy', 'o.reviewedAt'])
    .select(['w.name as workerName', 'r.name as reviewerName'])
    .where('o.agencyId', '=', tx.actor.agencyId)
    .orderBy('o.openedAt', 'desc')
    .orderBy('o.id', 'desc')

/** For an inspector: references and times, no word that was written, and no case is joined. */
const asReferences = (tx: Transaction) =>
  openings(tx).select((is) => [
    is.val<string | null>(null).as('reason'),
    is.val<string | null>(null).as('review'),
    is.val<string | null>(null).as('caseManagerId'),
  ])

/** For whoever opened them, was on duty, or answers for the case: its manager, and a supervisor or head who sees it. */
const inFull = (tx: Transaction) =>
  openings(tx)
    .leftJoin('cases as c', (join) =>
      join.onRef('c.agencyId', '=', 'o.agencyId').onRef('c.id', '=', 'o.caseId').on(inSight(tx, 'c')),
    )
    .select((is) => [
      is.ref('o.reason').$castTo<string | null>().as('reason'),
      is.ref('o.review').$castTo<string | null>().as('review'),
    ])
    .select('c.caseManagerId')
    .where((either) =>
      either.or([
        either('o.workerId', '=', tx.actor.workerId),
        either('o.dutyOfficerId', '=', tx.actor.workerId),
        tx.actor.role === 'worker'
          ? either('c.caseManagerId', '=', tx.actor.workerId)
          : either('c.id', 'is not', null),
      ]),
    )

type Row = Awaited<ReturnType<ReturnType<typeof inFull>['execute']>>[number]

/** Openings by break-glass, newest first: those that wait for a review, or all. */
export async function breakGlassPage(tx: Transaction, { limit, after, show }: BreakGlassQuery) {
  const position = positionIn(after, Position)
  const asked = <Query extends ReturnType<typeof openings>>(query: Query) => {
    let narrowed = query.limit(limit + 1)
    if (show === 'unreviewed') narrowed = narrowed.where('o.reviewedAt', 'is', null)
    if (position)
      narrowed = narrowed.where(
        sql<boolean>`(o.opened_at, o.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
      )
    return narrowed as Query
  }
  const rows: readonly Row[] =
    tx.actor.role === 'inspector'
      ? await asked(asReferences(tx)).execute()
      : await asked(inFull(tx)).execute()
  tx.saw({ kind: 'break-glass-list', listed: rows.slice(0, limit).map(({ id }) => id) })
  const page = pageFrom(rows, limit, ({ openedAt, id }) => [openedAt.toISOString(), id])
  return { next: page.next, rows: page.rows.map((row) => lineFrom(tx, row)) }
}

/** One opening after an act on it. */
export async function breakGlassLine(tx: Transaction, id: string): Promise<BreakGlassLine> {
  return lineFrom(tx, await inFull(tx).where('o.id', '=', id).executeTakeFirstOrThrow())
}

function lineFrom({ actor, now }: Transaction, row: Row): BreakGlassLine {
  const { workerId, workerName, caseManagerId } = row
  const state = stateOf(row, now)
  const facts = { authorId: workerId, ...(caseManagerId === null ? {} : { managerId: caseManagerId }) }
  // Whoever no longer sees the case has nothing to say about it.
  const answers = caseManagerId === null ? 'not-you' : abilityFor(actor, 'break-glass.review', facts, true)
  return BreakGlassLine.parse({
    ...row,
    openedBy: { id: workerId, name: workerName },
    openedAt: row.openedAt.toISOString(),
    until: row.until.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    reviewDueAt: row.reviewDueAt.toISOString(),
    review: reviewOf(row),
    state,
    abilities: {
      review: answers === 'yes' && state === 'reviewed' ? 'not-now' : answers,
      close: workerId !== actor.workerId ? 'not-you' : state === 'running' ? 'yes' : 'not-now',
    },
  })
}

const reviewOf = ({ verdict, review, reviewedBy, reviewerName, reviewedAt }: Row) =>
  verdict && reviewedBy && reviewedAt
    ? {
        verdict,
        words: review,
        by: { id: reviewedBy, name: reviewerName ?? '' },
        at: reviewedAt.toISOString(),
      }
    : null
