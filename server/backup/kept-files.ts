import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { giveTo } from '#server/platform/database/cluster/places.ts'
import type { ServerUser } from '#server/platform/database/cluster/server-user.ts'
import { flush } from './folders.ts'

const wayOf = (fileId: string) => join('attachments', fileId.slice(0, 2), fileId)

/**
 * Brings over from the old data the files of attachments that the restored database knows and the backup did not hold:
 * the kept log leads past it. A sealed file never changes, so the one of that id is the right one.
 * @returns the files that are nowhere here
 */
export function bringFiles(
  dataDir: string,
  folder: string,
  needed: readonly string[],
  owner: ServerUser,
): readonly string[] {
  const lacking = needed.filter((id) => !existsSync(join(folder, wayOf(id))))
  const lost: string[] = []
  for (const id of lacking) {
    const [old, restored] = [join(dataDir, wayOf(id)), join(folder, wayOf(id))]
    if (existsSync(old)) bring(old, restored, owner)
    else lost.push(id)
  }
  return lost
}

function bring(old: string, restored: string, owner: ServerUser) {
  const shelf = dirname(restored)
  for (const each of [dirname(shelf), shelf]) {
    if (existsSync(each)) continue
    mkdirSync(each, { mode: 0o700 })
    giveTo(each, owner)
  }
  copyFileSync(old, restored)
  giveTo(restored, owner)
  flush(restored)
}
