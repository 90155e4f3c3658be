import { expect, test } from 'vitest'
import { groupOf } from './due-groups.ts'

test.each([
  [false, '2026-03-01', 'overdue'],
  [false, '2026-03-02', 'today'],
  [false, '2026-03-03', 'week'],
  [false, '2026-03-09', 'week'],
  [false, '2026-03-10', 'later'],
  [true, '2026-03-10', 'now'],
] as const)('on 2 March, an emergency (%s) due on %s stands under %s', (emergency, dueOn, group) => {
  expect(groupOf(emergency, dueOn, '2026-03-02')).toBe(group)
})
