// `npm test`: every check there is, from the format of the code to the story in the browser, with one sum at the end.
// `npm run check` runs only the static ones, `npm run e2e` only the browser's.
import { ensureBuilt } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { projectFolder, requireNode, say } from './project.mjs'
import { makeResultFolder, readPlaywright, readVitest, tellPlaywright } from './results.mjs'
import { throwAwayInMemory } from './scratch.mjs'
import { runStep, stopWhenAsked } from './steps.mjs'

const staticSteps = [
  ['Format', 'oxfmt', ['--check']],
  // The program is read once for both.
  ['Lint and types', 'oxlint', ['--type-aware', '--type-check', '--quiet']],
  ['Dependency rules', 'tools/dependency-rules.mjs', []],
]

const [part = 'everything', ...words] = process.argv.slice(2)
const wanted = (name) => part === 'everything' || part === name
const tally = { passed: 0, failed: 0 }

requireNode()
process.chdir(projectFolder)
stopWhenAsked()
throwAwayInMemory()
// The system's packages come over the line while ours do.
const browser = wanted('e2e') ? findChromium() : Promise.resolve(null)
await ensureInstalled()
const results = makeResultFolder()
if (wanted('check'))
  for (const [title, module, parameters] of staticSteps) await countStep(title, module, parameters)
// Making the first database and building the web app keep one processor each.
const build = wanted('e2e') ? ensureBuilt() : Promise.resolve(true)
if (wanted('unit')) await runUnit()
if (wanted('e2e')) await runBrowser()
process.stdout.write(`${tally.passed} passed, ${tally.failed} failed\n`)
process.exit(tally.failed === 0 ? 0 : 1)

/** A step without tests of its own counts as one. */
async function countStep(title, module, parameters) {
  const code = await runStep(title, module, parameters)
  add({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 })
}

async function runUnit() {
  const file = `${results}/vitest.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  add(readVitest(file, await runStep('Unit and database tests', 'vitest', ['run', ...reporters, ...words])))
}

async function runBrowser() {
  const built = await build
  say(`\n── Build of the web app: ${built ? 'good' : 'FAILED'}`)
  add({ passed: built ? 1 : 0, failed: built ? 0 : 1 })
  const chromium = await browser
  if (!built || chromium === null) return add({ passed: 0, failed: 1 })
  const file = `${results}/playwright.json`
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
  const code = await runStep('Browser tests', 'playwright', ['test', '--reporter=list,json', ...words], env)
  for (const told of tellPlaywright(file)) say(told)
  add(readPlaywright(file, code))
}

function add({ passed, failed }) {
  tally.passed += passed
  tally.failed += failed
}
