import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

const program = `
  await import('#web/app/checking.ts')
  const { z } = await import('zod')
  console.log(z.config().jitless)`

// In a process of its own: here zod has begun long before.
test('zod finds its settings as it begins, whatever is run first', () => {
  const arguments_ = ['--import', 'tsx', '--input-type=module', '--eval', program]
  expect(execFileSync(process.execPath, arguments_, { encoding: 'utf8' }).trim()).toBe('true')
})
