import { test } from 'vitest'
import { matrixTime, runMatrix } from './run.ts'

test('who may do what with a case in evaluation or closing', { timeout: matrixTime }, async () => {
  await runMatrix(['evaluation', 'closing'])
})
