import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { flush } from './folders.ts'

const journalName = 'restore-under-way'

/** What is being exchanged: the names of folders within the data folder, and how far it is. */
const Journal = z.object({
  aside: z.string(),
  from: z.string(),
  /** What stays where it is. */
  staying: z.array(z.string()),
  step: z.enum(['old', 'new']),
})
type Journal = z.infer<typeof Journal>

/**
 * Exchanges the content of a data folder: the old goes aside within it, the new takes its place. Killed in between, the
 * folder is of no use until the exchange is finished, which the next restore does first.
 */
export function swapIn(dataDir: string, journal: Omit<Journal, 'step'>): void {
  note(dataDir, { ...journal, step: 'old' })
  finishSwap(dataDir)
}

/** Finishes an exchange that was broken off; does nothing when there is none. */
export function finishSwap(dataDir: string): void {
  const journal = readJournal(dataDir)
  if (journal === null) return
  if (journal.step === 'old') {
    putAside(dataDir, journal)
    note(dataDir, { ...journal, step: 'new' })
  }
  const from = join(dataDir, journal.from)
  if (existsSync(from)) {
    for (const name of readdirSync(from)) renameSync(join(from, name), join(dataDir, name))
    rmdirSync(from)
  }
  flush(dataDir)
  rmSync(join(dataDir, journalName))
}

function putAside(dataDir: string, { aside, from, staying }: Journal): void {
  const target = join(dataDir, aside)
  const stays = new Set([aside, from, journalName, ...staying])
  const old = readdirSync(dataDir).filter((name) => !stays.has(name) && !name.startsWith('before-restore-'))
  if (old.length === 0) return
  mkdirSync(target, { recursive: true, mode: 0o755 })
  for (const name of old) renameSync(join(dataDir, name), join(target, name))
  flush(target)
}

/** Refuses a data folder whose content is being exchanged. @throws StartProblem */
export function refuseHalfRestored(dataDir: string): void {
  if (readJournal(dataDir) !== null)
    throw new StartProblem(
      `A restore into ${dataDir} was broken off while it changed folders: run npm run restore again, it finishes that first.`,
    )
}

/** True while the exchange of a data folder is under way. */
export const isUnderWay = (dataDir: string): boolean => readJournal(dataDir) !== null

function note(dataDir: string, journal: Journal): void {
  const path = join(dataDir, journalName)
  writeFileSync(`${path}.draft`, JSON.stringify(journal), { flush: true })
  renameSync(`${path}.draft`, path)
  flush(dataDir)
}

function readJournal(dataDir: string): Journal | null {
  const path = join(dataDir, journalName)
  return existsSync(path) ? Journal.parse(JSON.parse(readFileSync(path, 'utf8'))) : null
}
