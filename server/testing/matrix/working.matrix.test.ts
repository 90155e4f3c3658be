import { expect, test } from 'vitest'
import { long, matrixTime, runMatrix } from './run.ts'

// The ordinary run asks less: about the plan in ordinary.matrix.test.ts, about delivery in first-wall.matrix.test.ts.
test.runIf(long)('who may do what with a case in plan or delivery', { timeout: matrixTime }, async () => {
  expect((await runMatrix(['plan', 'delivery'])).cells).toBeGreaterThan(12_500)
})
