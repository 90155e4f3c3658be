import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeKeyOnce, newStretching, readKey } from './key.ts'
import { readHead, sealingStream, unsealed } from './sealing.ts'

// Thousands of files are opened here, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
let path: string
const key = { text: 'a key of more than twenty letters' }
/** Little work, for these files keep nothing. */
const stretching = newStretching(4)
const facts = {
  kind: 'wal' as const,
  product: '0.1.0',
  installation: '7',
  lineage: 'abc',
  name: 'one',
  at: '2026-11-22T10:00:00.000Z',
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-sealing-'))
  path = join(folder, 'sealed')
})

afterEach(() => rmSync(folder, { recursive: true }))

async function seal(content: Buffer): Promise<Buffer> {
  const stream = await sealingStream(facts, key, stretching)
  const sealed = buffer(stream)
  Readable.from([content], { objectMode: false }).pipe(stream)
  writeFileSync(path, await sealed)
  return readFileSync(path)
}

const opened = async (with_ = key): Promise<Buffer> => buffer(Readable.from(unsealed(path, with_)))
const opens = async (): Promise<boolean> =>
  opened().then(
    () => true,
    () => false,
  )

test('what was sealed comes out again, whether little, nothing, or several chunks with or without a rest', async () => {
  for (const size of [0, 1, 262_143, 262_144, 262_145, 524_288, 900_001]) {
    const content = Buffer.alloc(size, 'Лю刘 ')
    const sealed = await seal(content)
    expect({ size, same: (await opened()).equals(content) }).toEqual({ size, same: true })
    expect(sealed.includes('Лю刘 Лю刘 ')).toBe(false)
  }
  expect(await readHead(path)).toMatchObject(facts)
})

test('no single bit can be another, in the head or in the content', async () => {
  const sealed = await seal(Buffer.from('What she said in confidence.'))
  const opening: number[] = []
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const flipped = Buffer.from(sealed)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    writeFileSync(path, flipped)
    if (await opens()) opening.push(bit)
  }
  expect(opening).toEqual([])
})

test('a file that was cut off, lengthened, or whose chunks were exchanged does not open', async () => {
  const sealed = await seal(Buffer.alloc(3 * 262_144, 7))
  const start = sealed.indexOf('\n', 20) + 1
  const chunk = (index: number): Buffer =>
    sealed.subarray(start + index * 262_160, start + (index + 1) * 262_160)
  const head = sealed.subarray(0, start)
  const wrong = {
    'without its last byte': sealed.subarray(0, -1),
    'without its last chunk': sealed.subarray(0, start + 2 * 262_160),
    'its head alone': head,
    'half a head': sealed.subarray(0, 40),
    empty: Buffer.alloc(0),
    'with a byte more': Buffer.concat([sealed, Buffer.alloc(1)]),
    'with the first chunk twice': Buffer.concat([head, chunk(0), chunk(0), chunk(1), chunk(2)]),
    'with two chunks exchanged': Buffer.concat([head, chunk(1), chunk(0), chunk(2)]),
  }
  const answers: Record<string, string> = {}
  for (const [what, bytes] of Object.entries(wrong)) {
    writeFileSync(path, bytes)
    answers[what] = await opened().then(
      () => 'opened',
      (problem: Error) => problem.message,
    )
  }
  const refused = 'sealed is damaged or was cut off: use another backup.'
  expect(answers).toEqual(Object.fromEntries(Object.keys(wrong).map((what) => [what, refused])))
})

test('another key is told from damage, and a key that could be guessed is refused', async () => {
  await seal(Buffer.from('content'))
  await expect(opened({ text: 'another key of more than twenty letters' })).rejects.toThrow(
    'sealed with another key',
  )
  writeFileSync(join(folder, 'short'), 'sesame')
  expect(() => readKey(join(folder, 'short'))).toThrow('shorter than 20 characters')
  expect(() => readKey(join(folder, 'none'))).toThrow('There is no backup key')
})

test('a key is made once, and never twice the same', () => {
  const [one, other] = ['one', 'other'].map((name) => makeKeyOnce(join(folder, name)))
  expect(one?.key.text).toMatch(/^([A-Z2-9]{4}-){12}[A-Z2-9]{4}$/u)
  expect(one?.key.text).not.toBe(other?.key.text)
  expect(makeKeyOnce(join(folder, 'one'))).toEqual({ key: one?.key, made: false })
})
