import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { tellALife } from './life.ts'
import { aKey, aWorldThatSends, leftOut, type Sender, sendOnce } from './twice.ts'

// Its body holds a first password: nothing of it is kept, so a repeat meets the colleague who is already there.
const keepsNothing = 'POST /api/workers'

/** The same body with one more word in it: another request. */
const changed = (body: unknown) => ({ ...(body as object), another: true })

const repeated = new Set<string>()

/** A route is repeated the first time that it is written to; the story writes to many of them again and again. */
function isNews(route: string): boolean {
  const isNew = !repeated.has(route)
  repeated.add(route)
  return isNew
}

/** Sends a write, repeats it, sends another one with its key, and lets a colleague try the key. */
const repeating: Sender = async (write, route) => {
  const { world, worker, sending } = write
  if (!isNews(route)) return sendOnce(write, worker, sending)
  const keyed = { ...sending, key: aKey() }
  const first = await sendOnce(write, worker, keyed)
  if (first.status >= 300) return first
  const colleague = await world.worker(worker.agencyId, { role: worker.role, level: 1, name: '同事' })
  const before = await world.counts()
  const again = await sendOnce(write, worker, keyed)
  if (route === keepsNothing) expect([route, again.status]).toEqual([route, 409])
  else expect([route, again.status, again.body]).toEqual([route, first.status, first.body])
  const other = await sendOnce({ ...write, path: write.path.replace(/\?|$/u, '?other=1') }, worker, keyed)
  expect([route, other.status >= 400]).toEqual([route, true])
  const strange = await sendOnce({ ...write, body: changed(write.body) }, worker, keyed)
  expect([route, [400, 422].includes(strange.status)]).toEqual([route, true])
  // The key of a colleague is no key of mine: what comes back is an answer to me, never theirs.
  const theirs = await sendOnce(write, colleague, keyed)
  expect([route, theirs.status >= 400]).toEqual([route, true])
  expect([route, await world.counts()]).toEqual([route, before])
  await world.rows('delete from sign_ins where worker_id = $1', [colleague.id])
  await world.rows('update workers set active = false where id = $1', [colleague.id])
  return first
}

test(
  'every write of the router repeated with its key is done once, and its key is nobody else’s',
  { timeout: 300_000 },
  async () => {
    const { world, plain, sent } = await aWorldThatSends(repeating)
    await tellALife(world)
    expect(leftOut(plain, sent)).toEqual([])
    expect(sent.size).toBeGreaterThanOrEqual(44)
  },
)

test('the same key with another readable body is refused, and nothing is written', async () => {
  const { plain } = await aWorldThatSends(repeating)
  const worker = await plain.worker(await plain.agency())
  const key = randomUUID()
  await plain.as(worker).post('/inquiries', { id: randomUUID(), channel: 'phone' }, { key })
  const before = await plain.counts()
  const other = await plain.as(worker).post('/inquiries', { id: randomUUID(), channel: 'online' }, { key })
  expect(other).toMatchObject({ status: 422, body: { code: 'key-used-differently' } })
  expect(await plain.counts()).toEqual(before)
})
