import { expect, test } from 'vitest'
import { long, matrixTime, runMatrix } from './run.ts'

test('who may do what with a case in evaluation or closing', { timeout: matrixTime }, async () => {
  const { cells } = await runMatrix(long ? ['closing', 'evaluation'] : ['closing'])
  expect(cells).toBeGreaterThan(long ? 12_500 : 3_500)
})
