import { sql } from 'kysely'
import { z } from 'zod'
import { CredentialView, PartnerView } from '#contract/partners.ts'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'
import { isOpenAt } from './credential.ts'

/** The partners whose program can read now, for whoever looks for a receiver. */
export async function partnersHere(tx: Transaction) {
  const { rows } = await sql<{ id: string; name: string }>`select * from partners_here(${tx.now})`.execute(
    tx.db,
  )
  return rows
}

/** The name of a partner whose program can read now, or null. */
export async function partnerNamed(tx: Transaction, id: string): Promise<string | null> {
  return (await partnersHere(tx)).find((partner) => partner.id === id)?.name ?? null
}

const Position = z.tuple([z.string(), z.uuid()])

const partnerRows = (tx: Transaction) =>
  tx.db.selectFrom('partners as p').where('p.agencyId', '=', tx.actor.agencyId).select(['p.id', 'p.name'])

/** The partners of the agency, by name. */
export async function partnerPage(tx: Transaction, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = partnerRows(tx)
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(limit + 1)
  if (position)
    query = query.where(sql<boolean>`(p.name, p.id) > (${position[0]}::text, ${position[1]}::uuid)`)
  const page = pageFrom(await query.execute(), limit, ({ name, id }) => [name, id])
  tx.saw({ kind: 'partner-list', listed: page.rows.map(({ id }) => id) })
  return { next: page.next, rows: await withCredentials(tx, page.rows) }
}

/** One partner with its credentials; another agency’s is absent (404). */
export async function partnerView(tx: Transaction, id: string): Promise<PartnerView> {
  const row = await partnerRows(tx).where('p.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'partner', id })
  const [view] = await withCredentials(tx, [row])
  if (!view) throw new Refusal('not-found')
  return view
}

/** So many of the newest credentials are shown; older ones have long run out. */
const mostShown = 10

/** These partners with their newest credentials, in one look for all of them. */
async function withCredentials(
  tx: Transaction,
  partners: readonly Readonly<{ id: string; name: string }>[],
): Promise<PartnerView[]> {
  if (partners.length === 0) return []
  const ids = partners.map(({ id }) => id)
  const numbered = tx.db
    .selectFrom('partnerCredentials as c')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'c.agencyId').onRef('w.id', '=', 'c.issuedBy'),
    )
    .where('c.agencyId', '=', tx.actor.agencyId)
    .where('c.partnerId', 'in', ids)
    .select(['c.id', 'c.partnerId', 'c.issuedAt', 'c.expiresAt', 'c.usedAt', 'c.endedAt'])
    .select(['w.id as workerId', 'w.name as workerName'])
    .select(
      sql<number>`row_number() over (partition by c.partner_id order by c.issued_at desc, c.id desc)`.as(
        'place',
      ),
    )
  const rows = await tx.db
    .selectFrom(numbered.as('n'))
    .selectAll()
    .where('place', '<=', mostShown)
    .orderBy('place')
    .execute()
  return partners.map((partner) => ({
    ...partner,
    credentials: rows
      .filter(({ partnerId }) => partnerId === partner.id)
      .map((row) =>
        CredentialView.parse({
          id: row.id,
          issuedBy: { id: row.workerId, name: row.workerName },
          issuedAt: row.issuedAt.toISOString(),
          expiresAt: row.expiresAt.toISOString(),
          usedAt: row.usedAt?.toISOString() ?? null,
          endedAt: row.endedAt?.toISOString() ?? null,
          isOpen: isOpenAt(row, tx.now),
        }),
      ),
  }))
}
