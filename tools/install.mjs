// Installs the modules when they are missing or differ from package-lock.json.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder, say } from './project.mjs'

/** True when every module of the lock file is there in its version; optional ones of other platforms may be absent. */
export function isInstalled(folder = projectFolder) {
  const wanted = readPackages(join(folder, 'package-lock.json'))
  const present = readPackages(join(folder, 'node_modules', '.package-lock.json'))
  if (wanted === null || present === null) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    const found = present[path]
    return path === '' || (found ? found.version === version : Boolean(optional ?? devOptional))
  })
}

/**
 * Runs `npm ci`, and `npm install` when that fails (a registry may lack binaries of other platforms that the
 * lock file lists). All that npm says goes to standard error.
 */
export async function ensureInstalled() {
  if (isInstalled()) return
  say('Installing the modules; this takes a minute or two the first time …')
  if ((await runNpm('ci')) === 0) return
  say('npm ci did not succeed; trying npm install …')
  if ((await runNpm('install')) === 0) return
  say(
    'The modules could not be installed: look at what npm says above, and check the connection to the npm registry.',
  )
  process.exit(1)
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

async function runNpm(command) {
  const words = [
    command,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--include=dev',
    '--include=optional',
  ]
  const [program, first] = process.env.npm_execpath
    ? [process.execPath, [process.env.npm_execpath]]
    : ['npm', []]
  const started = Date.now()
  const clock = setInterval(
    () => say(`  … still installing, ${Math.round((Date.now() - started) / 1000)} s`),
    10_000,
  )
  const child = spawn(program, [...first, ...words], { cwd: projectFolder, stdio: ['ignore', 2, 2] })
  const code = await new Promise((resolve) => {
    child.once('exit', resolve)
    child.once('error', () => resolve(1))
  })
  clearInterval(clock)
  return code
}
