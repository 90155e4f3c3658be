import { sql } from 'kysely'
import { z } from 'zod'
import { WorkerLine, type WorkerQuery } from '#contract/agencies.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { inOrderOf } from '#server/platform/database/collation.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

const Position = z.tuple([z.string(), z.uuid()])

const lines = (tx: Transaction) =>
  tx.db
    .selectFrom('workers as w')
    .select([
      'w.id',
      'w.name',
      'w.email',
      'w.role',
      'w.level',
      'w.supervisorId',
      'w.active',
      'w.version',
      sql<number>`open_cases_of(w.id)`.as('openCases'),
    ])
    .where('w.agencyId', '=', tx.actor.agencyId)

/** The colleagues of the agency by name as their language orders it (Chinese by pinyin), with how many open cases each carries, in one statement. */
export async function workerPage(tx: Transaction, { limit, after }: WorkerQuery) {
  const position = positionIn(after, Position)
  const name = inOrderOf(tx.actor.language, 'w.name')
  let query = lines(tx)
    .orderBy(name)
    .orderBy('w.id')
    .limit(limit + 1)
  if (position) query = query.where(sql<boolean>`(${name}, w.id) > (${position[0]}, ${position[1]}::uuid)`)
  const rows = await query.execute()
  tx.saw({ kind: 'worker-list', listed: rows.slice(0, limit).map(({ id }) => id) })
  const page = pageFrom(rows, limit, (row) => [row.name, row.id])
  return { next: page.next, rows: page.rows.map((row) => WorkerLine.parse(row)) }
}

/** One colleague. */
export async function viewWorker(tx: Transaction, id: string) {
  const row = await lines(tx).where('w.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return WorkerLine.parse(row)
}
