import { expect, test } from 'vitest'
import { long, matrixTime, runMatrix } from './run.ts'

// Asked closer than the others in the ordinary run too.
test('who may do what with a case in its plan', { timeout: matrixTime }, async () => {
  expect((await runMatrix(['plan'], 'both', long ? 1 : 2)).cells).toBeGreaterThan(7_000)
})
