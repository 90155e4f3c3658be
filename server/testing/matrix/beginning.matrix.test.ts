import { expect, test } from 'vitest'
import { matrixTime, runMatrix } from './run.ts'

test('who may do what with a case in intake or assessment', { timeout: matrixTime }, async () => {
  const { cells } = await runMatrix(['intake', 'assessment'])
  expect(cells).toBeGreaterThan(12_500)
})
