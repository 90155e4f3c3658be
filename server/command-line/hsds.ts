import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { importLimits } from '#contract/directory-imports.ts'
import {
  ArchiveTooLarge,
  type BroughtFiles,
  filesIn,
  FileUnreadable,
  readBrought,
  reportOf,
  TooManyRows,
} from '#server/directory/index.ts'
import { CommandProblem, type Command } from './command.ts'

/**
 * `hsds PATH`: what an import of these HSDS 3 files would take, row by row, and why it would refuse the rest.
 * PATH is a `datapackage.json`, a folder or a zip archive with the tables, one table, or a JSON file. Nothing is imported.
 */
export const hsds: Command = {
  name: 'hsds',
  usage: 'PATH',
  summary: 'What an import of an HSDS 3 directory would take or refuse, and why.',
  run: async (words) => {
    const [path, ...rest] = words
    if (path === undefined || rest.length > 0 || path.startsWith('-'))
      throw new CommandProblem(
        'hsds needs exactly one path: a datapackage.json, a folder, a zip, a CSV or a JSON file.',
      )
    try {
      return JSON.stringify(
        { source: path, ...(await reportOf(await readBrought(await filesAt(path)))) },
        null,
        2,
      )
    } catch (problem) {
      throw saidOf(path, problem)
    }
  },
}

function saidOf(path: string, problem: unknown): unknown {
  if (problem instanceof FileUnreadable) return new CommandProblem(`Nothing in ${path} can be read as HSDS.`)
  if (problem instanceof TooManyRows)
    return new CommandProblem(`${path} holds more than ${importLimits.mostRows} rows; divide it.`)
  if (problem instanceof ArchiveTooLarge)
    return new CommandProblem(`${path} unfolds to more than is ever read.`)
  return problem
}

async function filesAt(path: string): Promise<BroughtFiles> {
  const found = await stat(path).catch(() => {
    throw new CommandProblem(`There is nothing at ${path}.`)
  })
  if (found.isDirectory()) return filesInFolder(path)
  if (basename(path) === 'datapackage.json') return filesInFolder(dirname(path))
  if (found.size > importLimits.mostUnpacked) throw new ArchiveTooLarge()
  return filesIn(path, await readFile(path))
}

/** The tables of a folder; where it has none, its JSON files. */
async function filesInFolder(folder: string): Promise<BroughtFiles> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
  const hasTables = names.some((name) => /\.csv$/iu.test(name))
  const wanted = names.filter((name) => (hasTables ? /\.csv$|^datapackage\.json$/iu : /\.json$/iu).test(name))
  const files = new Map<string, Buffer>()
  let bytes = 0
  for (const name of wanted.toSorted()) {
    bytes += (await stat(join(folder, name))).size
    if (bytes > importLimits.mostUnpacked) throw new ArchiveTooLarge()
    files.set(name, await readFile(join(folder, name)))
  }
  return files
}
