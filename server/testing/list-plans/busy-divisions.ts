import { randomUUID } from 'node:crypto'
import type pg from 'pg'

type Place = Readonly<{ agencyId: string; workerId: string }>

/** As many editions of the division codes as nobody will ever bring in; answers the id of one whose report is long. */
export async function fillDivisions(client: pg.Client, { agencyId, workerId }: Place): Promise<string> {
  const editionId = randomUUID()
  await client.query(
    `insert into division_editions (agency_id, id, file_name, source, state, asked_by, asked_at, taken_by, taken_at, turn)
     select $1, case n when 1 then $3::uuid else gen_random_uuid() end, 'codes.csv', 'GB/T 2260', 'taken', $2,
       now() - interval '1 minute' * n, $2, now() - interval '1 minute' * n, n
     from generate_series(1, 2000) as n`,
    [agencyId, workerId, editionId],
  )
  await client.query(
    `insert into division_edition_lines (agency_id, edition_id, ordinal, line, code, name, outcome, problem)
     select $1, $2, n, n + 1, '62', 'X', 'refused', 'code' from generate_series(1, 5000) as n`,
    [agencyId, editionId],
  )
  return editionId
}
