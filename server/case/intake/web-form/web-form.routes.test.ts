import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { testWorld, type World } from '#server/testing/world.ts'
import { askFromOutside, openTheForm } from './web-form.factory.ts'
import { newPuzzle, puzzleFault } from './puzzle.ts'

async function anAgency() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId)
  const colleague = await world.worker(agencyId, { name: '马晓燕' })
  return { world, agencyId, head, worker, colleague }
}

const written = (world: World) => world.rows('select receipt, content_sealed from web_requests')

async function refused(world: World, act: () => Promise<unknown>) {
  const before = await world.counts()
  const answer = await act()
  expect(await world.counts()).toEqual(before)
  return answer
}

test('somebody outside asks; the desk reads it, takes it over in their words, and it is handled once', async () => {
  const { world, agencyId, head, worker, colleague } = await anAgency()
  expect(await world.as(null).get(`/web-forms/${agencyId}`)).toMatchObject({ status: 404 })
  expect(await openTheForm(world, head)).toMatchObject({
    status: 200,
    body: { sheet: { open: true }, version: 1 },
  })
  const { page, body, answer, send } = await askFromOutside(world, agencyId)
  expect(page.body).toMatchObject({ agencyName: '安宁社工站', emergencyNumbers: '110 · 120 · 12338' })
  expect(answer).toMatchObject({ status: 201, body: { receipt: expect.stringMatching(/^[2-9A-Z]{8}$/u) } })
  // The answer was lost and it is sent again: the same receipt, and one line.
  expect((await send()).body).toEqual(answer.body)
  const rows = await written(world)
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('丈夫')

  const queue = await world.as(worker).get('/web-requests')
  expect(queue.body['rows']).toMatchObject([
    { id: body.id, name: '阿梅', reach: body.reach, message: body.message, overdue: false, version: 1 },
  ])
  const inquiryId = randomUUID()
  const take = (who: typeof worker, id: string) =>
    world.as(who).put(`/web-requests/${body.id}/taking`, { inquiryId: id }, { version: 1 })
  const answers = [await take(worker, inquiryId), await refused(world, () => take(colleague, randomUUID()))]
  expect(answers).toMatchObject([
    { status: 200, body: { state: 'taken', inquiryId } },
    { status: 409, body: { code: 'web-form/handled-already', facts: { name: worker.name } } },
  ])
  expect(await world.as(worker).get(`/inquiries/${inquiryId}`)).toMatchObject({
    body: {
      state: 'draft',
      sheet: { channel: 'online', source: 'self', trouble: body.message },
      takenBy: { id: worker.id },
    },
  })
  expect((await world.as(worker).get('/web-requests')).body['rows']).toEqual([])
  expect((await world.as(worker).get('/web-requests?show=handled')).body['rows']).toHaveLength(1)
})

test('what is no request is set aside with its reason; another agency sees nothing of it', async () => {
  const { world, agencyId, head, worker } = await anAgency()
  await openTheForm(world, head)
  const { body } = await askFromOutside(world, agencyId)
  const path = `/web-requests/${body.id}/setting-aside`
  const put = (reason: string) => world.as(worker).put(path, { reason }, { version: 1 })
  expect(await refused(world, () => put(' '))).toMatchObject({ status: 422 })
  const stranger = await world.worker(await world.agency())
  expect((await world.as(stranger).get('/web-requests')).body['rows']).toEqual([])
  expect(
    await refused(world, () => world.as(stranger).put(path, { reason: '广告' }, { version: 1 })),
  ).toMatchObject({ status: 404 })
  expect(await put('广告')).toMatchObject({
    status: 200,
    body: { state: 'set-aside', setAsideReason: '广告' },
  })
  expect(await refused(world, () => put('再一次'))).toMatchObject({ status: 409 })
  expect(
    await refused(world, () =>
      world.as(worker).put(
        '/agency/web-form',
        {
          open: false,
          emergencyNumbers: '110',
          leaveTo: 'https://www.example.com/',
        },
        { version: 1 },
      ),
    ),
  ).toMatchObject({ status: 403 })
})

test('a machine gets a receipt and is forgotten; a page kept too long is asked anew; a shut form is not there', async () => {
  const { world, agencyId, head } = await anAgency()
  await openTheForm(world, head)
  const trapped = await askFromOutside(world, agencyId, { website: 'https://spam.example' })
  const hasty = await askFromOutside(world, agencyId, {}, 500)
  for (const { answer } of [trapped, hasty]) expect(answer.status).toBe(201)
  expect(await written(world)).toEqual([])
  const stale = await askFromOutside(world, agencyId, {}, 3 * 3_600_000)
  const lazy = await askFromOutside(world, agencyId, { answer: 'x' })
  for (const { answer } of [stale, lazy])
    expect(answer).toMatchObject({ status: 409, body: { code: 'web-form/open-it-anew' } })
  await world.rows('update web_forms set open = false')
  expect(await lazy.send()).toMatchObject({ status: 404, body: { code: 'web-form/closed' } })
  expect(await written(world)).toEqual([])
})

test('one address asks a few times an hour, and no more', async () => {
  const { world, agencyId, head } = await anAgency()
  await openTheForm(world, head)
  const { send } = await askFromOutside(world, agencyId)
  const statuses: number[] = []
  for (let turn = 0; turn < 9; turn += 1) statuses.push((await send()).status)
  expect(statuses.filter((status) => status === 201)).toHaveLength(7)
  expect(statuses.at(-1)).toBe(429)
  expect(await written(world)).toHaveLength(1)
})

test('the role of visitors may put one line into an open queue of the agency it came for, and nothing else', async () => {
  const { world, agencyId, head } = await anAgency()
  const other = await world.agency()
  await openTheForm(world, head)
  const client = await world.platform.database.pool.connect()
  const asVisitor = async (text: string, values: unknown[] = []) => {
    await client.query('begin')
    await client.query(
      `select set_config('role', 'alongside_visitor', true), set_config('app.agency', $1, true)`,
      [agencyId],
    )
    try {
      return await client.query(text, values)
    } finally {
      await client.query('rollback')
    }
  }
  const insert = (agency: string) =>
    asVisitor(
      `insert into web_requests (agency_id, id, receipt, received_at, language, content_sealed, due_at)
       values ($1, gen_random_uuid(), 'ABCD2345', now(), 'en', 'x', now())`,
      [agency],
    )
  expect((await insert(agencyId)).rowCount).toBe(1)
  await expect(insert(other)).rejects.toThrow('row-level security')
  const tables = await world.rows<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  for (const { name } of tables)
    await expect(asVisitor(`select 1 from ${name}`)).rejects.toThrow('permission denied')
  await expect(asVisitor(`update web_requests set receipt = 'x'`)).rejects.toThrow('permission denied')
  await expect(asVisitor('delete from web_requests')).rejects.toThrow('permission denied')
  await expect(
    asVisitor(
      `insert into web_requests (agency_id, id, receipt, received_at, language, content_sealed, due_at, state)
       values ($1, gen_random_uuid(), 'x', now(), 'en', 'x', now(), 'taken')`,
      [agencyId],
    ),
  ).rejects.toThrow('permission denied')
  await world.rows('update web_forms set open = false')
  await expect(insert(agencyId)).rejects.toThrow('row-level security')
  client.release()
})

test('a puzzle is ours, of one agency, and of its time', () => {
  const key = Buffer.alloc(32, 1)
  const now = new Date('2026-03-02T02:00:00Z')
  const puzzle = newPuzzle(key, 'a', now, 'n')
  const at = (milliseconds: number) => new Date(now.getTime() + milliseconds)
  expect(puzzleFault(key, { puzzle, answer: '1', agencyId: 'b' }, at(9_000))).toBe('not-ours')
  expect(puzzleFault(Buffer.alloc(32, 2), { puzzle, answer: '1', agencyId: 'a' }, at(9_000))).toBe('not-ours')
  expect(puzzleFault(key, { puzzle: `${puzzle}x`, answer: '1', agencyId: 'a' }, at(9_000))).toBe('not-ours')
  expect(puzzleFault(key, { puzzle, answer: 'no', agencyId: 'a' }, at(9_000))).toBe('not-solved')
  expect(puzzleFault(key, { puzzle, answer: 'no', agencyId: 'a' }, at(9_000_000))).toBe('too-old')
})
