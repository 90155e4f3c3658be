import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mutants } from './planted/index.mjs'
import { projectFolder } from './project.mjs'

const at = (path) => join(projectFolder, path)

test('every planted defect finds the line that it breaks, and the tests that must notice', () => {
  expect(mutants.length).toBeGreaterThan(150)
  const lost = mutants.filter(([, file, there]) => !readFileSync(at(file), 'utf8').includes(there))
  expect(lost.map(([name]) => name)).toEqual([])
  const tests = mutants.flatMap(([, , , , [, ...words]]) => words.filter((word) => word.endsWith('.test.ts')))
  expect(tests.filter((file) => !existsSync(at(file)))).toEqual([])
})

test('no two planted defects have one name', () => {
  const names = mutants.map(([name]) => name)
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})
