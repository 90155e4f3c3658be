import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { succeedsAs, type ServerUser } from './server-user.ts'

/** The name PostgreSQL gives its socket adds this many bytes to the folder's path. */
const socketNameBytes = Buffer.byteLength('/.s.PGSQL.5432.lock')
/** A Unix socket's whole path may have 107 bytes on Linux and 103 on macOS. */
const socketPathBytes = 103

/** Where root may put what the user nobody has to reach, the best place first. */
export function sharedPlaces(): readonly string[] {
  return ['/var/lib/alongside', '/var/tmp/alongside']
}

/** Makes a folder of ours that all may enter; false when it cannot be made or is not safely ours. */
export function makeOpenFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
    const found = lstatSync(folder)
    return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
  } catch {
    return false
  }
}

/**
 * The folder that holds PostgreSQL's files for the cluster kept in `folder`: that folder itself, or,
 * when the server's user cannot enter it, one elsewhere whose path is noted in `folder/place`.
 */
export function choosePlace(folder: string, user: ServerUser): string {
  const note = join(folder, 'place')
  if (existsSync(note)) return readPlace(note)
  if (user.uid === undefined || succeedsAs(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder])) return folder
  for (const shared of sharedPlaces()) {
    if (!makeOpenFolder(shared)) continue
    const place = mkdtempSync(join(shared, 'data-'))
    chmodSync(place, 0o755)
    writeFileSync(note, `${place}\n`)
    return place
  }
  throw new StartProblem(
    `The database cannot be kept under ${folder} by the user nobody: set DATA_DIR to a folder that all may enter.`,
  )
}

/** The folder with PostgreSQL's files of a cluster that is there already; the folder itself when no note says otherwise. */
export function placeOf(folder: string): string {
  const note = join(folder, 'place')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : folder
}

function readPlace(note: string): string {
  const place = readFileSync(note, 'utf8').trim()
  if (existsSync(place)) return place
  throw new StartProblem(
    `The folder ${place}, where ${note} says the database lies, is gone: put it back, or delete the note to begin anew.`,
  )
}

/**
 * The folder of the Unix socket, made private to the server's user. It lies beside the data, or under the
 * system's folder for temporary files when that path is too long for a socket or has unusual letters.
 */
export function makeSocketFolder(place: string, user: ServerUser): string {
  const folder = socketFolderFor(place)
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
  const found = lstatSync(folder)
  const uid = process.getuid?.()
  if (!found.isDirectory() || (found.uid !== uid && found.uid !== user.uid))
    throw new StartProblem(`The folder ${folder}, needed for the database's socket, belongs to someone else.`)
  giveTo(folder, user)
  chmodSync(folder, 0o700)
  return folder
}

/** Where the socket of a place lies, running or not. */
export function socketFolderFor(place: string): string {
  const beside = join(place, 'socket')
  const key = createHash('sha256').update(place).digest('hex').slice(0, 16)
  const candidates = [beside, join(tmpdir(), `alongside-${key}`), `/tmp/alongside-${key}`]
  return candidates.find(fitsSocket) ?? beside
}

function fitsSocket(folder: string): boolean {
  return /^[\w./-]+$/.test(folder) && Buffer.byteLength(folder) + socketNameBytes <= socketPathBytes
}

/** A folder only the server's user may enter, made when it is missing. */
export function makePrivateFolder(folder: string, user: ServerUser): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  giveTo(folder, user)
  return folder
}

/** Hands a file or folder to the server's user, when that is someone else than we are. */
export function giveTo(path: string, { uid, gid }: ServerUser): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}
