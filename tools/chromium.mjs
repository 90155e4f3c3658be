// Finds a Chromium for the browser tests, or installs Debian's where we may.
import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './project.mjs'

// The browser without its windows does the same in a third less time, so it comes first.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const fonts = 'fonts-noto-cjk'

/** The path of a browser, or null after saying in one sentence what to do. */
export async function findChromium() {
  const found = findInstalled() ?? (await installOnDebian())
  if (found === null)
    say(
      'The browser tests need Chromium: install it (on Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH to one.',
    )
  return found
}

function findInstalled() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...names.flatMap((name) => ['/usr/bin', ...folders].map((folder) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ]
  return candidates.find((path) => path !== undefined && isProgram(path)) ?? null
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

async function installOnDebian() {
  if (!isDebian()) return null
  const before = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (before.length > 0 && (await run([...before, 'true'])) !== 0) return null
  say("Installing Chromium from the system's packages; this takes a few minutes the first time …")
  const apt = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']
  await run([...apt, 'update'])
  const install = (browser) => run([...apt, 'install', '-y', '--no-install-recommends', browser, fonts])
  // Older systems have it only with its windows.
  if ((await install('chromium-headless-shell')) !== 0) await install('chromium')
  return findInstalled()
}

function isDebian() {
  return (
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
  )
}

/** Runs a program with its words shown on standard error. */
function run([program, ...parameters]) {
  const child = spawn(program, parameters, { stdio: ['ignore', 2, 2] })
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
    child.once('error', () => resolve(1))
  })
}
