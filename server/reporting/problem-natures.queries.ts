import { sql } from 'kysely'
import { z } from 'zod'
import { problemNature } from '#contract/codes/index.ts'
import type { Month, ProblemNatures } from '#contract/reporting.ts'
import type { Names } from '#contract/settings/index.ts'
import type { Transaction } from '#server/access/index.ts'
import { siteNamesOn } from '#server/agencies/index.ts'
import { dayOf } from '#server/kernel/days.ts'
import { monthSpan } from './month-span.ts'

const Counted = z.object({
  nature: problemNature.schema.nullable(),
  siteId: z.uuid().nullable(),
  problems: z.int(),
  cases: z.int(),
  clientFirst: z.int(),
  workerFirst: z.int(),
  allProblems: z.int(),
  allCases: z.int(),
})

/**
 * The problems of the assessments in sight that were signed in a month, counted by nature and site; the last one of each case. The
 * database asks of each case once whether it is in sight (decision 290).
 */
async function counted(tx: Transaction, month: Month) {
  const { from, until } = monthSpan(month)
  const { rows } = await sql`select * from count_problem_natures(${from}, ${until})`.execute(tx.db)
  return Counted.array().parse(rows)
}

/** What a month came to in natures of problems, the sites by their names of today. */
export async function problemNatures(tx: Transaction, month: Month): Promise<ProblemNatures> {
  const rows = await counted(tx, month)
  const siteIds = [...new Set(rows.flatMap(({ siteId }) => siteId ?? []))]
  const names = await siteNamesOn(tx, dayOf(tx.now), siteIds)
  tx.saw({ kind: 'statistics' })
  const places = [null, ...siteIds]
  const order = (nature: string | null) =>
    nature === null ? problemNature.codes.length : problemNature.codes.findIndex((code) => code === nature)
  return {
    month,
    problems: rows[0]?.allProblems ?? 0,
    cases: rows[0]?.allCases ?? 0,
    rows: rows
      .toSorted(
        (one, other) =>
          order(one.nature) - order(other.nature) ||
          places.indexOf(one.siteId) - places.indexOf(other.siteId),
      )
      .map(({ siteId, allProblems: _problems, allCases: _cases, ...line }) => ({
        ...line,
        site: siteOf(siteId, names),
      })),
  }
}

function siteOf(id: string | null, names: ReadonlyMap<string, Names>) {
  const name = id === null ? undefined : names.get(id)
  return id === null || name === undefined ? null : { id, name }
}
