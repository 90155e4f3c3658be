import './checking.ts'
import { expect, test } from 'vitest'
import { z } from 'zod'

test('zod finds its settings as it begins, whatever is run first', () => {
  expect(z.config().jitless).toBe(true)
})
