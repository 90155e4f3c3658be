import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startCluster, type Cluster } from '#server/platform/database/cluster/cluster.ts'
import { embeddedDatabase } from '#server/platform/database/cluster/data-folder.ts'
import { makeThrowAwayFolder } from '#server/platform/database/cluster/throw-away.ts'
import { layReadyCluster } from '#server/testing/ready-cluster.ts'
import { startArchiving, type Archiving } from './archiving.ts'
import { asOwner } from './database.queries.ts'
import { backupsIn, installationOf, lineageOf, walFolder } from './folders.ts'
import { bringLog } from './kept-log.ts'
import { newStretching, readKey } from './key.ts'
import { makeBackup } from './make-backup.ts'
import type { Target } from './recover.ts'
import { restore } from './restore.ts'
import { sealingStream } from './sealing.ts'
import { refuseHalfRestored } from './swap.ts'
import { removeScratch } from './verify.ts'

// Whole databases are copied and started here, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const work = 4
const home = makeThrowAwayFolder()
const dataDir = join(home, 'data')
const backupDir = join(home, 'backups')
const keyFile = join(home, 'the.key')
const said: string[] = []
const say = (sentence: string): void => void said.push(sentence)
let cluster: Cluster
let archiving: Archiving
let backup: string

/** A small installation at work, backed up once; after it two more agencies, with a moment between them. */
let between: Date

beforeAll(async () => {
  mkdirSync(join(dataDir, 'attachments'), { recursive: true })
  writeFileSync(join(dataDir, 'mode'), 'serve\n')
  writeFileSync(join(dataDir, 'secrets.json'), '{"appPassword":"a password that must come back"}')
  writeFileSync(join(dataDir, 'attachments', '一.txt'), 'a letter')
  mkdirSync(join(dataDir, 'attachments', 'staging'))
  writeFileSync(join(dataDir, 'attachments', 'staging', 'half'), 'still coming')
  writeFileSync(keyFile, 'the key of this test, long enough')
  await layReadyCluster(dataDir)
  cluster = await startCluster({ folder: join(dataDir, 'postgres'), log: say, archive: true })
  archiving = startArchiving({
    ...paths,
    postgresFolder: cluster.dataFolder,
    spoolFolder: `${cluster.spoolFolder}`,
    work,
  })
  await addAgency('before')
  await addAttachment(keptFile, 'sealed bytes')
  const writing = keepWriting()
  backup = (await makeBackup({ ...paths, folder: backupDir, work })).path
  await writing.end()
  await addAgency('after')
  await addAttachment(youngFile, 'came after the backup')
  await pause(100)
  between = new Date()
  await pause(100)
  await addAgency('too late')
  await switchSegment()
})

afterAll(async () => {
  await cluster.stop()
  await archiving.end()
  for (const name of readdirSync(home)) removeScratch(join(home, name))
  rmSync(home, { recursive: true, force: true })
})

beforeEach(() => said.splice(0))

const paths = { dataDir, backupDir, keyFile, say }
const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds))

async function addAgency(name: string): Promise<void> {
  await asOwner(cluster.ownerUrl(embeddedDatabase), (client) =>
    client.query(
      `insert into agencies (agency_id, name, desk_post, head_post)
       values (gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid())`,
      [name],
    ),
  )
}

const keptFile = 'aa000000-0000-4000-8000-000000000001'
const youngFile = 'bb000000-0000-4000-8000-000000000002'

/** An attachment: its file first, then its row; of what case it is matters to nobody here. */
async function addAttachment(fileId: string, sealed: string): Promise<void> {
  const shelf = join(dataDir, 'attachments', fileId.slice(0, 2))
  mkdirSync(shelf, { recursive: true })
  writeFileSync(join(shelf, fileId), sealed)
  await asOwner(cluster.ownerUrl(embeddedDatabase), async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(
      `insert into attachments (agency_id, id, case_id, title, file_name, media_type, bytes, sha256, file_id,
         key_sealed, key_version, added_by, added_at)
       select agency_id, $1, $1, '', '', 'text/plain', 1, repeat('0', 64), $1, '', 1, $1, now()
       from agencies limit 1`,
      [fileId],
    )
  })
}

/** Somebody works during the backup, so that files change while they are copied. */
function keepWriting() {
  const ending = new AbortController()
  const writing = (async () => {
    for (let turn = 0; !ending.signal.aborted; turn += 1) await addAgency(`meanwhile ${turn}`)
  })()
  return {
    end: async () => {
      ending.abort()
      await writing
    },
  }
}

/** What was written is laid aside, and kept. */
async function switchSegment(): Promise<void> {
  await asOwner(cluster.ownerUrl(), (client) => client.query('select pg_switch_wal()'))
  await pause(300)
  await vi.waitFor(() => expect(readdirSync(`${cluster.spoolFolder}`)).toEqual([]), { timeout: 20_000 })
}

const order = (
  source: string,
  target: Target,
  into: string,
  but: Partial<Parameters<typeof restore>[0]> = {},
) => ({
  ...paths,
  source,
  target,
  dataDir: into,
  intoNew: true,
  keyAtWork: join(into, 'backup.key'),
  ownPostgres: '18.4.0',
  fast: true,
  ...but,
})

/** The agencies in a restored folder, with its database started as at work. */
async function agenciesIn(folder: string): Promise<string[]> {
  const restored = await startCluster({ folder: join(folder, 'postgres'), log: say, fast: true })
  try {
    return await asOwner(restored.ownerUrl(embeddedDatabase), async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select name from agencies where name not like 'mean%'`,
      )
      return rows.map(({ name }) => name).toSorted()
    })
  } finally {
    await restored.stop()
  }
}

function treeOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')] as const),
  )
}

test('a backup taken while people work comes back to its moment, and the old data stay aside', async () => {
  const target = join(home, 'restored')
  const first = await restore(order(backup, 'backup', target))
  expect(first.manifest.migrations.length).toBeGreaterThan(5)
  expect(first.aside).toBeNull()
  expect(await agenciesIn(target)).toEqual(['before'])
  expect(readFileSync(join(target, 'secrets.json'), 'utf8')).toContain('must come back')
  expect(readFileSync(join(target, 'attachments', '一.txt'), 'utf8')).toBe('a letter')
  expect(readFileSync(join(target, 'attachments', 'aa', keptFile), 'utf8')).toBe('sealed bytes')
  expect(first.manifest.files.map(({ path }) => path)).toContain(`files/attachments/aa/${keptFile}`)
  expect(existsSync(join(target, 'attachments', 'staging'))).toBe(false)
  expect(first.text).not.toContain('have no file')
  expect(readFileSync(join(target, 'backup.key'), 'utf8')).toContain('the key of this test')
  expect(statSync(join(target, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('the kept log brings it to a moment between two writes', async () => {
  const target = join(home, 'to-time')
  const { text } = await restore(order(backupDir, between, target))
  expect(await agenciesIn(target)).toEqual(['after', 'before'])
  // The log brings a row whose file came after the backup: people are told which.
  expect(text).toContain('1 attachments came after the backup and have no file here')
  expect(text).toContain(youngFile)
})

test('all of the kept log brings everything, and the old data stay aside', async () => {
  const target = join(home, 'restored')
  writeFileSync(join(target, 'attachments', 'young.txt'), 'not in the backup')
  mkdirSync(join(target, 'attachments', 'bb'))
  writeFileSync(join(target, 'attachments', 'bb', youngFile), 'came after the backup')
  const { aside, text } = await restore(order(backup, 'latest', target, { intoNew: false }))
  expect(await agenciesIn(target)).toEqual(['after', 'before', 'too late'])
  // A file that a restored row needs is brought along from the data as they were; any other one is not.
  expect(readdirSync(join(target, 'attachments')).toSorted()).toEqual(['aa', 'bb', '一.txt'])
  expect(readFileSync(join(target, 'attachments', 'bb', youngFile), 'utf8')).toBe('came after the backup')
  expect(text).not.toContain('have no file')
  expect(readdirSync(join(`${aside}`, 'attachments')).toSorted()).toEqual(['aa', 'bb', 'young.txt', '一.txt'])
  expect(existsSync(join(`${aside}`, 'postgres', 'data', 'PG_VERSION'))).toBe(true)
  expect(text).toContain('Everybody is signed out')
  expect(lineageOf(target)).not.toBe(lineageOf(dataDir))
})

test('a moment that the log does not reach, or before the backup, is refused and nothing stays behind', async () => {
  const target = join(home, 'future')
  const future = new Date(Date.now() + 3_600_000)
  await expect(restore(order(backup, future, target))).rejects.toThrow(
    /^The kept log reaches no later than 20.* name an earlier moment, or take all of it with --latest\.$/u,
  )
  const past = new Date(between.getTime() - 3_600_000)
  await expect(restore(order(backup, past, target))).rejects.toThrow('before this backup was finished')
  expect(readdirSync(target)).toEqual([])
})

test('a log with a hole, or with a piece from elsewhere, is refused', async () => {
  const lineage = lineageOf(dataDir)
  const copied = walFolder(join(home, 'with-a-hole'), lineage)
  mkdirSync(copied, { recursive: true })
  const names = readdirSync(walFolder(backupDir, lineage)).toSorted()
  for (const name of names) copyFileSync(join(walFolder(backupDir, lineage), name), join(copied, name))
  const [first = '', middle = '', last = ''] = names.slice(-3)
  const bring = (): Promise<void> =>
    bringLog({
      folders: [join(home, 'with-a-hole')],
      manifest: {
        firstSegment: first.slice(0, 24),
        lineage,
        installation: installationOf(cluster.dataFolder),
      },
      target: 'latest',
      key: readKey(keyFile),
      logFolder: home,
      user: {},
    })
  await bring()
  rmSync(join(copied, middle))
  await expect(bring()).rejects.toThrow('has a hole between')
  copyFileSync(join(copied, last), join(copied, middle))
  await expect(bring()).rejects.toThrow('does not belong to it')
})

test('damaged, cut off, foreign, newer, or with another key: refused in one sentence, the data as they were', async () => {
  const target = join(home, 'restored')
  const before = treeOf(target)
  const sealed = readFileSync(backup)
  const refusals: string[] = []
  const refused = async (path: string, but: Partial<Parameters<typeof restore>[0]> = {}): Promise<void> => {
    const problem = await restore(order(path, 'backup', target, { intoNew: false, ...but })).then(
      () => 'restored',
      (reason: Error) => reason.message,
    )
    refusals.push(problem)
  }
  const bad = join(home, 'bad.backup')
  const positions = [5, 300, 1_000, 300_000, sealed.length - 1]
  for (const position of positions) {
    const flipped = Buffer.from(sealed)
    flipped[position] = (flipped[position] ?? 0) ^ 4
    writeFileSync(bad, flipped)
    await refused(bad)
  }
  for (const length of [0, 30, 5_000, sealed.length - 1]) {
    writeFileSync(bad, sealed.subarray(0, length))
    await refused(bad)
  }
  expect(refusals).toHaveLength(9)
  expect(
    refusals.filter((each) => !/^bad\.backup (is damaged or was cut off|does not open).*\.$/u.test(each)),
  ).toEqual([])
  await refused(backup, { keyFile: writeText('other.key', 'another key, which is as long') })
  await refused(backup, { ownPostgres: '19.1.0' })
  await refused(await sealedElsewhere({ installation: '12345' }))
  await refused(await sealedElsewhere({ product: '99.0.0' }))
  await refused(`${backup}.part-1`)
  expect(refusals.slice(9)).toEqual([
    expect.stringContaining('sealed with another key'),
    expect.stringContaining('is of PostgreSQL 18, and this version brings 19'),
    expect.stringContaining('is of another installation'),
    expect.stringContaining('made by Alongside 99.0.0, newer than this one'),
    expect.stringContaining('There is no backup at'),
  ])
  expect(treeOf(target)).toEqual(before)
})

const writeText = (name: string, text: string): string => {
  writeFileSync(join(home, name), text)
  return join(home, name)
}

async function sealedElsewhere(but: Readonly<Record<string, string>>): Promise<string> {
  const facts = {
    kind: 'backup' as const,
    product: '0.1.0',
    installation: '1',
    lineage: 'x',
    name: 'elsewhere',
    at: new Date().toISOString(),
    ...but,
  }
  const path = join(home, 'elsewhere.backup')
  const key = { text: readFileSync(keyFile, 'utf8').trim() }
  const stream = await sealingStream(facts, key, newStretching(work))
  stream.end(Buffer.from('nothing'))
  await pipeline(stream, createWriteStream(path))
  return path
}

test('a folder in use is not restored into', async () => {
  await expect(restore(order(backup, 'backup', dataDir, { intoNew: false }))).rejects.toThrow(
    'already running',
  )
  await expect(restore(order(backup, 'backup', dataDir))).rejects.toThrow('is not empty')
  expect(() => refuseHalfRestored(dataDir)).not.toThrow()
})

test('a backup that was killed leaves nothing that looks whole, and the next one clears it away', async () => {
  const folder = join(home, 'killed')
  const program = `
    import { makeBackup } from '#server/backup/make-backup.ts'
    const order = JSON.parse(process.env.ORDER)
    await makeBackup({ ...order, say: () => undefined })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    env: { ...process.env, ORDER: JSON.stringify({ dataDir, backupDir, keyFile, folder, work }) },
    stdio: 'ignore',
  })
  const halves = (): string[] => (existsSync(folder) ? readdirSync(folder) : [])
  await vi.waitFor(() => expect(halves()).toHaveLength(1), { timeout: 60_000, interval: 5 })
  child.kill('SIGKILL')
  await new Promise((resume) => child.once('exit', resume))
  expect(halves()).toEqual([expect.stringMatching(/\.backup\.part-\d+$/u)])
  expect(backupsIn(folder)).toEqual([])
  const { path, manifest } = await makeBackup({ ...paths, folder, work })
  expect(halves().map((name) => join(folder, name))).toEqual([path])
  expect(manifest.agencies).toBeGreaterThan(2)
  expect(readdirSync(dataDir).filter((name) => name.startsWith('scratch-'))).toEqual([])
})

test('a backup that does not come back on the scratch copy gets no name, and nothing of it stays', async () => {
  const folder = join(home, 'unproved')
  const spoil = (sentence: string): void => {
    if (!sentence.startsWith('Proving')) return
    const [part = ''] = readdirSync(folder)
    const bytes = readFileSync(join(folder, part))
    const middle = bytes.length >> 1
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    writeFileSync(join(folder, part), bytes)
  }
  await expect(makeBackup({ ...paths, folder, work, say: spoil })).rejects.toThrow(
    'is damaged or was cut off',
  )
  expect(readdirSync(folder)).toEqual([])
  expect(readdirSync(dataDir).filter((name) => name.startsWith('scratch-'))).toEqual([])
})
