// Makes the programs of the server: each one file of plain JavaScript, which starts four times as fast as two thousand sources.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isUpToDate, noteBuild } from './built.mjs'
import { ensureInstalled } from './install.mjs'
import { projectFolder, requireNode } from './project.mjs'

const sources = ['server', 'contract', 'drawing', 'tools/programs.mjs', 'package.json', 'package-lock.json']

const entries = {
  server: 'server/main.ts',
  'command-line': 'server/command-line/main.ts',
  backup: 'server/backup/backup-command.ts',
  restore: 'server/backup/restore-command.ts',
}

/** Where the made program of this name lies. */
export const programPath = (name) => join(projectFolder, 'dist', 'programs', `${name}.mjs`)

/** Makes all programs when their sources changed since they were made. Throws when the sources are not whole. */
export async function ensurePrograms() {
  const paths = Object.keys(entries).map(programPath)
  const build = { name: 'programs', sources, results: paths }
  if (isUpToDate(build)) return
  const { build: bundle } = await import('esbuild')
  const { outputFiles } = await bundle({
    absWorkingDir: projectFolder,
    entryPoints: entries,
    outdir: dirname(programPath('server')),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: 'linked',
    write: false,
    logLevel: 'warning',
  })
  for (const { path, contents } of outputFiles) replace(path, contents)
  noteBuild(build)
}

/**
 * Runs a program in this very process: signals and the exit code need no messenger, and killing it leaves no half behind.
 * @param first what else must be there before it runs
 */
export async function runProgram(name, first = async () => {}) {
  requireNode()
  await ensureInstalled()
  await first()
  await ensurePrograms()
  // Faults are logged with the lines of the sources.
  process.setSourceMapsEnabled(true)
  await import(pathToFileURL(programPath(name)).href)
}

/** In one step, so that whoever starts meanwhile reads the old one or the new one, never half of one. */
function replace(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  const fresh = `${path}.${process.pid}`
  writeFileSync(fresh, contents)
  renameSync(fresh, path)
}
