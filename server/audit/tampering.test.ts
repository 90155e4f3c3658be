import { createHash, createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { asSuperuser } from '#server/testing/superuser.ts'
import { testWorld } from '#server/testing/world.ts'
import { aWatch, writeLines, writeSeen } from './chain.factory.ts'
import { canonicalLine, linkOf, sealOf, type SealedFacts } from './chain.ts'
import { checkpointFile, checkpointWriter } from './checkpoints.repository.ts'
import { linesOf } from './lines.queries.ts'

/** Twelve lines of one agency and three of another, all noted outside. */
async function aNotedChain() {
  const world = await testWorld()
  const agencyId = await world.agency()
  const worker = await world.worker(agencyId)
  const elsewhere = await world.worker(await world.agency({ name: '晨光社工站' }))
  for (const count of [1, 4, 1, 6]) await writeLines(world, worker, count)
  await writeLines(world, elsewhere, 3)
  const watch = aWatch(world)
  await watch.writeCheckpoints()
  const faults = async (withCheckpoints = true) =>
    (await watch.verify({ withCheckpoints })).flatMap(({ agencyId: id, fault }) =>
      fault ? [{ here: id === agencyId, what: fault.what, line: fault.line }] : [],
    )
  const tamper = (text: string, values: unknown[] = []) => world.tamper(text, [agencyId, ...values])
  return { world, agencyId, worker, watch, faults, tamper }
}

test('an untouched chain has no fault, and its lines are numbered from one without a gap', async () => {
  const { world, agencyId, faults } = await aNotedChain()
  expect(await faults()).toEqual([])
  const lines = await world.rows<{ id: number }>(
    'select id from audit_log where agency_id = $1 order by id',
    [agencyId],
  )
  expect(lines.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
})

test.each([
  ['worker_id', 'gen_random_uuid()'],
  ['worker_role', `'supervisor'`],
  ['operation', `'case.list'`],
  ['act', `'change'`],
  ['outcome', `'refused'`],
  ['reason', `'not-allowed'`],
  ['subject_kind', `'person'`],
  ['subject_id', 'null'],
  ['case_id', 'gen_random_uuid()'],
  ['inquiry_id', 'gen_random_uuid()'],
  ['person_id', 'gen_random_uuid()'],
  ['listed', 'array[gen_random_uuid()]'],
  ['request_id', `request_id || ' '`],
  ['at', `at + interval '1 microsecond'`],
  ['mac', `set_byte(mac, 31, get_byte(mac, 31) # 1)`],
])('a line of which %s was changed is named', async (column, value) => {
  const { faults, tamper } = await aNotedChain()
  expect(await tamper(`update audit_log set ${column} = ${value} where agency_id = $1 and id = 7`)).toBe(1)
  expect(await faults()).toEqual([{ here: true, what: 'altered', line: 7 }])
  expect(await faults(false)).toEqual([{ here: true, what: 'altered', line: 7 }])
})

test('a line that was taken out is named, from the middle and from the beginning', async () => {
  const { faults, tamper } = await aNotedChain()
  await tamper('delete from audit_log where agency_id = $1 and id = 5')
  expect(await faults(false)).toEqual([{ here: true, what: 'missing', line: 5 }])
  await tamper('delete from audit_log where agency_id = $1 and id = 1')
  expect(await faults(false)).toEqual([{ here: true, what: 'missing', line: 1 }])
})

test('a line that was taken out is found though the others were moved up', async () => {
  const { faults, tamper } = await aNotedChain()
  await tamper('delete from audit_log where agency_id = $1 and id = 5')
  await tamper('update audit_log set id = id - 1 where agency_id = $1 and id > 5')
  expect(await faults()).toEqual([{ here: true, what: 'altered', line: 5 }])
})

const copyOf = (id: string, number: string) =>
  `insert into audit_log select agency_id, ${number}, at, worker_id, worker_role, operation, act, outcome, reason, subject_kind,
     subject_id, case_id, inquiry_id, person_id, listed, request_id, mac, link from audit_log where agency_id = $1 and id = ${id}`

test.each([
  ['between two', 7],
  ['at the end', 13],
  ['before the first', 0],
  ['with a number below nothing', -4],
])('a line that was put in %s is named', async (_place, number) => {
  const { faults, tamper } = await aNotedChain()
  // Room is made from behind, so that no two lines ever have one number.
  const behind = number > 0 ? 12 - number + 1 : 0
  for (const id of Array.from({ length: behind }, (_, place) => 12 - place))
    await tamper('update audit_log set id = id + 1 where agency_id = $1 and id = $2', [id])
  expect(await tamper(copyOf('2', String(number)))).toBe(1)
  expect(await faults()).toEqual([{ here: true, what: 'altered', line: number }])
})

test('a line laid down once more at the end is named, though it follows as the chain demands', async () => {
  const { world, worker, agencyId, faults } = await aNotedChain()
  await writeLines(world, worker)
  await asSuperuser(world, async (client) => {
    const { rows } = await client.query<{ mac: Buffer; link: Buffer }>(
      `select s.mac, e.link from audit_log s join audit_log e using (agency_id) where agency_id = $1 and s.id = 2 and e.id = 13`,
      [agencyId],
    )
    const [{ mac, link } = { mac: Buffer.of(), link: Buffer.of() }] = rows
    await client.query('alter table audit_log disable trigger audit_lines_follow')
    await client.query(copyOf('2', '14'), [agencyId])
    await client.query('update audit_log set link = $2 where agency_id = $1 and id = 14', [
      agencyId,
      linkOf(link, 14, mac),
    ])
    await client.query('alter table audit_log enable trigger audit_lines_follow')
  })
  expect(await faults()).toEqual([{ here: true, what: 'altered', line: 14 }])
})

test('what a transaction saw twice is one line, however it was told', async () => {
  const { world, agencyId, worker, watch } = await aNotedChain()
  const [caseId, listed] = [randomUUID(), [randomUUID()]]
  await writeSeen(world, worker, [
    { kind: 'case', id: caseId, listed },
    { listed, id: caseId, kind: 'case' },
  ])
  expect(
    await world.rows('select id from audit_log where agency_id = $1 and id > 12', [agencyId]),
  ).toHaveLength(1)
  expect((await watch.verify()).map(({ fault }) => fault)).toEqual([null, null])
})

test('two lines that changed places are found at the first of them', async () => {
  const { faults, tamper } = await aNotedChain()
  await tamper('update audit_log set id = -1 where agency_id = $1 and id = 4')
  await tamper('update audit_log set id = 4 where agency_id = $1 and id = 9')
  await tamper('update audit_log set id = 9 where agency_id = $1 and id = -1')
  expect(await faults()).toEqual([{ here: true, what: 'altered', line: 4 }])
})

test('a tail that was cut off is found by its checkpoint, and named by the first line that is gone', async () => {
  const { faults, tamper } = await aNotedChain()
  await tamper('delete from audit_log where agency_id = $1 and id > 8')
  expect(await faults()).toEqual([{ here: true, what: 'cut', line: 9 }])
  // This is what the checkpoints are for: the chain alone cannot tell.
  expect(await faults(false)).toEqual([])
})

test('a whole chain that was taken away is found, and so is that of an agency taken away with it', async () => {
  const { faults, tamper } = await aNotedChain()
  await tamper('delete from audit_log where agency_id = $1')
  expect(await faults()).toEqual([{ here: true, what: 'cut', line: 1 }])
  await tamper('delete from workers where agency_id = $1')
  await tamper('delete from agencies where agency_id = $1')
  expect(await faults()).toEqual([{ here: true, what: 'cut', line: 1 }])
})

/** Rewrites the lines from one on, with seals and links made anew by whatever hand. */
async function rewriteFrom(
  client: pg.Client,
  agencyId: string,
  first: number,
  seal: (facts: SealedFacts) => Buffer,
) {
  await client.query(`update audit_log set outcome = 'refused' where agency_id = $1 and id >= $2`, [
    agencyId,
    first,
  ])
  let previous: Buffer = Buffer.alloc(32)
  for await (const { id, facts, mac } of linesOf(client, agencyId)) {
    const made = id < first && mac ? mac : seal(facts)
    previous = linkOf(previous, id, made)
    await client.query('update audit_log set mac = $3, link = $4 where agency_id = $1 and id = $2', [
      agencyId,
      id,
      made,
      previous,
    ])
  }
}

test.each([
  ['plain hashes', (facts: SealedFacts) => createHash('sha256').update(canonicalLine(facts)).digest()],
  ['seals of a key of their own', (facts: SealedFacts) => sealOf(createSecretKey(randomBytes(32)), facts)],
])('a tail rewritten with %s is found at its first line, noted or not', async (_how, seal) => {
  const { world, worker, agencyId, watch, faults } = await aNotedChain()
  await writeLines(world, worker, 2)
  await asSuperuser(world, (client) => rewriteFrom(client, agencyId, 13, seal))
  expect(await faults()).toEqual([{ here: true, what: 'altered', line: 13 }])
  // A checkpoint written over it afterwards, or a line that follows it, makes nothing of it right.
  await watch.writeCheckpoints()
  await writeLines(world, worker)
  expect(await faults()).toEqual([{ here: true, what: 'altered', line: 13 }])
  await asSuperuser(world, (client) => rewriteFrom(client, agencyId, 1, seal))
  expect(await faults()).toEqual([{ here: true, what: 'altered', line: 1 }])
})

test('a tail that was cut off and written on by the program itself is found by its checkpoint', async () => {
  const { world, worker, faults, tamper } = await aNotedChain()
  await tamper('delete from audit_log where agency_id = $1 and id > 8')
  await writeLines(world, worker, 9)
  expect(await faults(false)).toEqual([])
  expect(await faults()).toEqual([{ here: true, what: 'replaced', line: 12 }])
})

test('a line of another agency does not fit, nor does one whose seal is gone', async () => {
  const { faults, tamper } = await aNotedChain()
  await tamper('update audit_log set mac = null where agency_id = $1 and id = 3')
  expect(await faults()).toEqual([{ here: true, what: 'unsealed', line: 3 }])
  await tamper(
    'update audit_log t set mac = o.mac from audit_log o where t.agency_id = $1 and o.agency_id <> $1 and t.id = 3 and o.id = 3',
  )
  expect(await faults()).toEqual([{ here: true, what: 'altered', line: 3 }])
})

test('the writer of checkpoints tells of a chain that ends earlier, and keeps what it had noted', async () => {
  const { watch, tamper, faults } = await aNotedChain()
  await tamper('delete from audit_log where agency_id = $1 and id > 8')
  const before = readFileSync(checkpointFile(watch.folder), 'utf8')
  await watch.writeCheckpoints()
  expect(watch.said).toHaveLength(1)
  expect(watch.said[0]).toContain('ends at line 8')
  expect(readFileSync(checkpointFile(watch.folder), 'utf8')).toBe(before)
  expect(await faults()).toEqual([{ here: true, what: 'cut', line: 9 }])
})

test('a checkpoint that was changed, or made with another key, is told apart from one torn by a power cut', async () => {
  const { world, worker, watch } = await aNotedChain()
  const path = checkpointFile(watch.folder)
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace('"id":12', '"id":8'))
  expect(watch.noted()).toMatchObject({ unreadable: 0, ofAnotherKey: [] })
  expect(watch.noted().forged).toHaveLength(1)
  writeFileSync(path, text.slice(0, -9))
  expect(watch.noted()).toMatchObject({ unreadable: 1, forged: [] })

  await writeLines(world, worker)
  await watch.writeCheckpoints()
  expect(watch.noted()).toMatchObject({ unreadable: 1, forged: [] })
  const another = createSecretKey(randomBytes(32))
  await checkpointWriter({
    database: { ...world.platform.database, auditKey: another },
    folders: [watch.folder],
    now: world.now,
    say: () => undefined,
  })()
  expect(watch.noted().ofAnotherKey.length).toBeGreaterThan(0)
})
