import type { KeyObject } from 'node:crypto'
import pg from 'pg'
import { beforeTheFirst, linkOf, sealOf } from './chain.ts'
import { asOwner, chainsOf, linesOf } from './lines.queries.ts'

const atOnce = 2_000

/**
 * Seals the lines that were written before there was a chain, as they stand, once: only in agencies of which no line is
 * sealed yet. The caller sees to it that this is a first start, which something outside the database must tell.
 */
export async function sealEarlierLines(ownerUrl: string, key: KeyObject) {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'alongside-audit-begin' })
  await client.connect()
  try {
    await asOwner(client, 'read write', async () => {
      await client.query('lock table audit_log in share row exclusive mode')
      for (const { agencyId, lines } of await chainsOf(client)) {
        if (lines > 0 && !(await hasSeals(client, agencyId))) await sealAll(client, agencyId, key)
      }
    })
  } finally {
    await client.end()
  }
}

async function hasSeals(client: pg.Client, agencyId: string) {
  const { rowCount } = await client.query(
    'select from audit_log where agency_id = $1 and mac is not null limit 1',
    [agencyId],
  )
  return rowCount !== 0
}

async function sealAll(client: pg.Client, agencyId: string, key: KeyObject) {
  let previous: Buffer = beforeTheFirst
  let sealed: { id: number; mac: Buffer; link: Buffer }[] = []
  const keep = async () => {
    await client.query(
      `update audit_log l set mac = s.mac, link = s.link from unnest($2::bigint[], $3::bytea[], $4::bytea[]) as s (id, mac, link)
       where l.agency_id = $1 and l.id = s.id`,
      [agencyId, sealed.map(({ id }) => id), sealed.map(({ mac }) => mac), sealed.map(({ link }) => link)],
    )
    sealed = []
  }
  for await (const { id, facts } of linesOf(client, agencyId)) {
    const mac = sealOf(key, facts)
    previous = linkOf(previous, id, mac)
    sealed.push({ id, mac, link: previous })
    if (sealed.length === atOnce) await keep()
  }
  if (sealed.length > 0) await keep()
}
