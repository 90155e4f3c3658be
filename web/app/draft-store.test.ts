import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RefusedByServer, type Versioned } from './api.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { draftsIn, type DraftStore } from './draft-store.ts'
import { TypedKeeper } from './typed-keeper.ts'

type Note = { facts: string; judgement: string }
const nothing = (): Note => ({ facts: '', judgement: '' })

/** The storage of a browser as its tabs share it: what lies in it are its own keys. */
function aStorage() {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null
    },
    setItem(this: Record<string, string>, key: string, text: string) {
      this[key] = text
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key]
    },
  }
  return Object.create(methods) as Storage
}

/** Some tabs of one browser; a tab that is asked for again was loaded anew. */
function aBrowser() {
  const storage = aStorage()
  const tab = (name: string): DraftStore =>
    draftsIn(
      () => storage,
      () => name,
    )
  return {
    storage,
    tab,
    form: (name: string) => new TypedKeeper<Note>('me/form/note', nothing, 0, tab(name)),
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('of two tabs with one form, neither writes over what the other holds, nor throws it away when it sends its own', () => {
  const { storage, form } = aBrowser()
  const [one, other] = [form('one'), form('other')]
  one.change({ facts: 'typed in one' })
  other.change({ facts: 'typed in the other' })
  expect(form('one').snapshot().value.facts).toBe('typed in one')
  expect(form('other').snapshot().value.facts).toBe('typed in the other')
  other.forget()
  expect(form('one').snapshot()).toMatchObject({ value: { facts: 'typed in one' }, restored: 'whole' })
  one.forget()
  expect(Object.keys(storage)).toEqual([])
})

test('the tab that came later keeps its text beside what is saved meanwhile, also when it ends before somebody chose', async () => {
  const { storage, tab } = aBrowser()
  const server = { now: { value: nothing(), version: 1 } as Versioned<Note> }
  const sitting = (name: string) =>
    new DraftKeeper<Note>(
      {
        key: 'me/note',
        load: server.now,
        reload: async () => server.now,
        save: async (value, version) => {
          if (version !== server.now.version)
            throw new RefusedByServer(412, { code: 'changed-meanwhile', facts: {}, fields: [] })
          return (server.now = { value, version: version + 1 })
        },
      },
      tab(name),
    )
  const [one, other] = [sitting('one'), sitting('other')]
  one.set({ facts: 'the rent is late', judgement: '' })
  other.set({ facts: 'they will lose the flat', judgement: '' })
  await vi.advanceTimersByTimeAsync(900)
  expect([one.snapshot().state, other.snapshot().state]).toEqual(['saved', 'conflict'])
  other.stop()
  const again = sitting('other')
  expect(again.snapshot()).toMatchObject({
    state: 'conflict',
    value: { facts: 'they will lose the flat' },
    theirs: { value: { facts: 'the rent is late' } },
  })
  again.resolve({ facts: 'the rent is late; they will lose the flat', judgement: '' })
  await vi.advanceTimersByTimeAsync(900)
  expect(server.now.value.facts).toBe('the rent is late; they will lose the flat')
  expect(Object.keys(storage)).toEqual([])
})

test('what a tab that is gone has left is read by the next, the newest first, and none of it is thrown away unread', () => {
  const { storage, form } = aBrowser()
  for (const [name, facts] of [
    ['one', 'left first'],
    ['other', 'left last'],
  ] as const) {
    const before = form(name)
    before.change({ judgement: 'tired' })
    vi.advanceTimersByTime(1_000)
    before.change({ facts })
  }
  const next = form('next')
  expect(next.snapshot()).toMatchObject({
    value: { facts: 'left last', judgement: 'tired' },
    restored: 'whole',
  })
  next.forget()
  expect(form('next').snapshot().value.facts).toBe('left first')
  expect(Object.keys(storage)).toHaveLength(1)
})

test('what is typed on over the text of another tab leaves that tab its own, until what was made of it is sent', () => {
  const { storage, form } = aBrowser()
  form('one').change({ facts: 'came alone' })
  vi.advanceTimersByTime(1_000)
  form('other').change({ judgement: 'tired' })
  expect(form('one').snapshot().value).toEqual({ facts: 'came alone', judgement: '' })
  // Sent from the other tab, loaded anew meanwhile: it held all that was in the first.
  form('other').forget()
  expect(Object.keys(storage)).toEqual([])
  const one = form('one')
  one.change({ facts: 'came alone' })
  const other = form('other')
  other.change({ judgement: 'tired' })
  vi.advanceTimersByTime(1_000)
  one.change({ facts: 'came alone, by bus' })
  other.forget()
  expect(form('one').snapshot().value).toEqual({ facts: 'came alone, by bus', judgement: '' })
})

test('what an earlier version of the program kept, which knew no tabs, is read and then gone', () => {
  const { storage, form } = aBrowser()
  const kept = { mine: { ...nothing(), facts: 'kept before' }, base: nothing(), version: 0, at: '2026-11-01' }
  storage.setItem('alongside.draft.me/form/note', JSON.stringify(kept))
  storage.setItem('alongside.draft.me/form/note/aside', JSON.stringify({ ...kept, mine: { all: [] } }))
  const next = form('next')
  expect(next.snapshot().value.facts).toBe('kept before')
  next.forget()
  expect(Object.keys(storage)).toEqual(['alongside.draft.me/form/note/aside'])
})
