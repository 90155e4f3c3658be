// Knows whether what is built of the sources is still what they say.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectFolder } from './project.mjs'

/**
 * Whether a build need not be made again.
 * @param build its name, the files and folders of the project it is made of, and the full paths of what comes out
 */
export function isUpToDate({ name, sources, results }) {
  const stamp = stampOf(name)
  return (
    results.every((path) => existsSync(path)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hashOf(sources)
  )
}

/** Remembers what a build was just made of. */
export function noteBuild({ name, sources }) {
  const stamp = stampOf(name)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hashOf(sources))
}

const stampOf = (name) => join(projectFolder, '.cache', `${name}-build`)

/** One hash over the names and contents of all files below some paths of the project. */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) addTo(hash, path)
  return hash.digest('hex')
}

function addTo(hash, path) {
  const absolute = join(projectFolder, path)
  const found = statSync(absolute, { throwIfNoEntry: false })
  if (!found) return
  if (found.isDirectory()) for (const name of readdirSync(absolute).toSorted()) addTo(hash, join(path, name))
  else hash.update(`${path}\0`).update(readFileSync(absolute)).update('\0')
}
