// Builds the web app when its sources changed since the last build.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { isUpToDate, noteBuild } from './built.mjs'
import { projectFolder, say } from './project.mjs'

const build = {
  name: 'web',
  sources: ['web', 'contract', 'drawing', 'vite.config.ts', 'package-lock.json'],
  results: [join(projectFolder, 'dist', 'web', 'index.html')],
}

/**
 * Builds with Vite in a process of its own, whose memory is free again afterwards.
 * @returns true when the web app is up to date, false when the build failed
 */
export async function ensureBuilt() {
  if (isUpToDate(build)) return true
  say('Building the web app …')
  if ((await runVite()) !== 0) return false
  noteBuild(build)
  return true
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
