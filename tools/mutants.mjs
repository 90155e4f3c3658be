// Breaks each foundation on purpose, in a copy, and sees that its test notices: a test that cannot fail proves nothing.
// `npm run mutants` runs them all, `npm run mutants -- word` those whose name has the word.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { mutants } from './planted/index.mjs'
import { projectFolder, say } from './project.mjs'
import { throwAwayInMemory } from './scratch.mjs'

throwAwayInMemory()
const word = process.argv[2] ?? ''
const copy = mkdtempSync(join(tmpdir(), 'alongside-mutants-'))
const left = new Set(['node_modules', '.git', '.data', '.cache', 'dist', 'test-results'])
cpSync(projectFolder, copy, { recursive: true, filter: (path) => !left.has(basename(path)) })
symlinkSync(join(projectFolder, 'node_modules'), join(copy, 'node_modules'))
const missed = mutants.filter(([name]) => name.includes(word)).filter((mutant) => !isCaught(mutant))
rmSync(copy, { recursive: true })
say(
  missed.length === 0 ? 'Every mutant was caught.' : `Not caught: ${missed.map(([name]) => name).join('; ')}`,
)
process.exit(missed.length === 0 ? 0 : 1)

/** Puts the defect in, sees whether the test turns red, and takes it out again. */
function isCaught([name, file, there, instead, command]) {
  const path = join(copy, file)
  const sound = readFileSync(path, 'utf8')
  if (!sound.includes(there)) {
    say(`?  ${name}: ${file} no longer has the line to break`)
    return false
  }
  writeFileSync(path, sound.replace(there, instead))
  const { status } = spawnSync(process.execPath, command, { cwd: copy, stdio: 'ignore' })
  writeFileSync(path, sound)
  say(`${status === 0 ? 'MISSED' : 'caught'}  ${name}`)
  return status !== 0
}
