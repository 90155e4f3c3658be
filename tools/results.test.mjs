import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlaywright, readVitest, tellPlaywright } from './results.mjs'

let folder

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-counts-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

test('a Vitest file that broke before its first test counts as one failure', () => {
  const file = report({
    numPassedTests: 5,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [] },
    ],
  })
  expect(readVitest(file, 1)).toEqual({ passed: 5, failed: 2 })
})

test('a run that failed without a failed test, or left no report, counts as one failure', () => {
  expect(readVitest(report({ numPassedTests: 5, numFailedTests: 0 }), 1)).toEqual({ passed: 5, failed: 1 })
  expect(readPlaywright(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1 })
})

test('a browser test that passed when repeated has passed', () => {
  const file = report({ stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 4 } })
  expect(readPlaywright(file, 1)).toEqual({ passed: 3, failed: 1 })
})

test('what was repeated is named, and the page of what failed is told', () => {
  const context = join(folder, 'context.md')
  writeFileSync(context, '# Page\n```yaml\n- status: 尝试次数较多\n```\n# Source\n')
  const attachments = [{ name: 'error-context', path: context }]
  const file = report({
    suites: [
      {
        specs: [{ title: 'good', tests: [{ status: 'expected', results: [] }] }],
        suites: [
          {
            specs: [
              { title: 'shaky', tests: [{ status: 'flaky', results: [] }] },
              { title: 'broken', tests: [{ status: 'unexpected', results: [{ attachments }] }] },
              { title: 'unseen', tests: [{ status: 'unexpected', results: [{ attachments: [] }] }] },
            ],
          },
        ],
      },
    ],
  })
  const told = tellPlaywright(file)
  expect(told[0]).toBe('Passed only when repeated: shaky')
  expect(told[1]).toContain('broken\n- status: 尝试次数较多')
  expect(told).toHaveLength(3)
})

function report(content) {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(content))
  return file
}
