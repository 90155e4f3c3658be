import type { HsdsForm } from '#contract/directory-imports.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { exportHeaders } from '#server/kernel/export.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { HeldRecord } from './bundle.ts'
import { servicesInFull, tablesOf } from './hsds-export.ts'
import { zipOf } from './zip-writing.ts'

const mostRecords = 200_000

/** The whole directory as HSDS: a data package of tables in a zip archive, or JSON. The audit tells that it left. */
export async function exportDirectory(tx: Transaction, form: HsdsForm) {
  permit(tx.actor, 'directory.export') // 403
  const rows = await tx.db
    .selectFrom('directoryRecords')
    .select(['kind', 'id', 'content'])
    .where('agencyId', '=', tx.actor.agencyId)
    .orderBy('kind')
    .orderBy('id')
    .limit(mostRecords + 1)
    .execute()
  if (rows.length > mostRecords) throw new Refusal('export/too-many-rows', { most: mostRecords })
  tx.saw({ kind: 'directory' })
  const records = rows as readonly HeldRecord[]
  const name = `directory-hsds-${dayOf(tx.now)}`
  if (form === 'tabular')
    return { bytes: zipOf(tablesOf(records)), ...exportHeaders(`${name}.zip`, 'application/zip') }
  const bytes = Buffer.from(`${JSON.stringify(servicesInFull(records), null, 2)}\n`)
  return { bytes, ...exportHeaders(`${name}.json`, 'application/json; charset=utf-8') }
}
