import { expect, test } from 'vitest'
import { matrixTime, runMatrix } from './run.ts'

test('who may do what with a case in evaluation or closing', { timeout: matrixTime }, async () => {
  expect((await runMatrix(['evaluation', 'closing'])).cells).toBeGreaterThan(11_500)
})
