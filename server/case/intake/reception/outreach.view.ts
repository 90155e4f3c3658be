import type { OutreachView } from '#contract/case/reception.ts'
import type { PageQuery } from '#contract/page.ts'
import { abilityFor, type Transaction } from '#server/access/index.ts'
import { together } from '#server/platform/database/together.ts'
import { contactsMadeAt, lookAtOutreach, outreachRows, outreachWorkersOf } from './outreach.repository.ts'

/** A page of outreach events with who went, and how many first contacts of each the reader sees. */
export async function outreachLines(tx: Transaction, query: PageQuery) {
  const { rows, next } = await outreachRows(tx, query)
  const ids = rows.map(({ id }) => id)
  const [workers, contacts] = await together([outreachWorkersOf(tx, ids), contactsMadeAt(tx, ids)])
  return {
    next,
    rows: rows.map((row) => ({
      ...row,
      contacts: contacts.filter(({ outreachId }) => outreachId === row.id).length,
      workers: workers
        .filter(({ outreachId }) => outreachId === row.id)
        .map(({ id, name }) => ({ id, name })),
    })),
  }
}

/** One outreach event with the people who became a first contact there. */
export async function viewOutreach(tx: Transaction, id: string): Promise<OutreachView> {
  const event = await lookAtOutreach(tx, id) // 404
  const [workers, contacts] = await together([outreachWorkersOf(tx, [id]), contactsMadeAt(tx, [id])])
  const { heldOn, place, purpose, peopleMet, note, version } = event
  return {
    id,
    heldOn,
    place,
    purpose,
    peopleMet,
    note,
    version,
    contacts: contacts.length,
    workers: workers.map((one) => ({ id: one.id, name: one.name })),
    people: contacts.map((one) => ({
      inquiryId: one.id,
      name: one.name,
      state: one.state,
      receivedAt: one.receivedAt.toISOString(),
    })),
    abilities: { change: abilityFor(tx.actor, 'outreach.record', {}, true) },
  }
}
