import { sql } from 'kysely'
import { z } from 'zod'
import { assessmentKind } from '#contract/codes/index.ts'
import { AssessmentState } from '#contract/case/assessment.ts'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

/** What the view of an assessment needs besides the assessment: whose case it is, and the names under it. */
export async function assessmentDetails(tx: Transaction, id: string) {
  return tx.db
    .selectFrom('assessments as a')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.agencyId', '=', 'a.agencyId').onRef('c.id', '=', 'a.caseId'),
    )
    .innerJoin('people as client', (join) =>
      join.onRef('client.agencyId', '=', 'c.agencyId').onRef('client.id', '=', 'c.clientId'),
    )
    .innerJoin('workers as author', (join) =>
      join.onRef('author.agencyId', '=', 'a.agencyId').onRef('author.id', '=', 'a.authorId'),
    )
    .leftJoin('workers as signer', (join) =>
      join.onRef('signer.agencyId', '=', 'a.agencyId').onRef('signer.id', '=', 'a.signedBy'),
    )
    .leftJoin('workers as cosigner', (join) =>
      join.onRef('cosigner.agencyId', '=', 'a.agencyId').onRef('cosigner.id', '=', 'a.cosignedBy'),
    )
    .where('a.agencyId', '=', tx.actor.agencyId)
    .where('a.id', '=', id)
    .select([
      'a.createdAt',
      'a.signedAt',
      'a.cosignedAt',
      'c.number',
      'client.id as clientId',
      'client.name as clientName',
      'author.id as authorId',
      'author.name as authorName',
      'signer.id as signerId',
      'signer.name as signerName',
      'cosigner.id as cosignerId',
      'cosigner.name as cosignerName',
    ])
    .executeTakeFirstOrThrow()
}

/** Under each view, by the id of whoever gave it: their name, and who wrote it down. */
export async function handsUnderViews({ db, actor }: Transaction, id: string) {
  const { rows } = await sql<{ personId: string; person: string; workerId: string; worker: string }>`
    select p.id as person_id, p.name as person, w.id as worker_id, w.name as worker
    from (
      select client_view_by as given_by, client_view_recorded_by as recorded_by from assessments
      where agency_id = ${actor.agencyId} and id = ${id}
      union all
      select given_by, recorded_by from assessment_further_views
      where agency_id = ${actor.agencyId} and assessment_id = ${id}
    ) v
    join people p on p.agency_id = ${actor.agencyId} and p.id = v.given_by
    join workers w on w.agency_id = ${actor.agencyId} and w.id = v.recorded_by`.execute(db)
  return new Map(
    rows.map(({ personId, person, workerId, worker }) => [
      personId,
      { person: { id: personId, name: person }, recordedBy: { id: workerId, name: worker } },
    ]),
  )
}

/** Whose view counts: the client, then the guardians known in the case or among the client's relations. */
export async function viewGiversOf(
  tx: Transaction,
  { id, clientId }: Readonly<{ id: string; clientId: string }>,
) {
  const { agencyId } = tx.actor
  // Their ids are found first: whoever else there is, is not looked through.
  const ids = sql`array(select ${clientId}::uuid
    union all select person_id from case_people where agency_id = ${agencyId} and case_id = ${id} and part = 'guardian'
    union all select relative_id from relations
      where agency_id = ${agencyId} and person_id = ${clientId} and guardian and ended_at is null)`
  const people = await tx.db
    .selectFrom('people')
    .select(['id', 'name'])
    .where('agencyId', '=', agencyId)
    .where(sql<boolean>`id = any(${ids})`)
    .orderBy((order) => order('id', '=', clientId), 'desc')
    .orderBy('name')
    .execute()
  return people.map((person) => ({
    ...person,
    part: person.id === clientId ? ('client' as const) : ('guardian' as const),
  }))
}

const Position = z.tuple([z.iso.datetime(), z.uuid()])

/** The assessments of a case, newest first. */
export async function assessmentLines(tx: Transaction, caseId: string, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = tx.db
    .selectFrom('assessments as a')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'a.agencyId').onRef('w.id', '=', 'a.authorId'),
    )
    .where('a.agencyId', '=', tx.actor.agencyId)
    .where('a.caseId', '=', caseId)
    .select([
      'a.id',
      'a.kind',
      'a.state',
      'a.heldOn',
      'a.createdAt',
      'a.signedAt',
      'w.id as authorId',
      'w.name as authorName',
    ])
    .orderBy('a.createdAt', 'desc')
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
  if (position)
    query = query.where(
      sql<boolean>`(a.created_at, a.id) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
    )
  const rows = await query.execute()
  const page = pageFrom(rows, limit, (row) => [row.createdAt.toISOString(), row.id])
  tx.saw({ kind: 'assessment-list', caseId, listed: page.rows.map(({ id }) => id) })
  return { next: page.next, rows: page.rows.map(lineFrom) }
}

type LineRow = {
  id: string
  kind: string
  state: string
  heldOn: string | null
  createdAt: Date
  signedAt: Date | null
  authorId: string
  authorName: string
}

function lineFrom({ id, heldOn, createdAt, signedAt, authorId, authorName, ...row }: LineRow) {
  return {
    id,
    kind: assessmentKind.schema.parse(row.kind),
    state: AssessmentState.parse(row.state),
    heldOn,
    openedAt: createdAt.toISOString(),
    signedAt: signedAt?.toISOString() ?? null,
    author: { id: authorId, name: authorName },
  }
}
