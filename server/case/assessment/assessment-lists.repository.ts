import type { Transaction } from '#server/access/index.ts'
import { together } from '#server/platform/database/together.ts'
import { canonicalJson } from '#server/kernel/content-hash.ts'
import { type Lists, needFrom, problemFrom, strengthFrom } from './assessment.rows.ts'

type Place = Readonly<{ caseId: string; id: string }>

/** The problems, needs and strengths of one assessment, each list in its order. */
export async function listsOf(tx: Transaction, assessmentId: string): Promise<Lists> {
  const [problems, needs, strengths] = await together([
    problemsOf(tx, assessmentId),
    needsOf(tx, assessmentId),
    strengthsOf(tx, assessmentId),
  ])
  return { problems, needs, strengths }
}

async function problemsOf({ db, actor }: Transaction, assessmentId: string) {
  const query = db.selectFrom('problems').selectAll().where('agencyId', '=', actor.agencyId)
  return (await query.where('assessmentId', '=', assessmentId).orderBy('position').execute()).map(problemFrom)
}

async function needsOf({ db, actor }: Transaction, assessmentId: string) {
  const query = db.selectFrom('needs').selectAll().where('agencyId', '=', actor.agencyId)
  return (await query.where('assessmentId', '=', assessmentId).orderBy('position').execute()).map(needFrom)
}

async function strengthsOf({ db, actor }: Transaction, assessmentId: string) {
  const query = db.selectFrom('strengths').selectAll().where('agencyId', '=', actor.agencyId)
  return (await query.where('assessmentId', '=', assessmentId).orderBy('position').execute()).map(
    strengthFrom,
  )
}

/** Writes the lists that changed, whole: two statements for each, however many rows. The assessment must be a draft. */
export async function saveLists(tx: Transaction, place: Place, before: Lists, now: Lists) {
  for (const list of ['problems', 'needs', 'strengths'] as const) {
    if (canonicalJson(before[list]) === canonicalJson(now[list])) continue
    await tx.db
      .deleteFrom(list)
      .where('agencyId', '=', tx.actor.agencyId)
      .where('assessmentId', '=', place.id)
      .execute()
    await insertList(tx, place, list, now)
  }
}

async function insertList({ db, actor }: Transaction, { caseId, id }: Place, list: keyof Lists, now: Lists) {
  if (now[list].length === 0) return
  const placed = <Row extends object>(row: Row, position: number) => ({
    ...row,
    agencyId: actor.agencyId,
    caseId,
    assessmentId: id,
    position,
  })
  if (list === 'problems') await db.insertInto('problems').values(now.problems.map(placed)).execute()
  if (list === 'needs') await db.insertInto('needs').values(now.needs.map(placed)).execute()
  if (list === 'strengths') await db.insertInto('strengths').values(now.strengths.map(placed)).execute()
}
