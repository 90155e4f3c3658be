import { expect, test } from 'vitest'
import { afterwards, type Chosen, firstTitle } from './sending.ts'

/** Keys in the order of counting. */
function counting() {
  let count = 0
  return () => `key ${(count += 1)}`
}

const file = (name: string) => new File(['x'], name)

const chosenTwo = () =>
  afterwards([], { do: 'choose', files: [file('a.pdf'), file('b.png')], newKey: counting() })
const stateOf = (chosen: readonly Chosen[]) =>
  chosen.map(({ key, title, state }) => `${key} ${title} ${state}`)

test('files are chosen, named, and stay in their order', () => {
  const named = afterwards(chosenTwo(), { do: 'name', key: 'key 3', title: '照片' })
  expect(stateOf(named)).toEqual(['key 1 a waiting', 'key 3 照片 waiting'])
  const more = afterwards(named, { do: 'choose', files: [file('c.txt')], newKey: () => 'key 9' })
  expect(stateOf(more)).toEqual(['key 1 a waiting', 'key 3 照片 waiting', 'key 9 c waiting'])
})

test('what is refused keeps its title and says why; sent again it is another request', () => {
  const begun = afterwards(chosenTwo(), { do: 'begin', key: 'key 1' })
  const half = afterwards(begun, { do: 'progress', key: 'key 1', sent: 5 })
  expect([half[0]?.state, half[0]?.sent]).toEqual(['sending', 5])
  const failed = afterwards(half, { do: 'fail', key: 'key 1', error: 'why', newKey: () => 'another' })
  expect(failed[0]).toMatchObject({
    key: 'key 1',
    title: 'a',
    state: 'failed',
    error: 'why',
    idempotencyKey: 'another',
  })
  expect(afterwards(failed, { do: 'begin', key: 'key 1' })[0]).toMatchObject({
    state: 'sending',
    error: null,
    sent: 0,
  })
})

test('what is stopped waits again, with the same key, and what is put aside is gone', () => {
  const [before] = chosenTwo()
  const stopped = afterwards(afterwards(chosenTwo(), { do: 'begin', key: 'key 1' }), {
    do: 'stop',
    key: 'key 1',
  })
  expect(stopped[0]).toMatchObject({ state: 'waiting', idempotencyKey: before?.idempotencyKey })
  expect(stateOf(afterwards(stopped, { do: 'drop', key: 'key 1' }))).toEqual(['key 3 b waiting'])
})

test('a file is called by its name without the ending, and never by more than a title may have', () => {
  expect(
    ['诊断书.pdf', 'a.b.c', '.gitignore', 'x', 'no ending at all.this is no ending'].map(firstTitle),
  ).toEqual(['诊断书', 'a.b', '.gitignore', 'x', 'no ending at all.this is no ending'])
  expect(Array.from(firstTitle('😀'.repeat(300)))).toHaveLength(200)
})
