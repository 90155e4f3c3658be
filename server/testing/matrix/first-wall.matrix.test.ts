import { expect, test } from 'vitest'
import { matrixTime, runMatrix } from './run.ts'

test(
  'with row-level security off, the policy and the conditions of the queries let nothing through',
  { timeout: matrixTime },
  async () => {
    expect((await runMatrix(['delivery'], 'only the first')).cells).toBeGreaterThan(3_500)
  },
)
