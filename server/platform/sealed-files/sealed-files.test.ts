import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { FileTooLarge, fileStore, piecesOf, SealedFileBroken } from './index.ts'

function aStore() {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const names = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
  return { store: fileStore(folder), names }
}

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const chunk = 64 * 1024

test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 200_001])(
  'a file of %i bytes comes back bit for bit, as a whole and in any part',
  async (size) => {
    const { store } = aStore()
    const bytes = randomBytes(size)
    const staged = await store.stage(inPieces(bytes, 10_007), size)
    expect([staged.size, staged.sha256]).toEqual([size, createHash('sha256').update(bytes).digest('hex')])
    await staged.place()
    await staged.place()
    const reader = await store.open(staged.fileId, staged.key)
    const pieces: Buffer[] = []
    for await (const piece of piecesOf(reader)) pieces.push(piece)
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
    for (const [start, length] of [
      [0, 10],
      [chunk - 3, 7],
      [Math.max(0, size - 5), 100],
    ] as const)
      expect((await reader.read(start, length)).equals(bytes.subarray(start, start + length))).toBe(true)
    await reader.close()
  },
)

test('nothing open lies on the disk, not even for a moment', async () => {
  const { store, names } = aStore()
  const word = Buffer.from('a word that must not be read'.repeat(100))
  let seen = ''
  async function* watched() {
    for (let count = 0; count < 200; count += 1) {
      seen += names()
        .map((name) => readFileSync(name, 'latin1'))
        .join('')
      yield word
    }
  }
  const staged = await store.stage(watched(), 10_000_000)
  await staged.place()
  seen += names()
    .map((name) => readFileSync(name, 'latin1'))
    .join('')
  expect(seen.length).toBeGreaterThan(100_000)
  expect(seen).not.toContain('a word')
})

test('what is too large, or breaks off, leaves nothing', async () => {
  const { store, names } = aStore()
  await expect(store.stage(inPieces(randomBytes(chunk * 2), 9_000), chunk)).rejects.toThrow(FileTooLarge)
  async function* broken() {
    yield randomBytes(chunk * 2)
    throw new Error('the line went dead')
  }
  await expect(store.stage(broken(), chunk * 4)).rejects.toThrow('the line went dead')
  expect(names()).toEqual([])
})

test('a bit changed, a chunk left out, an end cut off, another key: nothing comes out', async () => {
  const { store, names } = aStore()
  const staged = await store.stage(inPieces(randomBytes(chunk * 3), 50_000), chunk * 3)
  await staged.place()
  const [path = ''] = names()
  const whole = readFileSync(path)
  const readAll = async (key = staged.key) => {
    const reader = await store.open(staged.fileId, key)
    try {
      for await (const piece of piecesOf(reader)) expect(piece.length).toBeGreaterThan(0)
    } finally {
      await reader.close()
    }
  }
  await readAll()
  await expect(readAll(randomBytes(32))).rejects.toThrow(SealedFileBroken)
  for (const position of [0, 1, 100_000, whole.length - 1]) {
    const spoiled = Buffer.from(whole)
    spoiled[position] = (spoiled[position] ?? 0) ^ 1
    writeFileSync(path, spoiled)
    await expect(readAll()).rejects.toThrow(SealedFileBroken)
  }
  const sealedChunk = chunk + 16
  const without = Buffer.concat([whole.subarray(0, 1 + sealedChunk), whole.subarray(1 + 2 * sealedChunk)])
  writeFileSync(path, without)
  await expect(readAll()).rejects.toThrow(SealedFileBroken)
  for (const length of [1, 1 + sealedChunk, 1 + 2 * sealedChunk, whole.length - 1]) {
    writeFileSync(path, whole)
    truncateSync(path, length)
    await expect(readAll()).rejects.toThrow(SealedFileBroken)
  }
  writeFileSync(path, Buffer.concat([whole, whole.subarray(1)]))
  await expect(readAll()).rejects.toThrow(SealedFileBroken)
})

test('a staged file is discarded, a placed one is not, and both are listed until they are removed', async () => {
  const { store, names } = aStore()
  const [placed, staged, discarded] = await Promise.all(
    [1, 2, 3].map((each) => store.stage(inPieces(Buffer.alloc(each, 1), 10), 10)),
  )
  await placed?.place()
  await discarded?.discard()
  await placed?.discard()
  const listed: string[] = []
  for await (const shelf of store.list()) listed.push(...shelf.map(({ fileId }) => fileId))
  expect(new Set(listed)).toEqual(new Set([placed?.fileId, staged?.fileId]))
  expect([await store.has(placed?.fileId ?? ''), await store.has(staged?.fileId ?? '')]).toEqual([
    true,
    false,
  ])
  for (const fileId of listed) await store.remove(fileId)
  expect(names()).toEqual([])
})
