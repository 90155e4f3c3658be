import { test } from 'vitest'
import { matrixTime, runMatrix } from './run.ts'

test('who may do what with a case in planning or delivery', { timeout: matrixTime }, async () => {
  await runMatrix(['plan', 'delivery'])
})
