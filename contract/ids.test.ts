import { expect, test } from 'vitest'
import { Id } from './ids.ts'

test('an id is a UUID that somebody made', () => {
  for (const id of ['3f2b0d3e-55b3-4c8e-9d0a-8f6f1c1f7a11', '00000000-0000-4000-8000-000000000000'])
    expect([id, Id.safeParse(id).success]).toEqual([id, true])
  for (const id of [
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    '3f2b0d3e',
    '',
  ])
    expect([id, Id.safeParse(id).error?.issues]).toMatchObject([
      id,
      [{ code: 'invalid_format', format: 'uuid' }],
    ])
})
