// Builds the web app when its sources changed since the last build.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectFolder, say } from './project.mjs'

const sources = ['web', 'contract', 'drawing', 'vite.config.ts', 'package-lock.json']
const result = join(projectFolder, 'dist', 'web', 'index.html')
const stamp = join(projectFolder, '.cache', 'web-build')

/**
 * Builds with Vite in a process of its own, whose memory is free again afterwards.
 * @returns true when the web app is up to date, false when the build failed
 */
export async function ensureBuilt() {
  const wanted = hashOf(sources)
  if (existsSync(result) && readStamp() === wanted) return true
  say('Building the web app …')
  if ((await runVite()) !== 0) return false
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
  return true
}

function readStamp() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
}

/** One hash over the names and contents of all files below some paths of the project. */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

function addTo(hash, path) {
  const absolute = join(projectFolder, path)
  const found = statSync(absolute, { throwIfNoEntry: false })
  if (!found) return
  if (found.isDirectory()) for (const name of readdirSync(absolute).toSorted()) addTo(hash, join(path, name))
  else hash.update(`${path}\0`).update(readFileSync(absolute)).update('\0')
}

function runVite() {
  const vite = join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
    stdio: ['ignore', 2, 2],
  })
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
    child.once('error', () => resolve(1))
  })
}
