import { expect, test } from 'vitest'
import { matrixTime, runMatrix } from './run.ts'

// A quarter of a shard: quick enough to be broken on purpose again and again (tools/mutants.mjs).
test('who may do what with a case in its plan', { timeout: matrixTime }, async () => {
  expect((await runMatrix(['plan'])).cells).toBeGreaterThan(7_500)
})
