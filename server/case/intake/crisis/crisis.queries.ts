import type { Transaction } from '#server/access/index.ts'
import { together } from '#server/platform/database/together.ts'

/** The names of a crisis, and what was done in the order of time. */
export async function crisisDetails(tx: Transaction, crisisId: string) {
  const { agencyId } = tx.actor
  const [heading, lines] = await together([
    tx.db
      .selectFrom('crises as c')
      .innerJoin('workers as opener', (join) =>
        join.onRef('opener.agencyId', '=', 'c.agencyId').onRef('opener.id', '=', 'c.openedBy'),
      )
      .leftJoin('workers as ender', (join) =>
        join.onRef('ender.agencyId', '=', 'c.agencyId').onRef('ender.id', '=', 'c.endedBy'),
      )
      .innerJoin('inquiries as i', (join) =>
        join.onRef('i.agencyId', '=', 'c.agencyId').onRef('i.id', '=', 'c.inquiryId'),
      )
      .leftJoin('people as p', (join) =>
        join.onRef('p.agencyId', '=', 'i.agencyId').onRef('p.id', '=', 'i.clientId'),
      )
      .select([
        'opener.id as openerId',
        'opener.name as openerName',
        'ender.id as enderId',
        'ender.name as enderName',
        'p.name as personName',
      ])
      .where('c.agencyId', '=', agencyId)
      .where('c.id', '=', crisisId)
      .executeTakeFirstOrThrow(),
    tx.db
      .selectFrom('crisisLines as l')
      .innerJoin('workers as w', (join) =>
        join.onRef('w.agencyId', '=', 'l.agencyId').onRef('w.id', '=', 'l.recordedBy'),
      )
      .select([
        'l.id',
        'l.kind',
        'l.what',
        'l.who',
        'l.result',
        'l.doneAt',
        'w.id as workerId',
        'w.name as workerName',
      ])
      .where('l.agencyId', '=', agencyId)
      .where('l.crisisId', '=', crisisId)
      .orderBy('l.doneAt')
      .orderBy('l.id')
      .execute(),
  ])
  return { heading, lines }
}
