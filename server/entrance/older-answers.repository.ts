import type pg from 'pg'
import type { AgencyKeys } from '#server/platform/identifier-keys/index.ts'
import { keptAnswerPlace, keptFingerprint } from './kept-answers.repository.ts'

const batchSize = 500

type OlderAnswer = { worker_id: string; key: string; fingerprint: string; answer: object }

/**
 * Seals the next answers of an agency that an earlier version kept plain, in one transaction.
 * @param client the owner's connection
 * @returns how many were sealed; 0 when none is left
 */
export async function sealOlderAnswers(client: pg.ClientBase, keys: AgencyKeys, agencyId: string) {
  const { rows } = await client.query<OlderAnswer>(
    `select worker_id, key, fingerprint, answer from kept_answers
     where agency_id = $1 and answer is not null limit ${batchSize}`,
    [agencyId],
  )
  if (rows.length === 0) return 0
  await client.query(
    `update kept_answers k set answer = null, answer_sealed = n.sealed, fingerprint = n.fingerprint
     from unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::text[]) as n(worker_id, key, sealed, fingerprint)
     where k.agency_id = $1 and k.worker_id = n.worker_id and k.key = n.key`,
    [
      agencyId,
      rows.map((row) => row.worker_id),
      rows.map((row) => row.key),
      rows.map((row) => keys.own.seal(keptAnswerPlace(row.worker_id, row.key), JSON.stringify(row.answer))),
      rows.map((row) => keptFingerprint(keys, row.fingerprint)),
    ],
  )
  return rows.length
}
