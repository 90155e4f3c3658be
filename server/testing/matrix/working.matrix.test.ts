import { expect, test } from 'vitest'
import { matrixTime, runMatrix } from './run.ts'

test('who may do what with a case in delivery', { timeout: matrixTime }, async () => {
  expect((await runMatrix(['delivery'])).cells).toBeGreaterThan(7_500)
})
