import { expect, test } from 'vitest'
import { matrixTime, runMatrix } from './run.ts'

// The one shard that is asked whole in the ordinary run too.
test('who may do what with a case in its plan', { timeout: matrixTime }, async () => {
  expect((await runMatrix(['plan'], 'both', 1)).cells).toBeGreaterThan(7_500)
})
