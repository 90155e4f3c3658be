import { expect, test } from 'vitest'
import { matrixTime, runMatrix } from './run.ts'

test('who may do what with a case in intake or assessment', { timeout: matrixTime }, async () => {
  expect((await runMatrix(['intake', 'assessment'])).cells).toBeGreaterThan(11_500)
})
