import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { importLimits } from '#contract/directory-imports.ts'
import { ArchiveTooLarge, type BroughtFiles, isWanted, mostEntries } from '#server/directory/index.ts'

/** How deep tables lie below the folder that somebody names. */
const deepest = 4

/**
 * The tables and JSON files of a folder and of those in it, by their paths below it: what a zip archive of the same folder holds.
 * Links are not followed.
 * @throws ArchiveTooLarge
 */
export async function filesInFolder(folder: string): Promise<BroughtFiles> {
  const files = new Map<string, Buffer>()
  let bytes = 0
  for (const path of (await pathsIn(folder, '', 0)).toSorted()) {
    if (files.size === mostEntries) throw new ArchiveTooLarge()
    bytes += (await stat(join(folder, path))).size
    if (bytes > importLimits.mostUnpacked) throw new ArchiveTooLarge()
    files.set(path, await readFile(join(folder, path)))
  }
  return files
}

async function pathsIn(folder: string, below: string, depth: number): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true })
  if (entries.length > mostEntries) throw new ArchiveTooLarge()
  const found: string[] = []
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isFile() && isWanted(path)) found.push(path)
    else if (isOpened(entry) && depth < deepest) found.push(...(await pathsIn(folder, path, depth + 1)))
  }
  return found
}

const isOpened = (entry: Dirent) =>
  entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== '__MACOSX'
