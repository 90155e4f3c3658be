import type { ConsentNotice, WriteConsentNotice } from '#contract/consent.ts'
import type { Transaction } from '#server/access/index.ts'

// Older versions are read with the consents that name them.
const mostVersions = 50

/** The newest versions of the notice, newest first. */
export async function noticeRows(tx: Transaction): Promise<ConsentNotice[]> {
  const rows = await tx.db
    .selectFrom('consentNotices as n')
    .leftJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'n.agencyId').onRef('w.id', '=', 'n.writtenBy'),
    )
    .select(['n.version', 'n.wordsZh', 'n.wordsEn', 'n.wordsRu', 'n.writtenAt', 'w.id', 'w.name'])
    .where('n.agencyId', '=', tx.actor.agencyId)
    .orderBy('n.version', 'desc')
    .limit(mostVersions)
    .execute()
  return rows.map(({ version, wordsZh, wordsEn, wordsRu, writtenAt, id, name }) => ({
    version,
    words: { 'zh-CN': wordsZh, en: wordsEn, ru: wordsRu },
    writtenBy: id === null || name === null ? null : { id, name },
    writtenAt: writtenAt.toISOString(),
  }))
}

/** Whether there is such a version of the notice. */
export async function hasNotice(tx: Transaction, version: number): Promise<boolean> {
  const row = await tx.db
    .selectFrom('consentNotices')
    .select('version')
    .where('agencyId', '=', tx.actor.agencyId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row !== undefined
}

/** The number of the newest version. */
export async function newestNotice(tx: Transaction): Promise<number> {
  const row = await tx.db
    .selectFrom('consentNotices')
    .select('version')
    .where('agencyId', '=', tx.actor.agencyId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version ?? 0
}

/** Writes a version of the notice. Whether nobody was quicker with one of that number. */
export async function insertNotice(
  tx: Transaction,
  { version, words }: WriteConsentNotice,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await tx.db
    .insertInto('consentNotices')
    .values({
      agencyId: tx.actor.agencyId,
      version,
      wordsZh: words['zh-CN'],
      wordsEn: words.en,
      wordsRu: words.ru,
      writtenBy: tx.actor.workerId,
      writtenAt: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return inserted === 1n
}
