import { expect, test } from 'vitest'
import type { DraftStore } from './draft-store.ts'
import { TypedKeeper } from './typed-keeper.ts'

type Note = { id: string; facts: string; judgement: string }
const nothing = (): Note => ({ id: 'first', facts: '', judgement: '' })

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

const opened = (store: DraftStore, begun = nothing, version = 0) =>
  new TypedKeeper<Note>('me/form/note', begun, version, store)

test('two changes at once both stay, and a repeat after a reload is the same record', () => {
  const store = memoryStore()
  const form = opened(store)
  form.change({ facts: 'came alone' })
  form.change({ judgement: 'tired' })
  const again = opened(store, () => ({ ...nothing(), id: 'second' }))
  expect(again.snapshot()).toEqual({
    value: { id: 'first', facts: 'came alone', judgement: 'tired' },
    version: 0,
    restored: 'whole',
  })
})

test('what the form has no field for is not put back', () => {
  const store = memoryStore()
  opened(store).set({ ...nothing(), facts: 'came alone', password: 'old' } as Note)
  expect(opened(store).snapshot().value).toEqual({ ...nothing(), facts: 'came alone' })
})

test('over a newer record only what was changed here stays, and that is said', () => {
  const store = memoryStore()
  const before = () => ({ ...nothing(), facts: 'came alone', judgement: 'tired' })
  opened(store, before, 1).change({ judgement: 'worried' })
  const newer = () => ({ ...nothing(), facts: 'came with her son', judgement: 'calm' })
  expect(opened(store, newer, 2).snapshot()).toEqual({
    value: { id: 'first', facts: 'came with her son', judgement: 'worried' },
    version: 2,
    restored: 'over-newer',
  })
})

test('an untouched form follows the record; what is being typed is laid over it, and that is said', () => {
  const newer = () => ({ ...nothing(), facts: 'came with her son' })
  const untouched = opened(memoryStore(), nothing, 1)
  untouched.follow(newer, 2)
  expect(untouched.snapshot()).toEqual({ value: newer(), version: 2, restored: false })
  const typing = opened(memoryStore(), nothing, 1)
  typing.change({ judgement: 'tired' })
  typing.follow(newer, 2)
  expect(typing.snapshot()).toEqual({
    value: { ...newer(), judgement: 'tired' },
    version: 2,
    restored: 'over-newer',
  })
})

test('what was sent is forgotten, and what was typed since is not', () => {
  const store = memoryStore()
  const form = opened(store)
  form.change({ facts: 'came alone' })
  const sent = form.snapshot().value
  form.change({ judgement: 'tired' })
  form.forget(sent)
  form.follow(() => sent, 1)
  const { value } = form.snapshot()
  expect(form.snapshot()).toEqual({ value: { ...sent, judgement: 'tired' }, version: 1, restored: false })
  expect(store.read('me/form/note')).toMatchObject({ mine: value, base: sent, version: 1 })
  form.forget()
  expect(store.kept.size).toBe(0)
  form.change({ facts: 'typed again' })
  expect(store.kept.size).toBe(1)
  form.change({ facts: 'came alone', judgement: 'tired' })
  expect(store.kept.size).toBe(1)
  form.beginAnew(nothing, 0)
  form.change({ facts: 'a slip' })
  form.change({ facts: '' })
  expect([store.kept.size, form.snapshot().value]).toEqual([0, nothing()])
})
