import type { EntrySheet, NewEntry } from '#contract/directory.ts'
import { permit, type Transaction } from '#server/access/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { HeldRecord } from './bundle.ts'
import { derivedId } from './derived-id.ts'
import { changesFrom } from './entry-records.ts'
import { lookToChangeEntry } from './entries.repository.ts'
import {
  insertService,
  keepConfirmation,
  keepConfirmer,
  makeFindable,
  organizationCalled,
  writeRecords,
} from './records.repository.ts'

/** Adds a service of an agency to the directory; whoever writes it down today has confirmed it. */
export async function addEntry(tx: Transaction, { id, ...sheet }: NewEntry) {
  permit(tx.actor, 'directory.add') // 403
  refuseCrossedAges(sheet) // 422
  const organization = await organizationFor(tx, sheet.organizationName)
  const service = { id, organization_id: organization.id, name: sheet.name, assured_date: dayOf(tx.now) }
  await insertService(tx, { kind: 'services', id, content: service }) // 409
  const changes = changesFrom({ service, records: [organization] }, sheet, organization)
  await writeRecords(tx, { ...changes, written: [organization, ...changes.written] })
  await makeFindable(tx, [id])
  await keepConfirmer(tx, id)
  tx.saw({ kind: 'directory-entry', id })
}

/** Changes an entry. What an import said besides stays as it came. */
export async function changeEntry(tx: Transaction, id: string, sheet: EntrySheet) {
  permit(tx.actor, 'directory.change') // 403
  const before = await lookToChangeEntry(tx, id) // 404, 412
  refuseCrossedAges(sheet) // 422
  const organization =
    before.records.find(
      (record) =>
        record.id === before.service['organization_id'] && record.content['name'] === sheet.organizationName,
    ) ?? (await organizationFor(tx, sheet.organizationName))
  const changes = changesFrom(before, sheet, organization)
  await writeRecords(tx, { ...changes, written: [organization, ...changes.written] })
  await makeFindable(tx, [id])
}

/** Says that an entry is still so, as somebody found out today. */
export async function confirmEntry(tx: Transaction, id: string) {
  permit(tx.actor, 'directory.confirm') // 403
  await lookToChangeEntry(tx, id) // 404, 412
  await keepConfirmation(tx, id, dayOf(tx.now))
}

async function organizationFor(tx: Transaction, name: string): Promise<HeldRecord> {
  const found = await organizationCalled(tx, name)
  if (found) return found
  const id = derivedId(tx.actor.agencyId, 'organization', name)
  return { kind: 'organizations', id, content: { id, name } }
}

function refuseCrossedAges({ minimumAge, maximumAge }: EntrySheet) {
  if (minimumAge === null || maximumAge === null || minimumAge <= maximumAge) return
  throw new Refusal('directory/ages-crossed', {}, [{ path: 'maximumAge', code: 'directory/ages-crossed' }])
}
