import { sql } from 'kysely'
import type { Transaction } from '#server/access/index.ts'

/** The latest signed assessment with its lists, or the one asked for, or undefined. */
export async function assessmentRows(tx: Transaction, caseId: string, recordId?: string) {
  const { agencyId } = tx.actor
  const query = tx.db
    .selectFrom('assessments as a')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'a.agencyId').onRef('w.id', '=', 'a.signedBy'),
    )
    .leftJoin('workers as c', (join) =>
      join.onRef('c.agencyId', '=', 'a.agencyId').onRef('c.id', '=', 'a.cosignedBy'),
    )
    .where('a.agencyId', '=', agencyId)
    .where('a.caseId', '=', caseId)
    .where('a.signedAt', 'is not', null)
    .selectAll('a')
    .select(['w.name as signer', 'c.name as cosigner'])
    .orderBy('a.signedAt', 'desc')
  const named = recordId === undefined ? query : query.where('a.id', '=', recordId)
  const assessment = await named.executeTakeFirst()
  if (!assessment) return undefined
  return {
    assessment,
    views: await viewRows(tx, assessment.id),
    problems: await tx.db
      .selectFrom('problems')
      .selectAll()
      .where('agencyId', '=', agencyId)
      .where('assessmentId', '=', assessment.id)
      .orderBy('position')
      .execute(),
    needs: await tx.db
      .selectFrom('needs')
      .selectAll()
      .where('agencyId', '=', agencyId)
      .where('assessmentId', '=', assessment.id)
      .orderBy('position')
      .execute(),
    strengths: await tx.db
      .selectFrom('strengths')
      .selectAll()
      .where('agencyId', '=', agencyId)
      .where('assessmentId', '=', assessment.id)
      .orderBy('position')
      .execute(),
  }
}

/** What was said to an assessment, the first word first: by whom, how and when. */
async function viewRows({ db, actor: { agencyId } }: Transaction, assessmentId: string) {
  const { rows } = await sql<{ givenBy: string; name: string; way: string | null; givenAt: Date }>`
    select v.given_by, p.name, v.way, v.given_at
    from (
      select client_view_by as given_by, client_view_way as way, client_view_at as given_at from assessments
      where agency_id = ${agencyId} and id = ${assessmentId}
      union all
      select given_by, way, given_at from assessment_further_views
      where agency_id = ${agencyId} and assessment_id = ${assessmentId}
    ) v join people p on p.agency_id = ${agencyId} and p.id = v.given_by
    order by v.given_at`.execute(db)
  return rows
}

/** An assessment with its lists, as a form takes it. */
export type AssessmentRows = NonNullable<Awaited<ReturnType<typeof assessmentRows>>>

/** The plan in force, else the latest signed one, or the one asked for, with all that it holds, or undefined. */
export async function planRows(tx: Transaction, caseId: string, recordId?: string) {
  const { agencyId } = tx.actor
  const query = tx.db
    .selectFrom('plans as p')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'p.agencyId').onRef('w.id', '=', 'p.signedBy'),
    )
    .leftJoin('workers as c', (join) =>
      join.onRef('c.agencyId', '=', 'p.agencyId').onRef('c.id', '=', 'p.cosignedBy'),
    )
    .where('p.agencyId', '=', agencyId)
    .where('p.caseId', '=', caseId)
    .where('p.signedAt', 'is not', null)
    .selectAll('p')
    .select(['w.name as signer', 'c.name as cosigner'])
    .orderBy((order) => order.case().when('p.state', '=', 'active').then(0).else(1).end())
    .orderBy('p.edition', 'desc')
  const named = recordId === undefined ? query : query.where('p.id', '=', recordId)
  const plan = await named.executeTakeFirst()
  if (!plan) return undefined
  const confirmations = await tx.db
    .selectFrom('planConfirmations as pc')
    .innerJoin('people as p', (join) =>
      join.onRef('p.agencyId', '=', 'pc.agencyId').onRef('p.id', '=', 'pc.personId'),
    )
    .where('pc.agencyId', '=', agencyId)
    .where('pc.planId', '=', plan.id)
    .select(['pc.givenAs', 'pc.way', 'pc.witness', 'pc.said', 'pc.givenAt', 'p.name'])
    .orderBy('pc.givenAt')
    .execute()
  const goals = await tx.db
    .selectFrom('goals')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('planId', '=', plan.id)
    .orderBy('position')
    .execute()
  const services = await tx.db
    .selectFrom('services')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('planId', '=', plan.id)
    .orderBy('position')
    .execute()
  const steps = await tx.db
    .selectFrom('steps')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('planId', '=', plan.id)
    .orderBy('position')
    .execute()
  const needs = await tx.db
    .selectFrom('needs')
    .select(['id', 'description'])
    .where('agencyId', '=', agencyId)
    .where('assessmentId', '=', plan.assessmentId)
    .execute()
  return { plan, confirmations, goals, services, steps, needs }
}

/** A plan with all that it holds, as a form takes it. */
export type PlanRows = NonNullable<Awaited<ReturnType<typeof planRows>>>

const mostRecords = 200

/** The signed process records in their order; one of them when asked for one. */
export function recordRows(tx: Transaction, caseId: string, recordId?: string) {
  const query = tx.db
    .selectFrom('processRecords as r')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'r.agencyId').onRef('w.id', '=', 'r.signedBy'),
    )
    .where('r.agencyId', '=', tx.actor.agencyId)
    .where('r.caseId', '=', caseId)
    .where('r.state', '=', 'signed')
    .selectAll('r')
    .select('w.name as signer')
    .orderBy('r.ordinal')
    .limit(mostRecords)
  return (recordId === undefined ? query : query.where('r.id', '=', recordId)).execute()
}

/** The signed interviews of a case, the first one first; or the one asked for. */
export function interviewRows(tx: Transaction, caseId: string, recordId?: string) {
  const query = tx.db
    .selectFrom('interviews as i')
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'i.agencyId').onRef('w.id', '=', 'i.signedBy'),
    )
    .where('i.agencyId', '=', tx.actor.agencyId)
    .where('i.caseId', '=', caseId)
    .where('i.state', '=', 'signed')
    .selectAll('i')
    .select('w.name as signer')
    .orderBy('i.createdAt')
    .orderBy('i.id')
    .limit(mostRecords)
  return (recordId === undefined ? query : query.where('i.id', '=', recordId)).execute()
}

/** The consents given in the case with the notice as it was told, oldest first; one of them where it is named. */
export function consentRows(tx: Transaction, caseId: string, recordId?: string) {
  const query = tx.db
    .selectFrom('consents as o')
    .innerJoin('consentNotices as n', (join) =>
      join.onRef('n.agencyId', '=', 'o.agencyId').onRef('n.version', '=', 'o.noticeVersion'),
    )
    .innerJoin('workers as w', (join) =>
      join.onRef('w.agencyId', '=', 'o.agencyId').onRef('w.id', '=', 'o.recordedBy'),
    )
    .where('o.agencyId', '=', tx.actor.agencyId)
    .where('o.caseId', '=', caseId)
    .selectAll('o')
    .select(['n.wordsZh', 'n.wordsEn', 'n.wordsRu', 'w.name as recorder'])
    .orderBy('o.recordedAt')
    .orderBy('o.id')
    .limit(mostRecords)
  return (recordId === undefined ? query : query.where('o.id', '=', recordId)).execute()
}

/** The latest signed evaluation with its goal ratings, and the latest satisfaction score. */
export async function evaluationRows(tx: Transaction, caseId: string) {
  const { agencyId } = tx.actor
  const evaluation = await tx.db
    .selectFrom('evaluations')
    .selectAll()
    .where('agencyId', '=', agencyId)
    .where('caseId', '=', caseId)
    .where('signedAt', 'is not', null)
    .orderBy('signedAt', 'desc')
    .executeTakeFirst()
  if (!evaluation) return undefined
  const ratings = await tx.db
    .selectFrom('goals as g')
    .leftJoin('goalRatings as gr', (join) =>
      join
        .onRef('gr.agencyId', '=', 'g.agencyId')
        .onRef('gr.goalId', '=', 'g.id')
        .on('gr.evaluationId', '=', evaluation.id),
    )
    .where('g.agencyId', '=', agencyId)
    .where('g.planId', '=', evaluation.planId)
    .where('g.weight', '>', 0)
    .select(['g.statement', 'g.weight', 'g.baselineLevel', 'gr.level', 'gr.evidence'])
    .orderBy('g.position')
    .execute()
  const survey = await tx.db
    .selectFrom('satisfactionSurveys')
    .select('score')
    .where('agencyId', '=', agencyId)
    .where('caseId', '=', caseId)
    .orderBy('givenOn', 'desc')
    .executeTakeFirst()
  return { evaluation, ratings, score: survey?.score ?? null }
}

/** The latest closing that was submitted, with its follow-ups and how much was done, or undefined. */
export async function closingRows(tx: Transaction, caseId: string) {
  const { agencyId } = tx.actor
  const closing = await tx.db
    .selectFrom('closings as c')
    .innerJoin('workers as author', (join) =>
      join.onRef('author.agencyId', '=', 'c.agencyId').onRef('author.id', '=', 'c.authorId'),
    )
    .leftJoin('workers as decider', (join) =>
      join.onRef('decider.agencyId', '=', 'c.agencyId').onRef('decider.id', '=', 'c.decidedBy'),
    )
    .where('c.agencyId', '=', agencyId)
    .where('c.caseId', '=', caseId)
    .where('c.submittedAt', 'is not', null)
    .selectAll('c')
    .select(['author.name as author', 'decider.name as decider', 'decider.role as deciderRole'])
    .orderBy('c.submittedAt', 'desc')
    .executeTakeFirst()
  if (!closing) return undefined
  const followUps = await tx.db
    .selectFrom('followUps')
    .select(['dueOn', 'way'])
    .where('agencyId', '=', agencyId)
    .where('closingId', '=', closing.id)
    .where('state', '<>', 'cancelled')
    .orderBy('dueOn')
    .execute()
  const { services, hours } = await tx.db
    .selectFrom('processRecords')
    .select((given) => [
      given.fn.countAll<number>().as('services'),
      given.fn
        .coalesce(
          given.fn.sum<number>(
            given.fn<number>('date_part', [
              given.val('epoch'),
              given('heldUntil', '-', given.ref('heldFrom')),
            ]),
          ),
          given.val(0),
        )
        .as('seconds'),
    ])
    .where('agencyId', '=', agencyId)
    .where('caseId', '=', caseId)
    .where('state', '=', 'signed')
    .executeTakeFirstOrThrow()
    .then(({ services: count, seconds }) => ({
      services: count,
      hours: Math.round((seconds / 3600) * 10) / 10,
    }))
  return { closing, followUps, services, hours }
}
