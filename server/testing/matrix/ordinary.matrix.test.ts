import { expect, test } from 'vitest'
import { long, matrixTime, runMatrix } from './run.ts'

// The long run asks the same in files of their own, and about every other place.
test.skipIf(long)(
  'who may do what with a case in intake, in its plan, and at its closing',
  { timeout: matrixTime },
  async () => {
    const { cells } = await runMatrix(['intake', 'plan', 'closing'])
    expect(cells).toBeGreaterThan(44_000)
  },
)
