import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RefusedByServer, ServerUnreachable, type Versioned } from './api.ts'
import { DraftKeeper, KeptInPart } from './draft-keeper.ts'
import type { DraftStore } from './draft-store.ts'

type Note = { facts: string; judgement: string }
const first: Versioned<Note> = { value: { facts: '', judgement: '' }, version: 1 }

/** A store in memory that behaves as the browser's: what comes out is a copy. */
function memoryStore(): DraftStore & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    read: (key) => JSON.parse(kept.get(key) ?? 'null'),
    write: (key, value) => void kept.set(key, JSON.stringify(value)),
    drop: (key) => void kept.delete(key),
  }
}

/** A server that keeps one note and refuses stale writes; `away` makes it unreachable, `deaf` loses its answers. */
function noteServer(start: Versioned<Note>) {
  const server = { now: start, away: false, deaf: false, writes: 0 }
  const save = async (value: Note, version: number) => {
    if (server.away) throw new ServerUnreachable('away')
    if (version !== server.now.version) throw stale()
    server.now = { value, version: version + 1 }
    server.writes++
    if (server.deaf) throw new ServerUnreachable('answer lost')
    return server.now
  }
  return Object.assign(server, { save, reload: async () => server.now })
}

const stale = () => new RefusedByServer(412, { code: 'changed-meanwhile', facts: {}, fields: [] })

function sitting(server: ReturnType<typeof noteServer>, store: DraftStore) {
  return new DraftKeeper<Note>(
    { key: 'note', load: server.now, save: server.save, reload: server.reload },
    store,
  )
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is typed is kept here at once and on the server after a pause', async () => {
  const [server, store] = [noteServer(first), memoryStore()]
  const keeper = sitting(server, store)
  keeper.set({ facts: 'came alone', judgement: '' })
  expect(keeper.snapshot().state).toBe('unsaved')
  expect(store.kept.size).toBe(1)
  await vi.advanceTimersByTimeAsync(900)
  expect(keeper.snapshot()).toMatchObject({ state: 'saved', version: 2 })
  expect(server.now.value.facts).toBe('came alone')
  expect(store.kept.size).toBe(0)
})

test('many keystrokes make one write', async () => {
  const server = noteServer(first)
  const keeper = sitting(server, memoryStore())
  for (const facts of ['c', 'ca', 'cam', 'came']) keeper.set({ facts, judgement: '' })
  await vi.advanceTimersByTimeAsync(900)
  expect(server.writes).toBe(1)
})

test('without a server the text waits here and is sent when the server is back', async () => {
  const [server, store] = [noteServer(first), memoryStore()]
  server.away = true
  const keeper = sitting(server, store)
  keeper.set({ facts: 'on the road', judgement: '' })
  await vi.advanceTimersByTimeAsync(900)
  expect(keeper.snapshot().state).toBe('offline')
  expect(store.kept.size).toBe(1)
  server.away = false
  await vi.advanceTimersByTimeAsync(2100)
  expect(keeper.snapshot().state).toBe('saved')
  expect(server.now.value.facts).toBe('on the road')
})

test('a save whose answer was lost is not done twice and is no conflict', async () => {
  const server = noteServer(first)
  const keeper = sitting(server, memoryStore())
  server.deaf = true
  keeper.set({ facts: 'once', judgement: '' })
  await vi.advanceTimersByTimeAsync(900)
  server.deaf = false
  await vi.advanceTimersByTimeAsync(2100)
  expect(keeper.snapshot()).toMatchObject({ state: 'saved', version: 2 })
  expect(server.writes).toBe(1)
})

test('two people at once: mine is kept, theirs is kept, nothing is written until a person chose', async () => {
  const server = noteServer(first)
  const keeper = sitting(server, memoryStore())
  server.now = { value: { facts: '', judgement: 'theirs' }, version: 2 }
  keeper.set({ facts: 'mine', judgement: '' })
  await vi.advanceTimersByTimeAsync(900)
  expect(keeper.snapshot()).toMatchObject({
    state: 'conflict',
    value: { facts: 'mine' },
    theirs: { version: 2 },
  })
  expect(server.writes).toBe(0)
  keeper.resolve({ facts: 'mine', judgement: 'theirs' })
  await vi.advanceTimersByTimeAsync(10)
  expect(server.now).toEqual({ value: { facts: 'mine', judgement: 'theirs' }, version: 3 })
})

test('typing on during a conflict stays and is kept', async () => {
  const [server, store] = [noteServer(first), memoryStore()]
  const keeper = sitting(server, store)
  server.now = { value: { facts: 'theirs', judgement: '' }, version: 2 }
  keeper.set({ facts: 'mine', judgement: '' })
  await vi.advanceTimersByTimeAsync(900)
  keeper.set({ facts: 'mine, longer', judgement: '' })
  await vi.advanceTimersByTimeAsync(5000)
  expect(keeper.snapshot()).toMatchObject({ state: 'conflict', value: { facts: 'mine, longer' } })
  expect(store.kept.get('note')).toContain('mine, longer')
})

test('text from a broken-off sitting is put back and saved', async () => {
  const [server, store] = [noteServer(first), memoryStore()]
  const before = sitting(server, store)
  before.set({ facts: 'typed before the power failed', judgement: '' })
  before.stop()
  const after = sitting(server, store)
  expect(after.snapshot()).toMatchObject({ restored: true, state: 'unsaved' })
  after.start()
  await vi.advanceTimersByTimeAsync(900)
  expect(server.now.value.facts).toBe('typed before the power failed')
})

test('a refused save keeps the text, says why, and tries again only after a change', async () => {
  const [server, store] = [noteServer(first), memoryStore()]
  const fields = [{ path: 'facts', code: 'too-long' }]
  const save = vi.fn(async () =>
    Promise.reject(new RefusedByServer(400, { code: 'invalid-input', facts: {}, fields })),
  )
  const keeper = new DraftKeeper<Note>({ key: 'note', load: first, save, reload: server.reload }, store)
  keeper.set({ facts: 'too long', judgement: '' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(save).toHaveBeenCalledTimes(1)
  expect(keeper.snapshot()).toMatchObject({ state: 'unsaved', refusal: { fields } })
  expect(store.kept.size).toBe(1)
})

test('what is kept in part: the rest stays typed here, said no to, and comes back from the version that is now there', async () => {
  const [server, store] = [noteServer(first), memoryStore()]
  const refusal = new RefusedByServer(422, { code: 'intake/notice-first', facts: {}, fields: [] })
  const task = {
    key: 'note',
    load: server.now,
    save: async (value: Note, version: number) => {
      throw new KeptInPart(refusal, await server.save({ ...value, judgement: '' }, version))
    },
    reload: server.reload,
  }
  const keeper = new DraftKeeper<Note>(task, store)
  const typed = { facts: 'came alone', judgement: 'afraid of her father' }
  keeper.set(typed)
  await vi.advanceTimersByTimeAsync(900)
  expect(server.now).toEqual({ value: { facts: 'came alone', judgement: '' }, version: 2 })
  expect(keeper.snapshot()).toMatchObject({ state: 'unsaved', value: typed, version: 2, refusal })
  const again = sitting(server, store)
  expect(again.snapshot()).toMatchObject({ state: 'unsaved', value: typed, restored: true, theirs: null })
})
