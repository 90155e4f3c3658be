import { keepablePart } from '#server/file-copies/file-copies.factory.ts'
import type { World } from '../world.ts'

type Made = Readonly<{ agency_id: string; case_id: string; canary: string; made_by: string }>
type Insert = (world: World, table: string, row: Readonly<Record<string, unknown>>) => Promise<void>

/** A copy of the client's file that is made and waits to be handed over; whoever fetches it meets the canary. */
export async function aMadeCopy(world: World, insert: Insert, { agency_id, case_id, canary, made_by }: Made) {
  const copy_id = case_id
  const made_at = '2026-03-02T01:00:00Z'
  await insert(world, 'file_copies', {
    agency_id,
    id: copy_id,
    case_id,
    asked_by: 'guardian',
    asker_name: canary,
    identity_check: 'identity-card',
    asked_on: '2026-03-01',
    due_on: '2026-03-31',
    language: 'en',
    wish: canary,
    state: 'produced',
    recorded_by: made_by,
    recorded_at: made_at,
    decided_by: made_by,
    decided_at: made_at,
    edition: 1,
    done: 1,
    total: 1,
    produced_by: made_by,
    produced_at: made_at,
    content_hash: 'x',
  })
  const keys = await world.platform.database.keyring.of(agency_id)
  await insert(world, 'file_copy_parts', {
    agency_id,
    case_id,
    ...keepablePart(keys, { copyId: copy_id, canary }),
  })
  return copy_id
}
