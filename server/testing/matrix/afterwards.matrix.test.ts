import { expect, test } from 'vitest'
import { long, matrixTime, runMatrix } from './run.ts'

test('who may do what with a case that is followed up or archived', { timeout: matrixTime }, async () => {
  const { cells } = await runMatrix(long ? ['followup', 'archived'] : ['followup'])
  expect(cells).toBeGreaterThan(long ? 12_500 : 7_500)
})
