import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** The user PostgreSQL runs as. Absent ids mean: the same as ours. */
export type ServerUser = { readonly uid?: number; readonly gid?: number }

const nobody = { uid: 65_534, gid: 65_534 }

/**
 * PostgreSQL refuses to run as root. As root it therefore runs as whoever already owns the data
 * folder, or else as `nobody`; anyone else runs it as themselves.
 */
export function chooseServerUser(dataFolder: string): ServerUser {
  if (process.getuid?.() !== 0) return {}
  return ownerOf(dataFolder) ?? readNobody()
}

/** True when a command succeeds for that user: the honest way to ask what they may read and enter. */
export function succeedsAs(user: ServerUser, program: string, parameters: readonly string[]): boolean {
  const { status } = spawnSync(program, parameters, { ...user, cwd: '/', stdio: 'ignore' })
  return status === 0
}

function ownerOf(folder: string): ServerUser | null {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null
}

function readNobody(): ServerUser {
  try {
    const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
    return line ? { uid: Number(line[1]), gid: Number(line[2]) } : nobody
  } catch {
    return nobody
  }
}
