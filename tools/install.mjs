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
 * Runs `npm ci`, and `npm install` when that fails: `npm ci` wants every binary of every platform in the lock file,
 * and a registry may lack some. What npm says is shown only when both fail.
 */
export async function ensureInstalled() {
  if (isInstalled()) return
  say('Installing the modules; this takes a minute or two the first time …')
  for (const command of ['ci', 'install']) {
    const { code, said } = await runNpm(command)
    if (code === 0) return
    if (command === 'install') process.stderr.write(said)
  }
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
  const child = spawn(program, [...first, ...words], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  const code = await new Promise((resolve) => {
    child.once('close', resolve)
    child.once('error', (error) => {
      said += `${error.message}\n`
      resolve(1)
    })
  })
  clearInterval(clock)
  return { code, said }
}
