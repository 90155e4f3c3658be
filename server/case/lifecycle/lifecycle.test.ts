import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Stage } from '#contract/codes/index.ts'
import { stages, stagesAfter } from './lifecycle.ts'

test.each(['server', 'web'])('every stage is a folder in %s/case', (side) => {
  expect(readdirSync(`${side}/case`)).toEqual(expect.arrayContaining([...stages]))
})

test('every folder in case is a stage, or one of the rooms beside them', () => {
  const beside = ['attachments', 'coordination', 'crisis', 'lifecycle', 'overview', 'team', 'timeline']
  const folders = ['server', 'web'].flatMap((side) =>
    readdirSync(`${side}/case`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name),
  )
  expect(folders.filter((name) => ![...stages, ...beside].includes(name))).toEqual([])
})

test('every stage can be reached from intake, and can end', () => {
  expect(reachableFrom('intake')).toEqual(new Set(stages))
  for (const stage of stages) expect(reachableFrom(stage)).toContain('followup')
})

function reachableFrom(stage: Stage, seen = new Set([stage])) {
  for (const next of stagesAfter[stage]) if (!seen.has(next)) reachableFrom(next, seen.add(next))
  return seen
}
