import { existsSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { startJobs } from '#server/jobs.ts'
import { testWorld } from '#server/testing/world.ts'
import { aWatch, writeLines } from './chain.factory.ts'
import { checkpointFile } from './checkpoints.repository.ts'

test('the queue writes checkpoints by the clock, each minute, acting for nobody', async () => {
  const world = await testWorld()
  await writeLines(world, await world.worker(await world.agency()), 3)
  const watch = aWatch(world)
  const jobs = await startJobs(world.platform, world.appUrl, {
    everyMinute: { 'write-audit-checkpoints': watch.writeCheckpoints },
  })
  onTestFinished(jobs.stop)
  await expect
    .poll(() => world.rows('select identifier from graphile_worker._private_known_crontabs'), {
      timeout: 10_000,
    })
    .toEqual([{ identifier: 'write-audit-checkpoints' }])
  // What the clock does each minute, done now.
  await world.rows(`select graphile_worker.add_job('write-audit-checkpoints')`)
  await expect.poll(() => existsSync(checkpointFile(watch.folder)), { timeout: 15_000 }).toBe(true)
  await expect.poll(() => watch.noted().sound.map(({ id }) => id)).toEqual([3])
})
