import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { inTheDatabase } from '#server/testing/in-the-database.ts'
import type { TestWorker } from '#server/testing/world.ts'
import { aNight, anAsking, proved } from './break-glass.factory.ts'

const opening = `select open_break_glass($1, $2, 'medical', $3, $4, '2026-03-02T02:00:00Z') as until`
const args = (caseId: string, minutes = 30) => [randomUUID(), caseId, anAsking().reason, minutes]

test('the database alone opens a case only after a fresh second factor, for an hour at most, and with a reason', async () => {
  const { world, agencyId, night, caseId } = await aNight()
  const open = (who: TestWorker, given: unknown[] = args(caseId)) =>
    inTheDatabase(
      world,
      who,
      [who.id],
      async (client) => (await client.query<{ until: Date | null }>(opening, given)).rows[0]?.until,
    )
  expect(await open(night)).toEqual(new Date('2026-03-02T02:30:00Z'))
  await expect(open(night, args(caseId, 61))).rejects.toThrow('lasts_an_hour_at_most')
  await expect(open(night, [randomUUID(), caseId, 'x', 30])).rejects.toThrow('has_a_reason')
  const other = await world.worker(agencyId)
  await expect(open(other)).rejects.toThrow('not this actor')
  await proved(world, other)
  await world.rows('update sign_ins set fresh_until = now() where worker_id = $1', [other.id])
  await expect(open(other)).rejects.toThrow('not this actor')
  const inspector = await proved(world, await world.worker(agencyId, { role: 'inspector' }))
  await expect(open(inspector)).rejects.toThrow('permission denied')
})

test('the database alone keeps one opening of one case by one worker until it is reviewed', async () => {
  const { world, night, caseId } = await aNight()
  const twice = () =>
    inTheDatabase(world, night, [night.id], async (client) => {
      await client.query(opening, args(caseId))
      await client.query(opening, args(caseId))
    })
  await expect(twice()).rejects.toThrow('break_glass_once_until_reviewed')
})

test('the database alone finds no sealed case, and opens none', async () => {
  const { world, night, caseId, number } = await aNight()
  const asked = () =>
    inTheDatabase(world, night, [night.id], async (client) => {
      const found = await client.query('select * from case_for_break_glass($1, null, null, null)', [number])
      const opened = await client.query<{ until: Date | null }>(opening, args(caseId))
      return [found.rowCount, opened.rows[0]?.until !== null]
    })
  expect(await asked()).toEqual([1, true])
  await world.rows(`update cases set confidentiality = 'sealed' where id = $1`, [caseId])
  expect(await asked()).toEqual([0, false])
})

test('the database alone lets nothing be written by what is lent: nothing in the case, nobody named, no review, no copy', async () => {
  const { world, night, supervisor, caseId, clientId, open } = await aNight()
  const { body } = await open()
  const [row] = await world.rows<{ principal: string }>(
    'select principal_id as principal from break_glass_openings',
  )
  const principal = row?.principal ?? ''
  // With every right that a role can give.
  await world.rows(`update workers set role = 'supervisor' where id = $1`, [night.id])
  const strong = { ...night, role: 'supervisor' } as const
  const writes: readonly (readonly [string, readonly unknown[]])[] = [
    [`update cases set state = 'closed', closed_at = now() where id = $1`, [caseId]],
    [`update people set name = 'X' where id = $1`, [clientId]],
    [
      `insert into timeline (agency_id, at, case_id, worker_id, what) values ($1, now(), $2, $3, 'case-archived')`,
      [night.agencyId, caseId, night.id],
    ],
    [
      `insert into inquiries (agency_id, id, channel, received_at, received_by, client_id) values ($1, gen_random_uuid(), 'phone', now(), $2, $3)`,
      [night.agencyId, night.id, clientId],
    ],
    [
      `insert into notices (agency_id, id, worker_id, kind, case_id) values ($1, gen_random_uuid(), $2, 'case-assigned', $3)`,
      [night.agencyId, supervisor.id, caseId],
    ],
    [
      `select confide_case($1, 'restricted', 'x', array[$2, $3]::uuid[], now())`,
      [caseId, night.id, supervisor.id],
    ],
    [`select review_break_glass($1, 'justified', 'x', now())`, [body['id']]],
    [`select close_break_glass($1, '2026-03-02T02:10:00Z')`, [body['id']]],
  ]
  for (const [text, values] of writes)
    await expect(
      inTheDatabase(world, strong, [principal], (client) => client.query(text, [...values])),
    ).rejects.toThrow('only read')
  const seen = await inTheDatabase(world, night, [principal], (client) =>
    client.query('select id from cases'),
  )
  expect(seen.rows).toEqual([{ id: caseId }])
})

test('the database alone lets nobody review what they opened themselves, even when they see the case by now', async () => {
  const { world, agencyId, night, manager, caseId, open } = await aNight()
  const { body } = await open()
  await world.rows(
    `insert into sight_grants (agency_id, case_id, principal_id, source, granted_by) values ($1, $2, $3, 'team', $4)`,
    [agencyId, caseId, night.id, manager.id],
  )
  await world.rows(`update workers set role = 'supervisor' where id = $1`, [night.id])
  const review = (who: TestWorker) =>
    inTheDatabase(world, who, [who.id], async (client) => {
      const answer = await client.query<{ done: boolean }>(
        `select review_break_glass($1, 'justified', 'x', now()) as done`,
        [body['id']],
      )
      return answer.rows[0]?.done
    })
  expect([await review({ ...night, role: 'supervisor' }), await review(manager)]).toEqual([false, true])
  expect(
    (
      await world
        .as(night)
        .put(`/break-glass-openings/${String(body['id'])}/review`, { verdict: 'justified', words: 'x' })
    ).body,
  ).toMatchObject({ code: 'own-work' })
})

test('every table, and every table to come, is only read under break-glass; but the audit tells of it', async () => {
  const { world } = await aNight()
  const open = await world.rows<{ name: string }>(
    `select t.tablename as name from pg_tables t where t.schemaname = 'public' and t.rowsecurity and not exists (
       select from pg_trigger g where g.tgrelid = t.tablename::regclass and g.tgname = 'read_only_under_break_glass')`,
  )
  expect(open.map(({ name }) => name).toSorted()).toEqual(['audit_log', 'kept_answers'])
})
