import { z } from 'zod'
import { goalStatus } from '#contract/codes/index.ts'
import type { Transaction } from '#server/access/index.ts'
import type { Plan } from './plan.ts'

/** The client of a case and its number, for the heading of every screen of it. */
export async function headingOf({ db, actor: { agencyId } }: Transaction, caseId: string) {
  const row = await db
    .selectFrom('cases as c')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'c.agencyId').onRef('p.id', '=', 'c.clientId'),
    )
    .where('c.agencyId', '=', agencyId)
    .where('c.id', '=', caseId)
    .select(['c.number', 'p.id', 'p.name'])
    .executeTakeFirstOrThrow()
  return { caseNumber: row.number, client: { id: row.id, name: row.name } }
}

/** Who wrote, signed, co-signed and activated a plan, and when. */
export async function planActs({ db, actor: { agencyId } }: Transaction, planId: string) {
  return db
    .selectFrom('plans as p')
    .innerJoin('workers as author', (join) =>
      join.onRef('author.agencyId', '=', 'p.agencyId').onRef('author.id', '=', 'p.authorId'),
    )
    .leftJoin('workers as signer', (join) =>
      join.onRef('signer.agencyId', '=', 'p.agencyId').onRef('signer.id', '=', 'p.signedBy'),
    )
    .leftJoin('workers as cosigner', (join) =>
      join.onRef('cosigner.agencyId', '=', 'p.agencyId').onRef('cosigner.id', '=', 'p.cosignedBy'),
    )
    .leftJoin('workers as activator', (join) =>
      join.onRef('activator.agencyId', '=', 'p.agencyId').onRef('activator.id', '=', 'p.activatedBy'),
    )
    .where('p.agencyId', '=', agencyId)
    .where('p.id', '=', planId)
    .select([
      'author.id as authorId',
      'author.name as authorName',
      'signer.id as signerId',
      'signer.name as signerName',
      'p.signedAt',
      'cosigner.id as cosignerId',
      'cosigner.name as cosignerName',
      'p.cosignedAt',
      'activator.id as activatorId',
      'activator.name as activatorName',
      'p.activatedAt',
    ])
    .executeTakeFirstOrThrow()
}

/** The names behind the confirmations of a plan: who gave each, and who recorded it. */
export async function confirmationNames({ db, actor: { agencyId } }: Transaction, planId: string) {
  return db
    .selectFrom('planConfirmations as c')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'c.agencyId').onRef('w.id', '=', 'c.recordedBy'),
    )
    .leftJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'c.agencyId').onRef('p.id', '=', 'c.personId'),
    )
    .where('c.agencyId', '=', agencyId)
    .where('c.planId', '=', planId)
    .select(['c.id', 'p.name as personName', 'w.id as recorderId', 'w.name as recorderName'])
    .execute()
}

/** Statuses that only an evaluation gives. */
const evaluated: ReadonlySet<string> = new Set(['achieved', 'partly-achieved', 'not-achieved'])

const Statuses = z.record(z.uuid(), goalStatus.schema)

/** Where each goal of a plan stands; what a later edition took over stands there. */
export async function goalStatusesOf(
  { db, actor: { agencyId } }: Transaction,
  { id: planId, state, superseded }: Pick<Plan, 'id' | 'state' | 'superseded'>,
) {
  const rows = await db
    .selectFrom('goals')
    .select(['id', 'status'])
    .where('agencyId', '=', agencyId)
    .where('planId', '=', planId)
    .execute()
  const isTakenOver = state === 'ended' && superseded
  const standing = rows.filter(({ status }) => !isTakenOver || evaluated.has(status))
  return Statuses.parse(Object.fromEntries(standing.map(({ id, status }) => [id, status])))
}
