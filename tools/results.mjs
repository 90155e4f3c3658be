// Counts tests from the reports the test runners write.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder for the reports, outside the project, gone when this process ends. Later test runs know its name and
 * sweep it when this one is killed.
 */
export function makeResultFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-test-results-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Passed and failed tests of a Vitest run; a run that failed without a failed test counts as one failure. */
export function readVitest(file, code) {
  const report = readReport(file)
  const files = report?.testResults ?? []
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some(isFailed),
  )
  return settle(
    { passed: report?.numPassedTests ?? 0, failed: (report?.numFailedTests ?? 0) + broken.length },
    code,
  )
}

/** Passed and failed tests of a Playwright run; a test that passed only when repeated has passed. */
export function readPlaywright(file, code) {
  const stats = readReport(file)?.stats
  return settle(
    { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 },
    code,
  )
}

/**
 * What a browser run leaves to be looked at: the stories that passed only when they were repeated, and of those that failed
 * what their page showed at the end.
 */
export function tellPlaywright(file) {
  const all = testsIn(readReport(file)?.suites ?? [])
  return all.flatMap(({ title, status, results }) => {
    if (status === 'flaky') return [`Passed only when repeated: ${title}`]
    if (status !== 'unexpected') return []
    const context = results.at(-1)?.attachments.find(({ name }) => name === 'error-context')?.path
    return [`What the page showed when it failed: ${title}\n${pageIn(context)}`]
  })
}

const testsIn = (suites) =>
  suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test }))),
    ...testsIn(inner),
  ])

/** The page as a tree of roles and names, as Playwright wrote it down. */
function pageIn(context) {
  try {
    return /```yaml\n([\s\S]*?)```/u.exec(readFileSync(context, 'utf8'))?.[1] ?? ''
  } catch {
    return ''
  }
}

function isFailed({ status }) {
  return status === 'failed'
}

function settle({ passed, failed }, code) {
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
