import { readFile, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { importLimits } from '#contract/directory-imports.ts'
import { fileRemark } from '#contract/directory-problems.ts'
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
import { filesInFolder } from './hsds-folder.ts'

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
  if (problem instanceof FileUnreadable) return new CommandProblem(nothingIn(path, problem))
  if (problem instanceof TooManyRows)
    return new CommandProblem(`${path} holds more than ${importLimits.mostRows} rows; divide it.`)
  if (problem instanceof ArchiveTooLarge)
    return new CommandProblem(`${path} unfolds to more than is ever read.`)
  if (isCode(problem)) return new CommandProblem(`${path} cannot be opened (${problem.code}).`)
  return problem
}

/** What the operating system says when it does not let us in. */
const isCode = (problem: unknown): problem is Readonly<{ code: string }> =>
  problem instanceof Error && 'code' in problem && /^E[A-Z]+$/u.test(String(problem.code))

const nothingIn = (path: string, { notes }: FileUnreadable) =>
  [
    `Nothing in ${path} can be read as HSDS.`,
    ...(notes.length === 0 ? ['There is no table (.csv) and no JSON file in it.'] : []),
    ...notes.map(({ file, code }) => `${file}: ${fileRemark.label(code, 'en')}`),
  ].join('\n')

async function filesAt(path: string): Promise<BroughtFiles> {
  const found = await stat(path).catch(() => {
    throw new CommandProblem(`There is nothing at ${path}.`)
  })
  if (found.isDirectory()) return filesInFolder(path)
  if (basename(path) === 'datapackage.json') return filesInFolder(dirname(path))
  if (found.size > importLimits.mostUnpacked) throw new ArchiveTooLarge()
  return filesIn(path, await readFile(path))
}
