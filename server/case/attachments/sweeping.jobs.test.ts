import { readdirSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anOpenCase } from '#server/case/intake/inquiry/inquiry.factory.ts'
import { testWorld, type World } from '#server/testing/world.ts'
import { anAttachment } from './attachments.factory.ts'
import { attachmentSweeper, sweepReport } from './sweeping.jobs.ts'

async function aSweptWorld() {
  const world = await testWorld()
  const worker = await world.worker(await world.agency())
  const { caseId } = await anOpenCase(world, worker)
  const { files } = world.platform.attachments
  const said: string[] = []
  const sweep = attachmentSweeper({
    database: world.platform.database,
    files,
    now: () => new Date(),
    say: (sentence) => said.push(sentence),
  })
  return { world, worker, caseId, files, sweep, said }
}

/** Makes every file two days old. */
function age({ platform }: World) {
  const { folder } = platform.attachments.files
  const long = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) utimesSync(join(entry.parentPath, entry.name), long, long)
}

async function* some(text: string) {
  yield Buffer.from(text)
}

test('the sweeper takes what a crash left, placed or not, after a day; a file with a row stays for ever', async () => {
  const { world, worker, caseId, files, sweep, said } = await aSweptWorld()
  const kept = await anAttachment(world, worker, caseId)
  const placed = await files.stage(some('the database went away'), 100)
  await placed.place()
  const staged = await files.stage(some('the program was killed'), 100)
  expect(await sweep()).toMatchObject({ files: 3, removed: [], missing: [] })
  age(world)
  const young = await files.stage(some('under way'), 100)
  const swept = await sweep()
  expect(new Set(swept.removed)).toEqual(new Set([placed.fileId, staged.fileId]))
  expect([swept.files, swept.missing, said]).toEqual([4, [], []])
  expect(swept.removed).not.toContain(young.fileId)
  expect((await world.as(worker).get(`${kept.path}/content`)).status).toBe(200)
  // What was taken away has a row as well.
  await world.as(worker).put(`${kept.path}/removal`, { reason: '错了' }, { version: 1 })
  age(world)
  await sweep()
  const [row] = await world.rows<{ file_id: string }>('select file_id from attachments')
  expect(await files.has(row?.file_id ?? '')).toBe(true)
})

test('a row without its file is told, and named where an operator finds it', async () => {
  const { world, worker, caseId, files, sweep, said } = await aSweptWorld()
  await anAttachment(world, worker, caseId)
  const [row] = await world.rows<{ file_id: string }>('select file_id from attachments')
  await files.remove(row?.file_id ?? '')
  expect(await sweep()).toMatchObject({ missing: [row?.file_id] })
  expect(said).toEqual([expect.stringContaining('1 attachments have no file: see ')])
  const report: unknown = JSON.parse(readFileSync(sweepReport(files), 'utf8'))
  expect(report).toMatchObject({ missing: [row?.file_id], removed: [] })
})

test('where most files belong to no attachment, nothing is removed: it is another database', async () => {
  const { world, files, sweep, said } = await aSweptWorld()
  for (let count = 0; count < 21; count += 1) await (await files.stage(some('x'), 100)).place()
  age(world)
  expect(await sweep()).toMatchObject({ files: 21, removed: [], spared: 21 })
  expect(said).toEqual([expect.stringContaining('is this their database?')])
})
