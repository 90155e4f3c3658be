import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aRecordedPerson } from '#server/people/people.factory.ts'
import { installationKeys, keyFilePath, makeKeyFile } from '#server/platform/identifier-keys/index.ts'
import { testWorld } from '#server/testing/world.ts'
import { runCommand } from './run-command.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-rotate-'))
  vi.stubEnv('DATA_DIR', folder)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('it rotates the keys of the database that the settings name, and says how many it wrapped', async () => {
  makeKeyFile(keyFilePath(folder))
  const keys = installationKeys(keyFilePath(folder))
  const world = await testWorld({}, { keys })
  const worker = await world.worker(await world.agency())
  const id = await aRecordedPerson(world, worker)
  vi.stubEnv('DATABASE_URL', world.ownerUrl)
  expect(await runCommand(['rotate-keys'])).toEqual({ code: 0, output: '{"rewrapped":1}', complaint: '' })
  expect(await world.rows('select installation_key from agency_keys where version = 1')).toEqual([
    { installation_key: keys.current().id },
  ])
  expect((await world.as(worker).get(`/people/${id}`)).body['sheet']).toMatchObject({
    phone: '138 1234 5678',
  })
}, 40_000)

test('without a key file, or with words it does not know, it does nothing and says why', async () => {
  expect(await runCommand(['rotate-keys'])).toMatchObject({
    code: 2,
    complaint: expect.stringContaining('There is no key file'),
  })
  expect((await runCommand(['rotate-keys', 'all'])).code).toBe(2)
})
