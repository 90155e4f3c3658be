import { sql } from 'kysely'
import { z } from 'zod'
import { type AssessmentGround, PlanLine } from '#contract/case/plan.ts'
import { priority } from '#contract/codes/index.ts'
import type { PageQuery } from '#contract/page.ts'
import type { Transaction } from '#server/access/index.ts'
import { pageFrom, positionIn } from '#server/platform/database/keyset.ts'

/** What the assessment under a plan found; masked, the ids remain, for goals point to them. */
export async function assessmentGround(
  { db, actor: { agencyId } }: Transaction,
  id: string,
  masked = false,
): Promise<Omit<AssessmentGround, 'awaited'>> {
  const found = await db
    .selectFrom('assessments')
    .select('summary')
    .where('agencyId', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const needs = await db
    .selectFrom('needs')
    .select(['id', 'description', 'clientWords', 'priority'])
    .where('agencyId', '=', agencyId)
    .where('assessmentId', '=', id)
    .orderBy('position')
    .execute()
  const shown = (text: string) => (masked ? '' : text)
  const parts = async (table: 'problems' | 'strengths') =>
    (
      await db
        .selectFrom(table)
        .select(['id', 'description'])
        .where('agencyId', '=', agencyId)
        .where('assessmentId', '=', id)
        .orderBy('position')
        .execute()
    ).map((part) => ({ ...part, description: shown(part.description) }))
  return {
    id,
    masked,
    summary: shown(found.summary),
    needs: needs.map((need) => ({
      ...need,
      description: shown(need.description),
      clientWords: shown(need.clientWords),
      priority: priority.schema.nullable().parse(need.priority),
    })),
    problems: await parts('problems'),
    strengths: await parts('strengths'),
  }
}

/** The newest edition of a case, and whether one is still being written. */
export async function latestEdition(tx: Transaction, caseId: string) {
  const rows = await tx.db
    .selectFrom('plans')
    .select(['id', 'edition', 'state'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .orderBy('edition', 'desc')
    .limit(1)
    .execute()
  const [latest] = rows
  return { id: latest?.id ?? null, edition: latest?.edition ?? 0, hasDraft: latest?.state === 'draft' }
}

/** What of a plan is already behind its case: goals reached, steps settled. What ended with the case may be taken up again. */
export async function whatIsBehind({ db, actor: { agencyId } }: Transaction, planId: string) {
  const goals = await db
    .selectFrom('goals')
    .select('id')
    .where('agencyId', '=', agencyId)
    .where('planId', '=', planId)
    .where('status', '=', 'achieved')
    .execute()
  const steps = await db
    .selectFrom('steps')
    .select('id')
    .where('agencyId', '=', agencyId)
    .where('planId', '=', planId)
    .where('state', '<>', 'open')
    .execute()
  return { goalIds: new Set(goals.map(({ id }) => id)), stepIds: new Set(steps.map(({ id }) => id)) }
}

const Position = z.tuple([z.int()])

/** The editions of a case, newest first. */
export async function planLines(tx: Transaction, caseId: string, { limit, after }: PageQuery) {
  const position = positionIn(after, Position)
  let query = tx.db
    .selectFrom('plans')
    .select(['id', 'edition', 'state', 'startsOn', 'endsOn', 'signedAt', 'activatedAt'])
    .where('agencyId', '=', tx.actor.agencyId)
    .where('caseId', '=', caseId)
    .orderBy('edition', 'desc')
    .limit(limit + 1)
  if (position) query = query.where(sql<boolean>`edition < ${position[0]}`)
  const rows = await query.execute()
  tx.saw({ kind: 'plan-list', caseId, listed: rows.slice(0, limit).map(({ id }) => id) })
  const page = pageFrom(rows, limit, ({ edition }) => [edition])
  return { next: page.next, rows: page.rows.map(lineFrom) }
}

type LineRow = Omit<PlanLine, 'signedAt' | 'activatedAt' | 'state'> & {
  state: string
  signedAt: Date | null
  activatedAt: Date | null
}

const lineFrom = ({ signedAt, activatedAt, ...row }: LineRow): PlanLine =>
  PlanLine.parse({
    ...row,
    signedAt: signedAt?.toISOString() ?? null,
    activatedAt: activatedAt?.toISOString() ?? null,
  })
