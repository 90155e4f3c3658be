import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { aScale } from '../scales.factory.ts'
import { anInstrument } from './loaded.factory.ts'

test('a licensed instrument is loaded as data by who may, in versions that stay, and scored as it says', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  const head = await world.worker(agencyId, { role: 'agency-head', level: 1 })
  const worker = await world.worker(agencyId)
  const elsewhere = await world.worker(await world.agency())
  const load = (body: object, who = head) => world.as(who).post('/instruments', body)
  const before = await world.counts()
  expect((await load(anInstrument(), worker)).status).toBe(403)
  expect((await load({ ...anInstrument(), items: [] })).status).toBe(400)
  expect((await load(anInstrument({ id: 'phq-9' }))).body).toMatchObject({ code: 'instruments/comes-along' })
  expect(await world.counts()).toEqual(before)
  expect(await load(anInstrument())).toMatchObject({ status: 201, body: { loaded: ['our-licensed'] } })
  expect((await load(anInstrument())).body).toMatchObject({ code: 'instruments/version-there' })

  const { caseId, clientId } = await anOpenCase(world, worker)
  const scale = (instrumentVersion: number) =>
    aScale(0, { instrument: 'our-licensed', instrumentVersion, language: 'en', answeredOn: '2026-02-20' })
  const post = (version: number) =>
    world.as(worker).post(`/cases/${caseId}/scales`, { ...scale(version), answers: { one: 3, two: 0 } })
  await world.rows(`update people set birth_date = '2010-01-01' where id = $1`, [clientId])
  expect((await post(1)).body).toMatchObject({
    fields: [{ path: 'answeredOn', code: 'scales/not-at-this-age' }],
  })
  await world.rows(`update people set birth_date = '1950-01-01' where id = $1`, [clientId])
  expect(await post(1)).toMatchObject({
    status: 201,
    body: { scores: [{ id: 'total', value: 6 }], enteredLater: true },
  })
  await load(anInstrument({ version: 2 }))
  expect((await post(2)).status).toBe(201)
  expect((await world.as(elsewhere).get('/instruments')).body).toMatchObject({ loaded: [] })
  await expect(world.rows('update loaded_instruments set instrument_version = 9')).rejects.toThrow(
    /never changes/u,
  )
})
