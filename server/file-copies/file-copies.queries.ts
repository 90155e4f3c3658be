import { sql } from 'kysely'
import { z } from 'zod'
import { AttachmentKind } from '#contract/case/attachments.ts'
import type { FilePart } from '#contract/codes/index.ts'
import type { PartThere } from '#contract/file-copies.ts'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { nameToSave } from '#server/case/attachments/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { chapters } from './file-copy.ts'
import { fromRow } from './file-copies.repository.ts'
import { nameInPackage } from './packing.ts'

const Position = z.tuple([z.iso.datetime(), z.uuid()])

const copiesWithNames = (tx: Transaction, caseId: string) =>
  tx.db
    .selectFrom('fileCopies as o')
    .innerJoin('workers as r', (join) =>
      join.onRef('r.agencyId', '=', 'o.agencyId').onRef('r.id', '=', 'o.recordedBy'),
    )
    .leftJoin('workers as d', (join) =>
      join.onRef('d.agencyId', '=', 'o.agencyId').onRef('d.id', '=', 'o.decidedBy'),
    )
    .leftJoin('workers as p', (join) =>
      join.onRef('p.agencyId', '=', 'o.agencyId').onRef('p.id', '=', 'o.producedBy'),
    )
    .leftJoin('workers as h', (join) =>
      join.onRef('h.agencyId', '=', 'o.agencyId').onRef('h.id', '=', 'o.handedBy'),
    )
    .where('o.agencyId', '=', tx.actor.agencyId)
    .where('o.caseId', '=', caseId)
    .selectAll('o')
    .select(['r.name as recorder', 'd.name as decider', 'p.name as producer', 'h.name as hander'])

type Named = Awaited<ReturnType<ReturnType<typeof copiesWithNames>['executeTakeFirstOrThrow']>>

const named = ({ recorder, decider, producer, hander, ...row }: Named) => ({
  ...fromRow(row),
  recorder,
  decider,
  producer,
  hander,
})
export type CopyRow = ReturnType<typeof named>

/** One request with the names of whoever had a hand in it. */
export const copyRow = async (tx: Transaction, caseId: string, id: string): Promise<CopyRow> =>
  named(await copiesWithNames(tx, caseId).where('o.id', '=', id).executeTakeFirstOrThrow())

/** The requests in a case, newest first. */
export async function copyRows(tx: Transaction, caseId: string, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = tx.db
    .selectFrom('fileCopies as o')
    .select('o.id')
    .where('o.agencyId', '=', tx.actor.agencyId)
    .where('o.caseId', '=', caseId)
    .orderBy('o.recordedAt', 'desc')
    .orderBy('o.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(
      sql<boolean>`(o.recorded_at, o.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  // The page is read from the index alone; the names are looked up for its rows only.
  const rows = await copiesWithNames(tx, caseId)
    .where('o.id', 'in', query)
    .orderBy('o.recordedAt', 'desc')
    .orderBy('o.id', 'desc')
    .execute()
  tx.saw({ kind: 'file-copy-list', caseId, listed: rows.slice(0, limit).map(({ id }) => id) })
  const page = pageFrom(rows, limit, (row) => [row.recordedAt.toISOString(), row.id])
  return { next: page.next, rows: page.rows.map(named) }
}

type Record = Readonly<{ part: FilePart; id: string; at: Date; single: boolean; name: string }>

// More records of one kind than a form prints on its pages.
const most = 200

/** What lies in each part of a file: records that are signed, and the consents. */
export async function partsThere(tx: Transaction, caseId: string): Promise<PartThere[]> {
  const here = sql`agency_id = ${tx.actor.agencyId} and case_id = ${caseId}`
  const signed = sql`${here} and signed_at is not null`
  const { rows } = await sql<Record>`
    select * from (
      (select 'case-file' as part, id, opened_at as at, false as single, '' as name from cases
        where agency_id = ${tx.actor.agencyId} and id = ${caseId})
      union all (select 'first-contact', id, received_at, false, '' from inquiries where ${here})
      union all (select 'interviews', id, signed_at, true, '' from interviews where ${signed} order by created_at limit ${most})
      union all (select 'consents', id, recorded_at, true, '' from consents where ${here} order by recorded_at limit ${most})
      union all (select 'assessment', id, signed_at, false, '' from assessments where ${signed})
      union all (select 'plan', id, signed_at, false, '' from plans where ${signed})
      union all (select 'process-records', id, held_from, true, '' from process_records where ${here} and state = 'signed' order by ordinal limit ${most})
      union all (select 'closing', id, signed_at, false, '' from evaluations where ${signed})
      union all (select 'closing', id, submitted_at, false, '' from closings where ${here} and submitted_at is not null)
      union all (select 'attachments', id, added_at, true, title from attachments where ${here} and taken_at is null order by added_at limit ${most})
    ) as there order by at, id`.execute(tx.db)
  return chapters.map((part) => {
    const those = rows.filter((row) => row.part === part)
    const records = those
      .filter(({ single }) => single)
      .map(({ id, at, name }) => ({ id, on: dayOf(at), name }))
    return { part, count: those.length, records }
  })
}

/** The signed assessments or plans of a case, the first one first: each of them is a version that the client may have. */
export async function versionsOf(tx: Transaction, caseId: string, part: 'assessment' | 'plan') {
  const rows = await tx.db
    .selectFrom(part === 'plan' ? 'plans' : 'assessments')
    .select('id')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('signedAt', 'is not', null)
    .orderBy('signedAt')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** What is attached to a case and was not taken away, the first one first, without what is left out. */
export async function attachedTo(tx: Transaction, caseId: string, without: ReadonlySet<string>) {
  const rows = await tx.db
    .selectFrom('attachments')
    .select(['id', 'title', 'fileName', 'mediaType', 'bytes', 'sha256', 'addedAt'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .where('takenAt', 'is', null)
    .orderBy('addedAt')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows
    .filter(({ id }) => !without.has(id))
    .map(({ addedAt, ...row }, at) => ({
      ...row,
      file: `attachments/${nameInPackage(at + 1, nameIn(row))}`,
      addedOn: dayOf(addedAt),
    }))
}

const nameIn = ({ fileName, mediaType }: Readonly<{ fileName: string; mediaType: string }>) =>
  nameToSave({ name: fileName, kind: AttachmentKind.parse(mediaType) })

/** Whose file it is, as its copy says it. */
export async function headOf(tx: Transaction, caseId: string) {
  return tx.db
    .selectFrom('cases as c')
    .innerJoin('agencies as a', 'a.agencyId', 'c.agencyId')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'c.agencyId').onRef('p.id', '=', 'c.clientId'),
    )
    .where('c.agencyId', '=', tx.actor.agencyId)
    .where('c.id', '=', caseId)
    .select(['a.name as agency', 'c.number as caseNumber', 'p.name as client'])
    .executeTakeFirstOrThrow()
}
