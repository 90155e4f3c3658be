import { randomUUID } from 'node:crypto'
import type pg from 'pg'

type Place = Readonly<{ agencyId: string; workerId: string }>

/** A directory of a whole province, with as many imports; answers the id of one whose report is long. */
export async function fillDirectory(client: pg.Client, { agencyId, workerId }: Place): Promise<string> {
  const importId = randomUUID()
  await client.query(
    `insert into directory_services (agency_id, id, name, organization_name, status, needs, districts, districts_within, minimum_age, languages, cost, words, confirmed_on)
     select $1, gen_random_uuid(), '服务' || n, '机构', 'active', array[case n % 3 when 0 then 'legal' else 'housing' end],
       array['6201'], array['62', '6201'], n % 60, array['zh'], 'free', '服务' || n, date '2020-01-01' + n % 3000
     from generate_series(1, 20000) as n`,
    [agencyId],
  )
  await client.query(
    `insert into directory_imports (agency_id, id, file_name, form, sha256, total, asked_by, asked_at)
     select $1, case n when 1 then $3::uuid else gen_random_uuid() end, 'hsds.zip', 'tabular', 'x', 5000, $2, now() - interval '1 minute' * n
     from generate_series(1, 2000) as n`,
    [agencyId, workerId, importId],
  )
  await client.query(
    `insert into directory_import_rows (agency_id, import_id, ordinal, file, line, kind, outcome, problem)
     select $1, $2, n, 'services.csv', n + 1, 'services', 'refused', '{"column": "id", "code": "id-missing"}'
     from generate_series(1, 5000) as n`,
    [agencyId, importId],
  )
  return importId
}

/** What may be asked of it: each finds enough for a page. */
export const searches = [
  {},
  { words: '服务1' },
  { need: 'legal' },
  { district: '620102' },
  { age: 30 },
  { language: 'zh', cost: 'free' },
  { show: 'to-confirm' },
] as const
