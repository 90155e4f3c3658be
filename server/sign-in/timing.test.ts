import { expect, test } from 'vitest'
import { anAccount, email } from './sign-in.factory.ts'

/** `TIMING=long` measures what the ordinary run only counts (`sign-in.test.ts`): it takes minutes, and a machine to itself. */
const long = process.env['TIMING'] === 'long'
const each = 400
/** Beyond this, chance explains a difference once in a thousand times. */
const noticeable = 3.3

/** How far two samples of times lie apart, in standard deviations of what chance would do (Mann–Whitney). */
function apart(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((time) => ({ time, is: 1 })), ...other.map((time) => ({ time, is: 0 }))].toSorted(
    (left, right) => left.time - right.time,
  )
  const ranks = all.reduce((sum, { is }, place) => sum + is * (place + 1), 0)
  const [n, m] = [one.length, other.length]
  const expected = (n * (n + m + 1)) / 2
  return (ranks - expected) / Math.sqrt((n * m * (n + m + 1)) / 12)
}

test('two samples of one clock are not apart, and a tenth more is', () => {
  const sample = (slower: number) =>
    Array.from({ length: each }, (_, at) => (60 + ((at * 37) % 101) / 10 + at / 1e6) * slower)
  expect(Math.abs(apart(sample(1), sample(1.000_000_01)))).toBeLessThan(1)
  expect(apart(sample(1.1), sample(1))).toBeGreaterThan(noticeable)
})

test.skipIf(!long)(
  'nobody can tell by the time of a refusal whether there is an account',
  { timeout: 1_800_000 },
  async () => {
    // A minute passes between two refusals, so that no limit on many of them is met.
    let minutes = 0
    const { world } = await anAccount({}, { now: () => new Date(Date.now() + minutes * 60_000) })
    await world.as(null).post('/sign-ins', { email, password: 'a first one, for the server is cold' })
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
    for (let turn = 0; turn < 2 * each; turn += 1) {
      // Pairs, either of them first: what else the machine does meets both.
      const isKnown = turn % 4 === 0 || turn % 4 === 3
      minutes += 1
      await world.rows('delete from guesses')
      const begun = performance.now()
      const { statusCode } = await world.app.inject({
        method: 'POST',
        url: '/api/sign-ins',
        payload: { email: isKnown ? email : 'li.mo@example.org', password: 'not this one, not this one' },
        remoteAddress: `10.1.${turn % 250}.${1 + (turn % 7)}`,
      })
      times[isKnown ? 'known' : 'unknown'].push(performance.now() - begun)
      expect(statusCode).toBe(401)
    }
    const z = apart(times.known, times.unknown)
    const median = (all: readonly number[]) => all.toSorted((one, other) => one - other)[each / 2] ?? 0
    process.stdout.write(
      `sign-in: ${each} refusals each, ${median(times.known).toFixed(1)} ms with an account and ${median(times.unknown).toFixed(1)} ms without, z ${z.toFixed(2)}\n`,
    )
    expect(Math.abs(z)).toBeLessThan(noticeable)
  },
)
