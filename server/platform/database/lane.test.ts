import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { testWorld } from '#server/testing/world.ts'

const whoAnswers = { text: 'select pg_backend_pid()::text, current_user::text', values: [] }
const takesRole = { text: `select set_config('role', $1, true)`, values: ['alongside_worker'] }

async function flights() {
  const { platform } = await testWorld()
  const { shareFlight, sendFlights, pool } = platform.database
  return { shareFlight, sendFlights, pool, ask: () => shareFlight('one', [whoAnswers]) }
}

test('short flights that come at once share one connection, and each keeps its own role and values', async () => {
  const { shareFlight, pool } = await flights()
  const asWorker = () => shareFlight('worker', [takesRole, whoAnswers])
  const asNobody = (text: string) =>
    shareFlight('nobody', [whoAnswers, { text: 'select $1::text', values: [text] }])
  const answers = await Promise.all([asWorker(), asNobody('甲'), asWorker(), asNobody('Ё')])
  const roles = answers.map((answer) => answer.flat().find((row) => row.length === 2)?.[1])
  expect(roles).toEqual(['alongside_worker', 'alongside_app', 'alongside_worker', 'alongside_app'])
  expect(answers.map((answer) => answer[1]?.[0]?.at(-1))).toEqual([
    'alongside_worker',
    '甲',
    'alongside_worker',
    'Ё',
  ])
  const backends = answers.map((answer) => answer.flat().find((row) => row.length === 2)?.[0])
  expect(new Set(backends).size).toBe(1)
  expect(pool.totalCount - pool.idleCount).toBe(0)
})

test('one that fails undoes and tells only its own', async () => {
  const { shareFlight, ask } = await flights()
  const failing = shareFlight('one', [takesRole, { text: 'select 1 / $1::int', values: ['0'] }])
  const [before, failed, after] = await Promise.allSettled([ask(), failing, ask()])
  expect(failed).toMatchObject({ status: 'rejected', reason: { code: '22012' } })
  expect([before, after]).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }])
  const [[[, user] = []] = []] = await ask()
  expect(user).toBe('alongside_app')
})

test('whoever comes while one is held up takes another connection, and does not wait for it', async () => {
  const { shareFlight, ask } = await flights()
  await ask()
  let isHeldUp = true
  const slow = shareFlight('one', [{ text: 'select pg_sleep(1)::text', values: [] }]).finally(() => {
    isHeldUp = false
  })
  await setTimeout(60)
  const answers = await Promise.all([ask(), ask()])
  expect(isHeldUp).toBe(true)
  expect(new Set(answers.map((answer) => answer[0]?.[0]?.[0])).size).toBe(1)
  await slow
})

test('where its connection dies, those on it are told, and the next gets a new one', async () => {
  const { shareFlight, sendFlights, ask } = await flights()
  const [[[pid = ''] = []] = []] = await ask()
  const dying = Promise.allSettled([
    shareFlight('one', [{ text: 'select pg_sleep(10)::text', values: [] }]),
    ask(),
  ])
  await setTimeout(5)
  await sendFlights('one', [{ text: 'select pg_terminate_backend($1::int)::text', values: [pid] }])
  expect((await dying).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const [[[next] = []] = []] = await ask()
  expect(next).not.toBe(pid)
})
