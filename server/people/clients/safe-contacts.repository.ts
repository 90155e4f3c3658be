import { SafeWay } from '#contract/clients.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'

const Words = SafeWay.omit({ channel: true })
const placeOf = (id: string) => `safe-contact|${id}`

/** The safe ways of somebody who was looked at, opened, in their order; version 0 while none was written. */
export async function safeWaysOf(tx: Transaction, personId: string) {
  const rows = await tx.db
    .selectFrom('safeContacts')
    .select(['id', 'channel', 'wordsSealed', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('personId', '=', personId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return {
    ways: rows.map(({ id, channel, wordsSealed }) =>
      SafeWay.parse({ channel, ...wordsIn(tx.keys.own.open(placeOf(id), wordsSealed)) }),
    ),
    version: Math.max(0, ...rows.map(({ version }) => version)),
  }
}

const wordsIn = (text: string) => Words.parse(JSON.parse(text))

/** Writes them anew, whole, against the version that was seen (412). */
export async function saveSafeWays(
  tx: Transaction,
  personId: string,
  { ways, version }: Readonly<{ ways: readonly SafeWay[]; version: number }>,
) {
  refuseIfStale(tx, version)
  const { agencyId, workerId } = tx.actor
  await tx.db
    .deleteFrom('safeContacts')
    .where('agencyId', '=', agencyId)
    .where('personId', '=', personId)
    .execute()
  tx.saw({ kind: 'safe-contact', personId })
  if (ways.length === 0) return
  const rows = ways.map(({ channel, ...words }, position) => {
    const id = tx.newId()
    const wordsSealed = tx.keys.own.seal(placeOf(id), JSON.stringify(words))
    return { agencyId, id, personId, position, channel, wordsSealed, version: version + 1 }
  })
  await tx.db
    .insertInto('safeContacts')
    .values(rows.map((row) => ({ ...row, writtenBy: workerId, writtenAt: tx.now })))
    .execute()
}
