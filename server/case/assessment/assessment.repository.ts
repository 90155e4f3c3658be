import type { AssessmentSheet, ClientView, OpenAssessment } from '#contract/case/assessment.ts'
import { linesOf } from '#contract/case/assessment-lines.ts'
import { refuseIfStale, type Transaction } from '#server/access/index.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { listsOf, saveLists } from './assessment-lists.repository.ts'
import { assessmentFrom, type AssessmentRow, fieldsOf, type KeptViews } from './assessment.rows.ts'
import type { Assessment } from './assessment.ts'

/** Opens an empty assessment in a case. */
export async function openAssessmentRow(tx: Transaction, caseId: string, { id, kind }: OpenAssessment) {
  const { agencyId, workerId } = tx.actor
  await tx.db
    .insertInto('assessments')
    .values({ agencyId, id, caseId, kind, authorId: workerId, createdAt: tx.now })
    .execute()
  tx.saw({ kind: 'assessment', id, caseId })
}

/** How many assessments a case has, and how many of them are still being written. */
export async function countAssessments({ db, actor }: Transaction, caseId: string) {
  const rows = await db
    .selectFrom('assessments')
    .select(['state'])
    .where('agencyId', '=', actor.agencyId)
    .where('caseId', '=', caseId)
    .execute()
  return { all: rows.length, drafts: rows.filter(({ state }) => state === 'draft').length }
}

/** Looks at an assessment of this case and notes the look; out of sight is the same as absent (404). */
export async function lookAtAssessment(tx: Transaction, caseId: string, id: string): Promise<Assessment> {
  const row = await assessmentRows(tx, caseId).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return seen(tx, row)
}

/** The assessment that the client last confirmed, as it stood or with corrections; null while there is none. */
export async function latestConfirmedAssessment(tx: Transaction, caseId: string): Promise<Assessment | null> {
  const row = await assessmentRows(tx, caseId)
    .where('state', 'in', ['confirmed', 'corrected'])
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? seen(tx, row) : null
}

/** The assessment that was last signed, whatever the client said to it; null while there is none. For printed forms. */
export async function latestSignedAssessment(tx: Transaction, caseId: string): Promise<Assessment | null> {
  const row = await assessmentRows(tx, caseId)
    .where('state', '<>', 'draft')
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? seen(tx, row) : null
}

const assessmentRows = ({ db, actor }: Transaction, caseId: string) =>
  db.selectFrom('assessments').selectAll().where('agencyId', '=', actor.agencyId).where('caseId', '=', caseId)

async function seen(tx: Transaction, row: AssessmentRow): Promise<Assessment> {
  tx.saw({ kind: 'assessment', id: row.id, caseId: row.caseId })
  return assessmentFrom(row, await listsOf(tx, row.id), await viewsOf(tx, row))
}

/** What was said to it besides its own row; before anybody spoke there is nothing to look for. */
async function viewsOf(
  { db, actor }: Transaction,
  { id, clientView, state }: AssessmentRow,
): Promise<KeptViews> {
  if (clientView === null) return { further: [], corrections: [] }
  const further = await db
    .selectFrom('assessmentFurtherViews')
    .select(['view', 'text', 'way', 'givenBy', 'givenAt', 'language'])
    .where('agencyId', '=', actor.agencyId)
    .where('assessmentId', '=', id)
    .orderBy('recordedAt')
    .execute()
  if (state === 'confirmed') return { further, corrections: [] }
  const corrections = await db
    .selectFrom('assessmentCorrections')
    .select(['line', 'says', 'givenBy'])
    .where('agencyId', '=', actor.agencyId)
    .where('assessmentId', '=', id)
    .orderBy('position')
    .execute()
  return { further, corrections }
}

/** Keeps what another said, once somebody has spoken: it never changes. */
export async function insertFurtherView(tx: Transaction, { id, caseId }: Assessment, given: ClientView) {
  const { view, text, way, language, personId: givenBy } = given
  await tx.db
    .insertInto('assessmentFurtherViews')
    .values({
      agencyId: tx.actor.agencyId,
      caseId,
      assessmentId: id,
      givenBy,
      givenAt: new Date(given.givenAt),
      recordedBy: tx.actor.workerId,
      recordedAt: tx.now,
      view,
      text,
      way,
      language,
    })
    .execute()
}

/** Keeps what the client corrected, each line beside what stood there: a version of its own that never changes. */
export async function insertCorrections(
  { db, actor, now }: Transaction,
  { id, caseId, sheet }: Assessment,
  { personId: givenBy, corrections }: ClientView,
) {
  if (corrections.length === 0) return
  const was = new Map(linesOf(sheet).map(({ line, text }) => [line, text]))
  const rows = corrections.map(({ line, says }, position) => ({
    agencyId: actor.agencyId,
    caseId,
    assessmentId: id,
    line,
    position,
    was: was.get(line) ?? '',
    says,
    givenBy,
    recordedBy: actor.workerId,
    recordedAt: now,
  }))
  await db.insertInto('assessmentCorrections').values(rows).execute()
}

/** Keeps the whole sheet of a draft against the version that was seen; somebody quicker is 412. */
export async function saveSheet(tx: Transaction, assessment: Assessment, sheet: AssessmentSheet) {
  await saveAssessment(tx, assessment, fieldsOf(sheet))
  await saveLists(tx, assessment, assessment.sheet, sheet)
}

type Changes = Partial<
  Omit<AssessmentRow, 'id' | 'agencyId' | 'caseId' | 'authorId' | 'createdAt' | 'version'>
>

/** Saves changes of the assessment's own row against the version that was seen; somebody quicker is 412. */
export async function saveAssessment(tx: Transaction, { id, version }: Assessment, changes: Changes) {
  refuseIfStale(tx, version)
  await tx.db
    .updateTable('assessments')
    .set({ ...changes, version: version + 1 })
    .where('agencyId', '=', tx.actor.agencyId)
    .where('id', '=', id)
    .execute()
}
