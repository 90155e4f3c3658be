import { expect, test } from 'vitest'
import { tellALife } from './life.ts'
import { aKey, aWorldThatSends, leftOut, type Sender, sendOnce } from './twice.ts'

// Saying that one saw a notice changes nothing the second time: both may win.
const bothMayWin = ['PUT /api/notices/:noticeId/sight']

const tally = { races: 0, stale: 0, taken: 0 }

/** Sends a write twice at the same moment with the same version: exactly one wins, and the other is told why not. */
const racing: Sender = async (write, route) => {
  const answers = await Promise.all([0, 1].map(() => sendOnce(write, write.worker, write.sending)))
  const [winner, loser] = answers.toSorted((one, other) => one.status - other.status)
  if (!winner || !loser) throw new Error('A race needs two')
  tally.races += 1
  if (loser.status === 412) tally.stale += 1
  if (loser.status === 409) tally.taken += 1
  const wins = answers.filter(({ status }) => status < 300).length
  expect([route, wins]).toEqual([route, bothMayWin.includes(route) ? 2 : 1])
  if (wins === 1) expect([route, [403, 409, 412, 422].includes(loser.status)]).toEqual([route, true])
  return winner
}

test(
  'of two who write the same version at the same moment exactly one wins, on every route',
  { timeout: 300_000 },
  async () => {
    const { world, plain, sent } = await aWorldThatSends(racing)
    await tellALife(world)
    expect(leftOut(plain, sent)).toEqual([])
    // A run in which nobody ever came too late has proved nothing.
    expect([tally.races > 90, tally.stale > 10, tally.taken > 10]).toEqual([true, true, true])
  },
)

/** Sends a write twice at the same moment with one key: it is done once and answered twice. */
const meeting: Sender = async (write, route) => {
  const keyed = { ...write.sending, key: aKey() }
  const answers = await Promise.all([0, 1].map(() => sendOnce(write, write.worker, keyed)))
  const [first, second] = answers
  if (!first || !second) throw new Error('A meeting needs two')
  if (route === 'POST /api/workers') return first.status < 300 ? first : second
  expect([route, second.status, second.body]).toEqual([route, first.status, first.body])
  return first
}

test(
  'a write that arrives twice at the same moment with one key is done once and answered alike',
  { timeout: 300_000 },
  async () => {
    const { world, plain, sent } = await aWorldThatSends(meeting)
    await tellALife(world)
    expect(leftOut(plain, sent)).toEqual([])
  },
)
