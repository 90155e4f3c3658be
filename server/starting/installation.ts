import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Mode } from '#server/platform/config/config.ts'
import { StartProblem } from '#server/platform/config/start-problem.ts'

/**
 * Marks a data folder as the demo's or production's at the first start.
 * @throws StartProblem when it is the other's: synthetic and real people never share a home.
 */
export function claimDataFolder(dataDir: string, mode: Mode): void {
  const note = join(dataDir, 'mode')
  makeNote(dataDir, note, mode)
  refuseOther(`The data folder ${dataDir}`, readFileSync(note, 'utf8').trim(), mode)
}

function makeNote(dataDir: string, note: string, mode: Mode): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 })
    if (!existsSync(note)) writeFileSync(note, `${mode}\n`)
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem)
    throw new StartProblem(`The data folder ${dataDir} cannot be used (${reason}): set another DATA_DIR.`)
  }
}

/** The same for a migrated database, which may be reached from several machines. */
export async function claimDatabase(ownerUrl: string, mode: Mode): Promise<void> {
  const connection = new Client({ connectionString: ownerUrl })
  await connection.connect()
  try {
    await connection.query('set role alongside_owner')
    await connection.query('create schema if not exists alongside_installation')
    await connection.query(`create table if not exists alongside_installation.modes (
      the_only boolean primary key default true check (the_only), mode text not null)`)
    await connection.query(
      'insert into alongside_installation.modes (mode) values ($1) on conflict do nothing',
      [mode],
    )
    const { rows } = await connection.query<{ mode: string }>('select mode from alongside_installation.modes')
    refuseOther('This database', rows[0]?.mode ?? mode, mode)
  } finally {
    await connection.end()
  }
}

function refuseOther(home: string, found: string, wanted: Mode): void {
  if (found === wanted) return
  const words: Record<string, string> = { demo: 'the demo', serve: 'production', test: 'tests' }
  throw new StartProblem(
    `${home} belongs to ${words[found] ?? found} and is not opened for ${words[wanted]}: use another one.`,
  )
}
