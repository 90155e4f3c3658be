import { sql } from 'kysely'
import { z } from 'zod'
import { differenceGround } from '#contract/codes/index.ts'
import {
  type MergePreview,
  MergeChoices,
  PersonMergeLine,
  type PersonMergeQuery,
  type PersonMergeView,
} from '#contract/person-merges.ts'
import { abilityFor, inSight, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { lookAtWholePerson } from '../people.repository.ts'
import { lineWith } from '../people.rows.ts'
import type { WholePerson } from '../person.ts'
import { phoneTailOf } from '../person-keys.ts'
import { fieldsOf } from './merge.ts'
import { lookAtMerge, mergeInSight, type PersonMerge, sameSight } from './merges.repository.ts'

/** Two records side by side: what differs, what would go along, and what somebody once said of the two. */
export async function previewMerge(tx: Transaction, keptId: string, mergedId: string): Promise<MergePreview> {
  const kept = await lookAtWholePerson(tx, keptId) // 404
  const merged = await lookAtWholePerson(tx, mergedId) // 404
  const line = ({ id, sheet }: WholePerson) => {
    const { phone, address: _address, safeContact: _safe, idNumber: _number, ...open } = sheet
    return lineFrom({ id, ...open }, phone, tx)
  }
  return {
    kept: line(kept),
    merged: line(merged),
    keptVersion: kept.version,
    mergedVersion: merged.version,
    fields: fieldsOf(kept.sheet, merged.sheet),
    follows: await followersOf(tx, mergedId),
    saidToDiffer: await saidToDiffer(tx, keptId, mergedId),
    sameSight: await sameSight(tx, keptId, mergedId),
  }
}

const lineFrom = (row: Parameters<typeof lineWith>[0], phone: string, tx: Transaction) =>
  lineWith(row, phoneTailOf(phone), dayOf(tx.now))

/** What goes along, as far as the actor sees it: nothing else is counted. */
async function followersOf(tx: Transaction, personId: string): Promise<MergePreview['follows']> {
  const { agencyId } = tx.actor
  const { rows } = await sql<MergePreview['follows']>`select
    (select count(*) from case_people cp join cases c on c.agency_id = cp.agency_id and c.id = cp.case_id
      where cp.agency_id = ${agencyId} and cp.person_id = ${personId} and ${inSight(tx, 'c')})::integer as cases,
    (select count(*) from inquiries i where i.agency_id = ${agencyId} and ${inSight(tx, 'i')}
      and (i.client_id = ${personId} or i.caller_id = ${personId}))::integer as inquiries,
    (select count(*) from relations r join people p on p.agency_id = r.agency_id
      and p.id = case when r.person_id = ${personId} then r.relative_id else r.person_id end
      where r.agency_id = ${agencyId} and (r.person_id = ${personId} or r.relative_id = ${personId})
      and ${inSight(tx, 'p')})::integer as relations`.execute(tx.db)
  return rows[0] ?? { cases: 0, inquiries: 0, relations: 0 }
}

async function saidToDiffer(tx: Transaction, one: string, other: string) {
  const rows = await tx.db
    .selectFrom('personSearches as s')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 's.agencyId').onRef('w.id', '=', 's.searchedBy'),
    )
    .where('s.agencyId', '=', tx.actor.agencyId)
    .where(sql<boolean>`(s.person_id = ${one} and s.others @> array[${other}::uuid])
      or (s.person_id = ${other} and s.others @> array[${one}::uuid])`)
    .select(['w.id', 'w.name', 's.searchedAt', 's.ground', 's.note'])
    .execute()
  return rows.map(({ id, name, searchedAt, ground, note }) => ({
    by: { id, name },
    at: searchedAt.toISOString(),
    ground: differenceGround.schema.parse(ground),
    note,
  }))
}

const Position = z.tuple([z.iso.datetime(), z.uuid()])

const merges = (tx: Transaction) =>
  tx.db
    .selectFrom('personMerges as m')
    .innerJoin('workers as b', (join) =>
      join.onRef('b.agencyId', '=', 'm.agencyId').onRef('b.id', '=', 'm.proposedBy'),
    )
    .leftJoin('workers as d', (join) =>
      join.onRef('d.agencyId', '=', 'm.agencyId').onRef('d.id', '=', 'm.decidedBy'),
    )
    .leftJoin('workers as u', (join) =>
      join.onRef('u.agencyId', '=', 'm.agencyId').onRef('u.id', '=', 'm.undoneBy'),
    )
    .where('m.agencyId', '=', tx.actor.agencyId)
    .where(mergeInSight(tx))
    .selectAll('m')
    .select(['b.name as proposerName', 'd.name as deciderName', 'u.name as undoerName'])
type MergeRow = Awaited<ReturnType<ReturnType<typeof merges>['execute']>>[number]

const lineOf = (row: MergeRow): PersonMergeLine =>
  PersonMergeLine.parse({
    id: row.id,
    state: row.state,
    kept: { id: row.keptId, name: row.keptName },
    merged: { id: row.mergedId, name: row.mergedName },
    reason: row.reason,
    proposedBy: { id: row.proposedBy, name: row.proposerName },
    proposedAt: row.proposedAt.toISOString(),
  })

/** Merges that were proposed, newest first, as far as the people in them are seen. */
export async function mergePage(tx: Transaction, { limit, after, state }: PersonMergeQuery) {
  const position = positionIn(after, Position)
  let query = merges(tx)
    .orderBy('m.proposedAt', 'desc')
    .orderBy('m.id', 'desc')
    .limit(limit + 1)
  if (state !== undefined) query = query.where('m.state', '=', state)
  if (position)
    query = query.where(
      sql<boolean>`(m.proposed_at, m.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  tx.saw({ kind: 'person-merge-list', listed: rows.slice(0, limit).map(({ id }) => id) })
  const page = pageFrom(rows, limit, (row) => [row.proposedAt.toISOString(), row.id])
  return { ...page, rows: page.rows.map(lineOf) }
}

/** One merge, with both records side by side while somebody has to decide. */
export async function viewMerge(tx: Transaction, id: string): Promise<PersonMergeView> {
  const merge = await lookAtMerge(tx, id)
  const row = await merges(tx).where('m.id', '=', id).executeTakeFirstOrThrow()
  const facts = { authorId: merge.proposedBy }
  return {
    ...lineOf(row),
    choices: MergeChoices.parse(row.choices),
    fields: merge.state === 'proposed' ? await fieldsNow(tx, merge) : null,
    decided: done(row.decidedBy, row.deciderName, row.decidedAt, row.decisionReason),
    undone: done(row.undoneBy, row.undoerName, row.undoneAt, row.undoneReason),
    version: row.version,
    abilities: {
      decide: abilityFor(tx.actor, 'person.decide-merge', facts, merge.state === 'proposed'),
      undo: abilityFor(tx.actor, 'person.undo-merge', facts, merge.state === 'merged'),
    },
  }
}

const done = (id: string | null, name: string | null, at: Date | null, reason: string) =>
  id === null || name === null || at === null ? null : { by: { id, name }, at: at.toISOString(), reason }

async function fieldsNow(tx: Transaction, { keptId, mergedId }: PersonMerge) {
  const kept = await lookAtWholePerson(tx, keptId)
  const merged = await lookAtWholePerson(tx, mergedId)
  return fieldsOf(kept.sheet, merged.sheet)
}
