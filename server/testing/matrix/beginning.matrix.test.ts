import { expect, test } from 'vitest'
import { long, matrixTime, runMatrix } from './run.ts'

test('who may do what with a case in intake or assessment', { timeout: matrixTime }, async () => {
  const { cells } = await runMatrix(long ? ['intake', 'assessment'] : ['intake'])
  expect(cells).toBeGreaterThan(long ? 12_500 : 3_500)
})
