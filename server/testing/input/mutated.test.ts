import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusals } from '#contract/refusals.ts'
import { aWorldThatSends, leftOut, type Sender, sendOnce, type Write } from '../twice/twice.ts'
import { tellALife } from '../twice/life.ts'
import { engineText } from './engine-text.ts'
import { mutationsOf } from './mutations.ts'

/** `INPUT=long` sends fifty times as many; `INPUT_SEED` repeats a run. */
const perRoute = process.env['INPUT'] === 'long' ? 1_000 : 20
const seed = Number(process.env['INPUT_SEED'] ?? 20_261_122)

type Refused = Readonly<{ code?: string; fields?: readonly { path: string; code: string }[] }>

const met = { sent: 0, refused: 0, unnamed: [] as string[], faults: [] as string[] }

/** Sends a good write; then what it might have been, against a version that nobody has: nothing more may be written. */
const spoiling: Sender = async (write, route) => {
  const answer = await sendOnce(write, write.worker, write.sending)
  // A file has no fields to spoil: server/case/attachments spoils files, and what is said of them.
  if (answer.status >= 300 || (seen.get(route) ?? 0) > 0 || Buffer.isBuffer(write.body)) return answer
  seen.set(route, 1)
  const before = await write.world.counts()
  const mutations = fc.sample(mutationsOf(write.body as object), {
    numRuns: perRoute,
    seed: seed + seen.size,
  })
  for (const mutation of mutations) await spoil(write, route, mutation)
  expect([route, await write.world.counts()]).toEqual([route, before])
  return answer
}
const seen = new Map<string, number>()

async function spoil(
  { world, worker, method, path }: Write,
  route: string,
  { payload, root, named, never }: ReturnType<typeof mutated>,
) {
  const reply = await world.app.inject({
    method,
    url: `/api${path}`,
    payload,
    headers: {
      authorization: `Bearer ${worker.token}`,
      'content-type': 'application/json',
      'if-match': '"999999"',
    },
  })
  met.sent += 1
  const what = `${route} ${payload.slice(0, 300)} → ${reply.statusCode} ${reply.body.slice(0, 200)}`
  if (reply.statusCode >= 500 || (never && reply.statusCode !== 400)) met.faults.push(what)
  if (reply.statusCode < 400) return
  met.refused += 1
  const { code = '', fields = [] } = reply.json<Refused>()
  if (engineText.test(reply.body.replace(/"current":.*/u, '')) || !(code in refusals)) met.faults.push(what)
  const invalid = reply.statusCode === 400 && code === 'invalid-input'
  // The edge refuses a nest before anything in it is read: then the body itself is what is wrong.
  const isNamed = fields.some(
    (field) => field.path.split('.')[0] === root || (field.path === '' && field.code === 'too-deep'),
  )
  if (invalid && named && root && !isNamed) met.unnamed.push(what)
}
const mutated = (body: object) =>
  fc.sample(mutationsOf(body), 1)[0] ?? { payload: '', root: null, named: false }

test(
  'no spoiled request is a fault, speaks of the engine, or leaves a trace; what is wrong is named',
  { timeout: 1_800_000 },
  async () => {
    const { world, plain, sent } = await aWorldThatSends(spoiling)
    await tellALife(world)
    process.stdout.write(`input: ${met.sent} spoiled requests, ${met.refused} refused, seed ${seed}\n`)
    expect(leftOut(plain, sent)).toEqual([])
    expect(met.faults.slice(0, 20)).toEqual([])
    expect(met.unnamed.slice(0, 20)).toEqual([])
    expect([met.sent > 2_000, met.refused > met.sent / 3]).toEqual([true, true])
  },
)
