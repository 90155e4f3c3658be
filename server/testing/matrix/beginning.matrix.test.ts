import { expect, test } from 'vitest'
import { long, matrixTime, runMatrix } from './run.ts'

// The ordinary run asks about one of them, in ordinary.matrix.test.ts.
test.runIf(long)('who may do what with a case in intake or assessment', { timeout: matrixTime }, async () => {
  const { cells } = await runMatrix(['intake', 'assessment'])
  expect(cells).toBeGreaterThan(12_500)
})
