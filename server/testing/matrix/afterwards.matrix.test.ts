import { expect, test } from 'vitest'
import { long, matrixTime, runMatrix } from './run.ts'

test.runIf(long)(
  'who may do what with a case that is followed up or archived',
  { timeout: matrixTime },
  async () => {
    const { cells } = await runMatrix(['followup', 'archived'])
    expect(cells).toBeGreaterThan(12_500)
  },
)
