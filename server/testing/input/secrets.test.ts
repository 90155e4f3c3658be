import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secretWrites } from '../twice/twice.ts'
import { type TestWorker, testWorld, type World } from '../world.ts'
import { engineText } from './engine-text.ts'
import { mutationsOf } from './mutations.ts'

/** `INPUT_SEED` repeats a run. The door and the guesses are counted, so few are sent to each. */
const perRoute = 9
const seed = Number(process.env['INPUT_SEED'] ?? 20_261_122)
const pending = 'x'.repeat(43)
const code = '123456'
const password = '慢慢走,比较快,雨天也要出门去家访'

/** What each of them is sent when nothing is wrong with it but the secret in it. */
const bodies: Readonly<Record<string, object>> = {
  'POST /api/sign-ins/second-step': { pending, code, as: 'program' },
  'POST /api/sign-ins/own-password': { pending, password, as: 'program' },
  'POST /api/sign-ins/enrolment': { pending },
  'POST /api/sign-ins/enrolment-code': { pending, code, as: 'program' },
  'POST /api/resets': { token: pending, password },
  'POST /api/me/proofs': { password },
  'PUT /api/me/password': { current: password, password: `${password}吗` },
  'POST /api/me/second-factor-enrolments': {},
  'PUT /api/me/second-factor': { code },
  'POST /api/me/recovery-codes': {},
  'POST /api/workers/:workerId/resets': { withFactor: false },
}

/** An administrator who proved anew who they are, and a colleague of theirs. */
async function anAdministrator(world: World) {
  const agencyId = await world.agency()
  const administrator = await world.worker(agencyId, { role: 'agency-administrator', level: 2 })
  await world.rows(`update sign_ins set fresh_until = now() + interval '1 hour'`)
  return { administrator, colleague: await world.worker(agencyId) }
}

const send = async (world: World, { token }: TestWorker, route: string, payload: string) => {
  const [method = '', url = ''] = route.split(' ')
  const reply = await world.app.inject({
    method: method as 'POST',
    url,
    payload,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  })
  return { status: reply.statusCode, text: reply.body }
}

test(
  'nothing that is sent where a secret is expected is a fault, speaks of the engine, or opens anything',
  { timeout: 120_000 },
  async () => {
    expect(Object.keys(bodies)).toEqual(secretWrites)
    const world = await testWorld()
    const { administrator, colleague } = await anAdministrator(world)
    const faults: string[] = []
    let refused = 0
    for (const [route, body] of Object.entries(bodies)) {
      const before = await world.rows('select id, token_hash from sign_ins order by id')
      for (const { payload, never } of fc.sample(mutationsOf(body), { numRuns: perRoute, seed })) {
        const path = route.replace(':workerId', colleague.id)
        const { status, text } = await send(world, administrator, path, payload)
        if (status >= 400) refused += 1
        if (status >= 500 || (never && status !== 400) || engineText.test(text))
          faults.push(`${route} ${payload.slice(0, 300)} → ${status} ${text.slice(0, 200)}`)
      }
      expect([route, await world.rows('select id, token_hash from sign_ins order by id')]).toEqual([
        route,
        before,
      ])
    }
    expect(faults).toEqual([])
    expect(refused).toBeGreaterThan((secretWrites.length * perRoute) / 2)
  },
)
