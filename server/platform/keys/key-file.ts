import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { StartProblem } from '#server/platform/config/start-problem.ts'
import { type Keys, keysFrom, rootBytes } from './keys.ts'

const shape = z.strictObject({
  roots: z
    .record(z.string().regex(/^[1-9]\d{0,2}$/u), z.base64())
    .refine((roots) => Object.keys(roots).length > 0),
})

/**
 * Loads the keys of this installation from `keys.json` in this folder, making one on first use. Nobody but its owner may
 * read it. Without it, what was sealed is lost: a missing file is made anew only where nothing was sealed yet.
 * @param folder the setting KEY_DIR; `keys` in the data folder unless told
 * @param mayMake whether a first key may be made
 * @throws StartProblem with one sentence when the file is missing, damaged, or is read through a link
 */
export function loadKeys(folder: string, { mayMake = true } = {}): Keys {
  const path = join(folder, 'keys.json')
  const there = lstatSync(path, { throwIfNoEntry: false })
  if (!there && !mayMake)
    throw new StartProblem(
      `${path} is missing: put it back from where you keep it. Without it nothing sealed opens.`,
    )
  if (there && !there.isFile())
    throw new StartProblem(`${path} is not a plain file: put the file itself there.`)
  try {
    if (!there) makeKeys(path)
    chmodSync(path, 0o600)
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem)
    throw new StartProblem(`The keys in ${folder} cannot be used (${reason}): set another KEY_DIR.`)
  }
  return keysFrom(rootsIn(path))
}

function rootsIn(path: string): Map<number, Buffer> {
  try {
    const { roots } = shape.parse(JSON.parse(readFileSync(path, 'utf8')))
    const read = Object.entries(roots).map(
      ([version, root]) => [Number(version), Buffer.from(root, 'base64')] as const,
    )
    if (read.some(([version, root]) => version > 255 || root.length !== rootBytes))
      throw new Error('a short key')
    return new Map(read)
  } catch {
    throw new StartProblem(`${path} is damaged: put it back from where you keep it.`)
  }
}

/** On the disk before it has its name; of two first starts at once the first one's key counts. */
function makeKeys(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(
      file,
      `${JSON.stringify({ roots: { 1: randomBytes(rootBytes).toString('base64') } }, null, 2)}\n`,
    )
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  try {
    linkSync(draft, path)
  } catch (problem) {
    const lost = problem instanceof Error && 'code' in problem && problem.code === 'EEXIST'
    if (!lost) throw problem
  } finally {
    rmSync(draft)
  }
}
