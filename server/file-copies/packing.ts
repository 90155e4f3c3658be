import { PassThrough, type Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** One file of a package: its path in it, and its content when its turn comes. */
export type Packed = Readonly<{ path: string; open: () => Readable }>

const longestName = 120
const mostSigns = 60

/**
 * The name of an attachment in a package: its number, and of its own name what no program takes for a folder, a command or a
 * formula. It stands in the printed list as well; the real name is beside it in the JSON.
 */
export function nameInPackage(ordinal: number, name: string): string {
  const plain = name.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N} ._()-]/gu, '_')
  const ending = /\.[\p{L}\p{N}]{1,12}$/u.exec(plain)?.[0] ?? ''
  const stem = Array.from(plain.slice(0, plain.length - ending.length)).slice(0, mostSigns)
  return `${String(ordinal).padStart(3, '0')} ${stem.join('').trim()}${ending}`.slice(-longestName)
}

/**
 * A zip archive as a stream: each file is opened when its turn comes, so that recordings of hours never lie in memory. What cannot
 * be read breaks the download off; an archive without its end is one that no program opens.
 */
export function packed(files: readonly Packed[]): Readable {
  const archive = new ZipFile()
  const out = new PassThrough()
  let content: Readable | null = null
  // Whoever breaks the download off leaves no file open.
  out.once('close', () => content?.destroy())
  const give = (open: Packed['open']) => {
    content = open()
    content.once('error', (problem) => out.destroy(problem))
    return content
  }
  for (const { path, open } of files)
    archive.addReadStreamLazy(path, { mtime: dayOfNothing, mode: plainFile }, (next) =>
      next(null, give(open)),
    )
  archive.outputStream.pipe(out)
  archive.end()
  return out
}

// The first day that an archive can say: when a file was written says nothing of what is in it.
const dayOfNothing = new Date(1980, 0, 1)
const plainFile = 0o100644
