import { randomBytes, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DuplicateList } from '#contract/people.ts'
import { checkpointFile } from '#server/audit/checkpoints.repository.ts'
import { checkpointOf, readCheckpoints, textOf } from '#server/audit/checkpoints.ts'
import { runCommand } from '#server/command-line/run-command.ts'
import { tokenHash } from '#server/entrance/index.ts'
import { auditFolder, nameOfKey, readAuditKey } from '#server/platform/config/audit-key.ts'
import { reachCluster } from '#server/platform/database/cluster/cluster.ts'
import { embeddedDatabase } from '#server/platform/database/cluster/data-folder.ts'
import { makeThrowAwayFolder } from '#server/platform/database/cluster/throw-away.ts'
import { keyFilePath, makeKeyFile } from '#server/platform/identifier-keys/index.ts'
import { foundTeam } from '#server/testing/drill/found.queries.ts'
import { programOn } from '#server/testing/drill/program.ts'
import { layReadyCluster } from '#server/testing/ready-cluster.ts'
import { asOwner } from './database.queries.ts'
import { bringKeys, keysElsewhere, missingKeys } from './kept-keys.ts'
import { makeBackup } from './make-backup.ts'
import { restore } from './restore.ts'
import { removeScratch } from './verify.ts'

// The whole program starts twice here, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 })

const say = (): void => undefined
let home: string

beforeEach(() => {
  home = makeThrowAwayFolder()
})

afterEach(() => {
  vi.unstubAllEnvs()
  for (const name of readdirSync(home)) removeScratch(join(home, name))
  rmSync(home, { recursive: true, force: true })
})

const keyFiles = ['keys/identifiers.json', 'keys/keys.json', 'audit/key']

test('keys come back with the database: what was sealed opens, the audit is whole, nothing half done is good again', async () => {
  const [dataDir, target] = [join(home, 'data'), join(home, 'restored')]
  await layReadyCluster(dataDir)
  const personId = randomUUID()
  await withProgram(dataDir, async (address) => {
    const [token = ''] = await onDatabase(dataDir, (client) => foundTeam(client, 1))
    const asked = JSON.stringify({ name: '李小龙', phone: '13800138000' })
    const found = await call(address, '/people/duplicate-checks', token, { method: 'POST', body: asked })
    const { search } = DuplicateList.parse(await found.json())
    const person = { id: personId, name: '李小龙', phone: '13800138000', sought: { search } }
    const body = JSON.stringify(person)
    expect((await call(address, '/people', token, { method: 'POST', body })).status).toBe(201)
    await onDatabase(dataDir, (client) => client.query(halfDone))
  })
  const keyFile = join(home, 'the.key')
  const places = { dataDir, backupDir: join(home, 'backups'), keyFile, say }
  const elsewhere = ['/media/stick/keys.json']
  const { path } = await makeBackup({ ...places, folder: places.backupDir, elsewhere, work: 4 })
  const { text } = await restore({
    ...places,
    source: path,
    target: 'backup',
    dataDir: target,
    intoNew: true,
    keyAtWork: join(target, 'backup.key'),
    ownPostgres: '18.4.0',
    fast: true,
  })
  for (const name of keyFiles) {
    expect(readFileSync(join(target, name)).equals(readFileSync(join(dataDir, name)))).toBe(true)
    expect(statSync(join(target, name)).mode & 0o777).toBe(0o600)
  }
  expect(text).toContain('what is not in the backup: /media/stick/keys.json')
  expect(text).not.toContain('is not here')
  expect(await onDatabase(target, async (client) => (await client.query(stillGood)).rows)).toEqual([])

  // A checkpoint noted after the backup: the restore itself is what the verification finds.
  const second = join(home, 'second')
  noteLater(target, second)
  expect(await verify(target)).toMatchObject({ code: 0 })
  const cut = await verify(target, second)
  expect([cut.code, cut.complaint.includes('what follows it were cut off')]).toEqual([1, true])

  await withProgram(target, async (address) => {
    const token = await onDatabase(target, signInAgain)
    const answer = await call(address, `/people/${personId}`, token)
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('13800138000')])
  })
  expect(await verify(target)).toMatchObject({ code: 0, complaint: '' })
})

const halfDone = `
  insert into pending_sign_ins (agency_id, id, worker_id, token_hash, step, expires_at)
    select agency_id, gen_random_uuid(), id, '\\x01', 'code', now() + interval '1 day' from workers limit 1;
  insert into resets (agency_id, id, worker_id, token_hash, with_factor, started_by, expires_at)
    select agency_id, gen_random_uuid(), id, '\\x02', true, id, now() + interval '1 day' from workers limit 1;
  insert into factor_enrolments (agency_id, worker_id, secret, expires_at)
    select agency_id, id, '\\x03', now() + interval '1 day' from workers limit 1;
  insert into secure_links (agency_id, id, purpose, subject_id, person_id, receiver_name, language, token_hash, factor,
      factor_mark, issued_by, issued_at, expires_at)
    select p.agency_id, gen_random_uuid(), 'referral', gen_random_uuid(), p.id, 'x', 'en', sha256('link'), 'code', 'x',
      p.created_by, now(), now() + interval '1 day' from people p limit 1;
  insert into link_openings (agency_id, id, link_id, token_hash, opened_at, expires_at)
    select agency_id, gen_random_uuid(), id, sha256('opening'), now(), now() + interval '1 hour' from secure_links`

const stillGood = `
  select 'sign-in' as what from sign_ins where ended_at is null
  union all select 'half' from pending_sign_ins where ended_at is null
  union all select 'reset' from resets where ended_at is null
  union all select 'enrolment' from factor_enrolments
  union all select 'link' from secure_links where ended_at is null
  union all select 'opening' from link_openings`

async function withProgram(folder: string, work: (address: string) => Promise<void>): Promise<void> {
  const program = programOn(folder)
  await program.start()
  try {
    await work(program.address())
  } finally {
    await program.stop()
  }
}

async function onDatabase<Answer>(
  folder: string,
  work: Parameters<typeof asOwner<Answer>>[1],
): Promise<Answer> {
  const cluster = await reachCluster({ folder: join(folder, 'postgres'), log: say })
  try {
    return await asOwner(cluster.ownerUrl(embeddedDatabase), work)
  } finally {
    await cluster.stop()
  }
}

const call = (address: string, path: string, token: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${address}/api${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
  })

/** The worker of before signs in once more. */
async function signInAgain(client: Parameters<typeof foundTeam>[0]): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await client.query(
    `insert into sign_ins (agency_id, id, worker_id, token_hash, expires_at)
     select agency_id, gen_random_uuid(), id, $1, now() + interval '1 day' from workers where role = 'worker' limit 1`,
    [tokenHash(token)],
  )
  return token
}

function noteLater(folder: string, second: string): void {
  const key = readAuditKey(folder, null)
  const { sound } = readCheckpoints(
    readFileSync(checkpointFile(auditFolder(folder)), 'utf8'),
    key,
    nameOfKey(key),
  )
  const later = sound.slice(-1).map(({ agencyId, id, link }) => ({ agencyId, link, id: id + 3 }))
  expect(later).toHaveLength(1)
  mkdirSync(second)
  const checkpoints = later.map((head) => checkpointOf(key, nameOfKey(key), head, new Date()))
  writeFileSync(checkpointFile(second), textOf(checkpoints))
}

const verify = (folder: string, second = '') => {
  for (const name of ['DATABASE_URL', 'ALONGSIDE_AUDIT_KEY']) vi.stubEnv(name, undefined)
  vi.stubEnv('DATA_DIR', folder)
  vi.stubEnv('ALONGSIDE_AUDIT_COPY_DIR', second)
  return runCommand(['audit-verify'])
}

/** Two data folders with a key file each, the old one with these keys. */
function twoFolders(old: readonly string[], restored: readonly string[]) {
  const folders = { old: join(home, 'old'), restored: join(home, 'new') }
  const write = (folder: string, ids: readonly string[]): void => {
    if (ids.length === 0) return
    makeKeyFile(keyFilePath(folder))
    writeFileSync(keyFilePath(folder), JSON.stringify({ keys: ids.map((id) => ({ id, key: '' })) }))
  }
  mkdirSync(folders.restored)
  mkdirSync(folders.old)
  write(folders.old, old)
  write(folders.restored, restored)
  return folders
}

test.each([
  { why: 'rotated since', old: ['a', 'b'], restored: ['a'], missing: [] },
  { why: 'not in the backup', old: ['a', 'b'], restored: [], missing: [] },
  { why: 'another installation', old: ['x', 'y'], restored: ['a'], missing: ['b'] },
  { why: 'older than the backup', old: ['a'], restored: ['a', 'b'], missing: [] },
  { why: 'nowhere', old: [], restored: [], missing: ['a', 'b'] },
])('the key file that opens more is the one that stays, and what is missing is named: $why', (given) => {
  const { old, restored } = twoFolders(given.old, given.restored)
  bringKeys(old, restored, {})
  expect(missingKeys(old, restored, ['a', 'b'])).toEqual(given.missing)
})

test('keys that lie elsewhere are named, and a link to them is followed and not copied', () => {
  const { old, restored } = twoFolders(['a'], [])
  const settings = { dataDir: old, keyDir: join(old, 'keys'), auditKey: null }
  writeFileSync(join(old, 'keys', 'keys.json'), '{}')
  expect(keysElsewhere(settings)).toEqual([])
  const stick = join(home, 'stick')
  renameSync(join(old, 'keys'), stick)
  symlinkSync(stick, join(old, 'keys'))
  expect(keysElsewhere(settings)).toEqual([keyFilePath(old), join(old, 'keys', 'keys.json')])
  expect(keysElsewhere({ ...settings, keyDir: stick, auditKey: 'set' })).toEqual([
    keyFilePath(old),
    join(stick, 'keys.json'),
    'ALONGSIDE_AUDIT_KEY',
  ])
  bringKeys(old, restored, {})
  expect(existsSync(join(restored, 'keys'))).toBe(false)
  expect(missingKeys(old, restored, ['a', 'b'])).toEqual(['b'])
})
