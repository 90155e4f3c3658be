import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anAttachment } from '#server/case/attachments/attachments.factory.ts'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { aPersonSheet, aRecordedPerson } from '#server/people/people.factory.ts'
import { testWorld } from '#server/testing/world.ts'
import { installationKeys, keyFilePath, makeKeyFile, rotateKeys } from './index.ts'

let folder: string
let keyFile: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-rotation-'))
  keyFile = keyFilePath(folder)
  makeKeyFile(keyFile)
})

afterEach(() => rmSync(folder, { recursive: true }))

async function aWorldOnFile() {
  const world = await testWorld({}, { keys: installationKeys(keyFile) })
  const worker = await world.worker(await world.agency())
  const rotate = async () => {
    const client = new pg.Client({ connectionString: world.ownerUrl })
    await client.connect()
    try {
      return await rotateKeys({ client, keyFile, say: () => {}, settleMilliseconds: 200 })
    } finally {
      await client.end()
    }
  }
  return { world, worker, api: world.as(worker), rotate }
}

test('after a rotation every key is wrapped anew, nothing sealed has changed, and everything opens', async () => {
  const { world, worker, api, rotate } = await aWorldOnFile()
  const id = await aRecordedPerson(world, worker, { idNumber: '11010519491231002X' })
  const sealed = () => world.rows('select phone_sealed, id_number_sealed, id_number_mark from people')
  const [before, formerKey] = [await sealed(), installationKeys(keyFile).current().id]
  expect(await rotate()).toBe(1)
  expect(await sealed()).toEqual(before)
  expect(await world.rows('select distinct key_version from person_keys')).toEqual([{ key_version: 2 }])
  const wrappedWith = await world.rows('select distinct installation_key from agency_keys')
  expect(wrappedWith).toEqual([{ installation_key: installationKeys(keyFile).current().id }])
  expect(wrappedWith).not.toEqual([{ installation_key: formerKey }])
  // This server still holds the former keys: it notices, reads the new ones and answers.
  expect((await api.get(`/people/${id}`)).body['sheet']).toMatchObject({ phone: '138 1234 5678' })
  expect((await api.get(`/people/${id}/id-number`)).body).toEqual({ idNumber: '11010519491231002X' })
  expect((await api.post('/searches', { text: '5678' })).body['rows']).toMatchObject([{ id }])
})

test('under work nothing is lost: what is written before, during and after a rotation opens', async () => {
  const { world, worker, api, rotate } = await aWorldOnFile()
  const people: { id: string; phone: string }[] = []
  const rotating = { now: true }
  const record = async (number: number) => {
    const phone = `138 0000 ${String(number).padStart(4, '0')}`
    const id = await aRecordedPerson(world, worker, { name: `甲${number}`, phone })
    people.push({ id, phone })
  }
  const writing = (async () => {
    for (let number = 0; rotating.now; number += 1) await record(number)
    await record(9_999)
  })()
  await expect.poll(() => people.length, { timeout: 20_000 }).toBeGreaterThan(2)
  await rotate()
  await rotate()
  rotating.now = false
  await writing
  for (const { id, phone } of people) {
    expect((await api.get(`/people/${id}`)).body['sheet']).toMatchObject({ phone })
  }
  const [first] = people
  const changed = await api.put(
    `/people/${first?.id}`,
    aPersonSheet({ phone: '139 1111 2222', idNumber: null }),
    { version: 1 },
  )
  expect(changed).toMatchObject({ status: 200, body: { sheet: { phone: '139 1111 2222' } } })
}, 60_000)

test('an agency founded after a rotation uses the new installation key, without a restart', async () => {
  const { world, rotate } = await aWorldOnFile()
  await rotate()
  const agencyId = await world.agency({ name: '晨光社工站' })
  const rows = await world.rows('select installation_key from agency_keys where agency_id = $1', [agencyId])
  expect(rows).toEqual([{ installation_key: installationKeys(keyFile).current().id }])
})

test('after a rotation every attachment opens, its key wrapped anew, also in an archived case', async () => {
  const { world, worker, rotate } = await aWorldOnFile()
  const { caseId } = await anOpenCase(world, worker)
  const { path } = await anAttachment(world, worker, caseId)
  await world.rows(
    `update cases set state = 'archived', closed_at = now(), archived_at = now(), keep_until = '2060-01-01' where id = $1`,
    [caseId],
  )
  await rotate()
  expect(await world.rows('select key_version from attachments')).toEqual([{ key_version: 2 }])
  expect((await world.as(worker).get(`${path}/content`)).status).toBe(200)
})
