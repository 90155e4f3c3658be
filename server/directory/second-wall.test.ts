import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { enterAs } from '#server/access/index.ts'
import { testWorld } from '#server/testing/world.ts'
import { anEntry, aTakenImport, sample } from './directory.factory.ts'

/** Each table, and a column of it that may be changed. */
const tables = {
  directory_records: 'changed_at',
  directory_services: 'words',
  directory_imports: 'state',
  directory_import_rows: 'label',
} as const

test('the database itself shows no row of another agency, and lets none be changed, whoever asks', async () => {
  const world = await testWorld()
  const agencyId = await world.agency()
  await world.as(await world.worker(agencyId)).post('/directory/entries', anEntry())
  await aTakenImport(
    world,
    await world.worker(agencyId, { role: 'agency-administrator', level: 2 }),
    sample('tabular.zip'),
  )
  const elsewhere = await world.agency({ name: '晨光社工站' })
  const before = await world.counts()
  for (const role of ['worker', 'supervisor', 'agency-head', 'agency-administrator', 'inspector'] as const) {
    const member = await world.worker(elsewhere, { role })
    const answers: unknown[] = []
    for (const [table, column] of Object.entries(tables))
      answers.push(...(await tried(world, member, table, column)))
    expect([role, answers]).toEqual([role, answers.map(() => 0)])
  }
  const unchanged = (counts: Record<string, string>) =>
    Object.entries(counts).filter(([name]) => name.startsWith('directory'))
  expect(unchanged(await world.counts())).toEqual(unchanged(before))
})

type World = Awaited<ReturnType<typeof testWorld>>
type Member = Awaited<ReturnType<World['worker']>>

/** How many rows of a table somebody reads, changes and deletes with no condition of ours; what they may not do at all is none. */
async function tried(world: World, member: Member, table: string, column: string): Promise<number[]> {
  const actor = {
    signInId: member.id,
    agencyId: member.agencyId,
    workerId: member.id,
    name: member.name,
    role: member.role,
    level: member.level,
    language: 'en' as const,
    agencyName: '',
    demo: false,
    principals: [member.id],
  }
  const statements = [
    `select 1 from ${table}`,
    `update ${table} set ${column} = ${column} returning 1`,
    `delete from ${table} returning 1`,
  ]
  const counts: number[] = []
  for (const statement of statements) {
    const done = enterAs(
      world.platform.database,
      { actor, operation: 'directory.search', now: world.now() },
      async (tx) => {
        await tx.enteredAtMicros()
        return (await sql.raw(statement).execute(tx.db)).rows.length
      },
    )
    const [answer] = await Promise.allSettled([done])
    const denied = answer?.status === 'rejected' && /permission denied/u.test(String(answer.reason))
    counts.push(answer?.status === 'fulfilled' ? answer.value : denied ? 0 : -1)
  }
  return counts
}
