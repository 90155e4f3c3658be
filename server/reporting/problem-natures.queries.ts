import { sql } from 'kysely'
import { z } from 'zod'
import { problemNature } from '#contract/codes/index.ts'
import type { Month, ProblemNatures } from '#contract/reporting.ts'
import type { Names } from '#contract/settings/index.ts'
import { inSight, type Transaction } from '#server/access/index.ts'
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
 * The problems of the assessments in sight that were signed in a month, counted by nature and site; the last one of each case. A case
 * that moved since counts at the site where it was: the site from which its next move led away.
 */
async function counted(tx: Transaction, month: Month) {
  const { from, until } = monthSpan(month)
  const agency = tx.actor.agencyId
  const { rows } = await sql`
    with signed as materialized (
      select distinct on (a.case_id) a.id, a.case_id, a.signed_at, c.site_id
      from assessments a join cases c on c.agency_id = a.agency_id and c.id = a.case_id
      where a.agency_id = ${agency} and a.signed_at >= ${from} and a.signed_at < ${until} and ${inSight(tx, 'c')}
      order by a.case_id, a.signed_at desc, a.id
    ), found as materialized (
      select s.case_id, split_part(p.nature, '.', 1) as nature, p.client_rank, p.worker_rank,
             case when m.agency_id is null then s.site_id else m.from_site_id end as site_id
      from signed s
      join problems p on p.agency_id = ${agency} and p.assessment_id = s.id
      left join lateral (
        select v.agency_id, v.from_site_id from site_moves v
        where v.agency_id = ${agency} and v.case_id = s.case_id and v.moved_at > s.signed_at
        order by v.moved_at limit 1) m on true
    )
    select nature, site_id, count(*)::int as problems, count(distinct case_id)::int as cases,
           (count(*) filter (where client_rank = 1))::int as client_first,
           (count(*) filter (where worker_rank = 1))::int as worker_first,
           (select count(*) from found)::int as all_problems,
           (select count(distinct case_id) from found)::int as all_cases
    from found group by nature, site_id`.execute(tx.db)
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
