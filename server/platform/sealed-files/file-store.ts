import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openSealedFile, sealedPieces, type SealedReader } from './sealed-file.ts'

const keyBytes = 32
const stagingName = 'staging'
const idForm = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

/** More came than was allowed; what came is gone. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge'
}

/** Content that was read and sealed, and has no place yet. */
export type StagedFile = Readonly<{
  /** Under which it will lie; made here, so nobody outside names a path. */
  fileId: string
  /** What opens it; nobody else has it. */
  key: Buffer
  size: number
  /** SHA-256 of the open content, in hex. */
  sha256: string
  open: () => Promise<SealedReader>
  /** Gives it its place and brings that to the disk. Doing it twice is doing it once. */
  place: () => Promise<void>
  /** Removes it, unless it has its place. */
  discard: () => Promise<void>
}>

/** A file that lies in the store. */
export type StoredFile = Readonly<{ fileId: string; changedAt: Date }>

/**
 * A folder of sealed files under random ids. A file is written beside its place, brought to the disk, and only then
 * named; so whatever has a name is whole, and a row that is committed after it finds it.
 */
export type FileStore = Readonly<{
  folder: string
  /** Reads and seals a stream. @throws FileTooLarge after `most` bytes, and leaves nothing */
  stage: (content: AsyncIterable<Uint8Array>, most: number) => Promise<StagedFile>
  /** Opens a file. @throws SealedFileBroken, or ENOENT when it is not there */
  open: (fileId: string, key: Buffer) => Promise<SealedReader>
  has: (fileId: string) => Promise<boolean>
  /** Every file of the store, folder by folder; what was never given its place too. */
  list: () => AsyncGenerator<readonly StoredFile[], void>
  /** Removes a file, whether it has its place or not. */
  remove: (fileId: string) => Promise<void>
}>

/** A store in this folder, which is made when the first file comes. */
export function fileStore(folder: string): FileStore {
  const staging = join(folder, stagingName)
  const placeOf = (fileId: string) => join(folder, fileId.slice(0, 2), fileId)
  return {
    folder,
    stage: (content, most) => stage({ staging, placeOf, content, most }),
    open: (fileId, key) => openSealedFile(placeOf(fileId), key),
    has: async (fileId) => (await statOf(placeOf(fileId))) !== null,
    list: () => listed(folder),
    remove: async (fileId) => {
      for (const path of [placeOf(fileId), join(staging, fileId)]) await rm(path, { force: true })
    },
  }
}

type Staging = Readonly<{
  staging: string
  placeOf: (fileId: string) => string
  content: AsyncIterable<Uint8Array>
  most: number
}>

async function stage({ staging, placeOf, content, most }: Staging): Promise<StagedFile> {
  const fileId = randomUUID()
  const key = randomBytes(keyBytes)
  const path = join(staging, fileId)
  const place = placeOf(fileId)
  const hash = createHash('sha256')
  let size = 0
  await mkdir(staging, { recursive: true, mode: 0o700 })
  async function* counted() {
    for await (const piece of content) {
      size += piece.length
      if (size > most) throw new FileTooLarge(`More than ${most} bytes came.`)
      hash.update(piece)
      yield piece
    }
  }
  try {
    await write(path, sealedPieces(key, counted()))
  } catch (problem) {
    await rm(path, { force: true })
    throw problem
  }
  return {
    fileId,
    key,
    size,
    sha256: hash.digest('hex'),
    open: async () => openSealedFile((await statOf(path)) ? path : place, key),
    place: () => moveTo(path, place),
    discard: () => rm(path, { force: true }),
  }
}

async function write(path: string, pieces: AsyncIterable<Buffer>) {
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of pieces) await file.writeFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function moveTo(path: string, place: string) {
  if (await statOf(place)) return
  const shelf = dirname(place)
  if (await mkdir(shelf, { recursive: true, mode: 0o700 })) await flush(dirname(shelf))
  await rename(path, place)
  await flush(shelf)
}

/** Brings a folder's list of names to the disk. */
async function flush(folder: string) {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function* listed(folder: string): AsyncGenerator<readonly StoredFile[], void> {
  const shelves = (await namesIn(folder)).filter((name) => name === stagingName || /^[\da-f]{2}$/u.test(name))
  for (const shelf of shelves) {
    const ids = (await namesIn(join(folder, shelf))).filter((name) => idForm.test(name))
    const found = await Promise.all(
      ids.map(async (fileId) => ({ fileId, stats: await statOf(join(folder, shelf, fileId)) })),
    )
    yield found.flatMap(({ fileId, stats }) => (stats ? [{ fileId, changedAt: stats.mtime }] : []))
  }
}

const namesIn = (folder: string) =>
  readdir(folder)
    .catch(unlessGone)
    .then((names) => names ?? [])
const statOf = (path: string) => stat(path).catch(unlessGone)

function unlessGone(problem: unknown): null {
  if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null
  throw problem
}
