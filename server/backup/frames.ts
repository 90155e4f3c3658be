import { createHash } from 'node:crypto'

/** One file on its way into or out of a backup. Its length is known only at the end: a running database changes files. */
export type Entry = { readonly path: string; readonly content: AsyncIterable<Buffer> }

/** What was written of one file. */
export type Written = { readonly path: string; readonly bytes: number; readonly sha256: string }

const lengthBytes = 4
const longestPath = 4_096

/** Lays entries one behind the other: the path, pieces each with its length, and a length of zero at the end. */
export async function* framed(
  entries: AsyncIterable<Entry>,
  written: (file: Written) => void,
): AsyncGenerator<Buffer> {
  for await (const { path, content } of entries) {
    yield withLength(Buffer.from(path))
    const hash = createHash('sha256')
    let bytes = 0
    for await (const piece of content) {
      if (piece.length === 0) continue
      hash.update(piece)
      bytes += piece.length
      yield withLength(piece)
    }
    yield Buffer.alloc(lengthBytes)
    written({ path, bytes, sha256: hash.digest('hex') })
  }
}

function withLength(piece: Buffer): Buffer {
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt32BE(piece.length)
  return Buffer.concat([length, piece])
}

/** Takes the entries apart again. Each content must be read to its end before the next entry is asked for. */
export async function* unframed(stream: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const pieces = piecesOf(stream)
  for (;;) {
    const path = await pieces.next()
    if (path.done) return
    if (path.value.length === 0 || path.value.length > longestPath) throw new Error('An entry without a path')
    yield { path: path.value.toString('utf8'), content: untilEmpty(pieces) }
  }
}

async function* untilEmpty(pieces: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  for (;;) {
    const { value, done } = await pieces.next()
    if (done) throw new Error('An entry without its end')
    if (value.length === 0) return
    yield value
  }
}

async function* piecesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const given of stream) {
    rest = rest.length === 0 ? given : Buffer.concat([rest, given])
    while (rest.length >= lengthBytes) {
      const length = rest.readUInt32BE()
      if (rest.length < lengthBytes + length) break
      yield rest.subarray(lengthBytes, lengthBytes + length)
      rest = rest.subarray(lengthBytes + length)
    }
  }
  if (rest.length > 0) throw new Error('Half an entry at the end')
}
