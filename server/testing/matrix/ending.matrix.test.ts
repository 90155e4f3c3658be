import { expect, test } from 'vitest'
import { long, matrixTime, runMatrix } from './run.ts'

// The ordinary run asks about one of them, in ordinary.matrix.test.ts.
test.runIf(long)(
  'who may do what with a case in evaluation or closing',
  { timeout: matrixTime },
  async () => {
    const { cells } = await runMatrix(['closing', 'evaluation'])
    expect(cells).toBeGreaterThan(12_500)
  },
)
