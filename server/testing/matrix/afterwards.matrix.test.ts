import { expect, test } from 'vitest'
import { matrixTime, runMatrix } from './run.ts'

test('who may do what with a case that is followed up or archived', { timeout: matrixTime }, async () => {
  expect((await runMatrix(['followup', 'archived'])).cells).toBeGreaterThan(11_500)
})
