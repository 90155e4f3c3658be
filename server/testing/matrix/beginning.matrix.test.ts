import { expect, test } from 'vitest'
import { long, matrixTime, runMatrix } from './run.ts'

// The ordinary run asks about the plan (small), closing and, behind one wall each, delivery.
test.runIf(long)('who may do what with a case in intake or assessment', { timeout: matrixTime }, async () => {
  const { cells } = await runMatrix(['intake', 'assessment'])
  expect(cells).toBeGreaterThan(12_500)
})
