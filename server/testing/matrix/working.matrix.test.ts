import { test } from 'vitest'
import { matrixTime, runMatrix } from './run.ts'

test('who may do what with a case in delivery', { timeout: matrixTime }, async () => {
  await runMatrix(['delivery'])
})
