import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupsIn, walEnding, walFolder } from './folders.ts'
import { readHead } from './sealing.ts'

const dayMilliseconds = 86_400_000

/** How long backups of one installation are kept in a folder. */
export type PruneOrder = {
  readonly folder: string
  readonly installation: string
  readonly keepDays: number
  readonly now: Date
}

/** A backup as its readable head and name show it. */
export type Kept = { readonly name: string; readonly at: number; readonly lineage: string }

/**
 * Removes backups that are not needed any more to restore any moment of the days that are kept, and the log before the
 * oldest one left. Backups of other installations in the same folder are left alone.
 * @returns the names of the backups removed
 */
export async function prune({ folder, installation, keepDays, now }: PruneOrder): Promise<readonly string[]> {
  const own: Kept[] = []
  for (const name of backupsIn(folder)) {
    const head = await readHead(join(folder, name)).catch(() => null)
    if (head?.installation === installation)
      own.push({ name, at: Date.parse(head.at), lineage: head.lineage })
  }
  const removed = outdated(own, now.getTime() - keepDays * dayMilliseconds)
  for (const name of removed) rmSync(join(folder, name), { force: true })
  const left = own.filter(({ name }) => !removed.includes(name))
  for (const lineage of new Set(own.map((one) => one.lineage))) await pruneLog(folder, lineage, left)
  return removed
}

/** What may go: everything older than the newest backup of before the days that are kept. The last one never goes. */
export function outdated(backups: readonly Kept[], horizon: number): string[] {
  const before = backups.filter(({ at }) => at <= horizon).toSorted((one, other) => one.at - other.at)
  return before.slice(0, -1).map(({ name }) => name)
}

async function pruneLog(folder: string, lineage: string, left: readonly Kept[]): Promise<void> {
  const kept = walFolder(folder, lineage)
  if (!existsSync(kept)) return
  const needed = left.filter((one) => one.lineage === lineage).map(({ at }) => at)
  if (needed.length === 0) return rmSync(kept, { recursive: true, force: true })
  // A day of room: the log is laid aside a little after it was written, and clocks are set.
  const horizon = Math.min(...needed) - dayMilliseconds
  for (const name of readdirSync(kept).toSorted()) {
    if (!name.endsWith(walEnding) || name.includes('history')) continue
    const head = await readHead(join(kept, name)).catch(() => null)
    if (head !== null && Date.parse(head.at) >= horizon) return
    rmSync(join(kept, name), { force: true })
  }
}
