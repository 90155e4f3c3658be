import { Questionnaire } from '#contract/questionnaires/index.ts'
import type { ImportReport } from '#contract/questionnaires/kept.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Draft } from './questionnaires.ts'

/** Looks at a questionnaire of the agency and locks it (404). */
export async function lookAtQuestionnaire(tx: Transaction, id: string): Promise<Draft> {
  const row = await tx.db
    .selectFrom('questionnaires')
    .select(['id', 'sheet', 'published', 'unpublished', 'retired', 'version'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  tx.saw({ kind: 'questionnaire', id })
  return { ...row, sheet: Questionnaire.parse(row.sheet) }
}

/** Keeps a new questionnaire; where it was made elsewhere, with the report of how it came in. */
export async function insertQuestionnaire(
  tx: Transaction,
  id: string,
  sheet: Questionnaire,
  report: ImportReport | null = null,
) {
  const { agencyId, workerId } = tx.actor
  const { numInsertedOrUpdatedRows: inserted } = await tx.db
    .insertInto('questionnaires')
    .values({
      agencyId,
      id,
      sheet: JSON.stringify(sheet),
      ...(report && { report: JSON.stringify(report) }),
      createdBy: workerId,
      createdAt: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted !== 1n) throw new Refusal('already-there')
  tx.saw({ kind: 'questionnaire', id })
}

type Change = Partial<Readonly<{ sheet: string; published: number; unpublished: boolean; retired: boolean }>>

const save = async (tx: Transaction, { id, version }: Draft, change: Change) => {
  refuseIfStale(tx, version) // 412
  await tx.db
    .updateTable('questionnaires')
    .set({ ...change, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}

/** Keeps what is being written; what was published stays. */
export const saveSheet = (tx: Transaction, draft: Draft, sheet: Questionnaire) =>
  save(tx, draft, { sheet: JSON.stringify(sheet), unpublished: true })

/** Takes a questionnaire out of use, or back into it. */
export const saveRetirement = (tx: Transaction, draft: Draft, retired: boolean) =>
  save(tx, draft, { retired })

/** Keeps what is written as the next edition. */
export async function saveEdition(tx: Transaction, draft: Draft) {
  const number = draft.published + 1
  await save(tx, draft, { published: number, unpublished: false })
  await tx.db
    .insertInto('questionnaireEditions')
    .values({
      agencyId: tx.actor.agencyId,
      questionnaireId: draft.id,
      number,
      sheet: JSON.stringify(draft.sheet),
      publishedBy: tx.actor.workerId,
      publishedAt: tx.now,
    })
    .execute()
}
