import { expect, test } from 'vitest'
import { long, matrixTime, runMatrix } from './run.ts'

// The ordinary run asks about delivery in first-wall.matrix.test.ts, with less to hold it.
test.runIf(long)('who may do what with a case in delivery', { timeout: matrixTime }, async () => {
  expect((await runMatrix(['delivery'])).cells).toBeGreaterThan(7_500)
})
