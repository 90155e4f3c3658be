import { StartProblem } from '#server/platform/config/start-problem.ts'

/** A command that was asked for wrongly: exit code 2. */
export class AskedWrongly extends Error {
  override readonly name = 'AskedWrongly'
}

/** Tells the person at the console something; standard output stays free for results. */
export const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

/**
 * Runs a command to its end: 0 done, 1 refused or failed, 2 asked wrongly. What the operator can act on is one sentence.
 * Asked to stop, it ends at once; whatever it had begun undoes itself as the process ends.
 */
export async function runAsked(command: () => Promise<string>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  try {
    process.stdout.write(`${await command()}\n`)
    process.exit(0)
  } catch (problem) {
    say(describe(problem))
    process.exit(problem instanceof AskedWrongly ? 2 : 1)
  }
}

function describe(problem: unknown): string {
  if (problem instanceof StartProblem || problem instanceof AskedWrongly) return problem.message
  const code = problem instanceof Error && 'code' in problem ? problem.code : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'There is no room left on the disk; nothing was changed.'
  if (code === 'EACCES' || code === 'EPERM')
    return `A file belongs to another user: work as the user that Alongside runs as (${problem instanceof Error ? problem.message : ''}).`
  if (code === '57P01' || code === 'ECONNRESET' || code === 'EPIPE')
    return 'The database was stopped meanwhile: try again when it runs, or when it stands still.'
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
}

/** With a PostgreSQL of one's own neither files nor log are ours to copy. @throws StartProblem */
export function refuseOwnDatabase(databaseUrl: string | null): void {
  if (databaseUrl !== null)
    throw new StartProblem(
      'DATABASE_URL names a PostgreSQL of your own: back it up and restore it with its own tools (pg_basebackup or pg_dump, or your provider’s backups), and keep secrets.json, the keys and the folders audit and attachments too, the keys apart from them.',
    )
}
