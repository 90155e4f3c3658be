import { expect, onTestFinished, test } from 'vitest'
import { testWorld } from '#server/testing/world.ts'
import { runJobs } from './run-jobs.ts'

test('a job whose failure the database cannot take down ends nothing, and is tried again', async () => {
  const world = await testWorld()
  let tries = 0
  let isAway = false
  const jobs = await runJobs(world.appUrl, {
    'lose-the-database': async () => {
      tries += 1
      if (tries > 1) return
      await mayConnect(false)
      isAway = true
      throw new Error('failed while the database was away')
    },
  })
  onTestFinished(jobs.stop)
  const [{ name }] = (await world.rows<{ name: string }>('select current_database() as name')) as [
    { name: string },
  ]
  const mayConnect = async (may: boolean) => {
    await world.rows(`alter database "${name}" connection limit ${may ? -1 : 0}`)
    if (may) return
    await world.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'alongside-jobs'`,
    )
  }
  const lastErrors = () =>
    world.rows('select last_error from graphile_worker._private_jobs where locked_at is not null')

  await world.rows(`select graphile_worker.add_job('lose-the-database')`)
  await expect.poll(() => isAway, { timeout: 10_000 }).toBe(true)
  await expect.poll(lastErrors).toEqual([{ last_error: null }])
  await mayConnect(true)
  await expect.poll(() => tries, { timeout: 15_000 }).toBe(2)
  await expect.poll(() => world.rows('select 1 from graphile_worker._private_jobs')).toEqual([])
})

test('what a program that was killed had begun is done by the next one at once', async () => {
  const world = await testWorld()
  let done = 0
  await world.rows(`select graphile_worker.add_job('half-done')`)
  await world.rows(
    `update graphile_worker._private_jobs set locked_by = 'who was killed', locked_at = now(), attempts = 1`,
  )
  const jobs = await runJobs(world.appUrl, { 'half-done': async () => void (done += 1) })
  onTestFinished(jobs.stop)
  await expect.poll(() => done, { timeout: 15_000 }).toBe(1)
  await expect.poll(() => world.rows('select 1 from graphile_worker._private_jobs')).toEqual([])
})

test('what another copy of the program is at is left to it', async () => {
  const world = await testWorld()
  const begun: string[] = []
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const copy = (name: string) =>
    runJobs(world.appUrl, {
      'take-its-time': async () => {
        begun.push(name)
        await gate
      },
    })
  const one = await copy('one')
  onTestFinished(one.stop)
  await world.rows(`select graphile_worker.add_job('take-its-time')`)
  await expect.poll(() => begun, { timeout: 15_000 }).toEqual(['one'])
  const other = await copy('other')
  onTestFinished(other.stop)
  // Whatever the other does next comes after it has looked at what is held.
  await world.rows(`select graphile_worker.add_job('take-its-time')`)
  await expect.poll(() => begun.length, { timeout: 15_000 }).toBe(2)
  const held = () => world.rows('select 1 from graphile_worker._private_jobs where locked_by is not null')
  expect(await held()).toHaveLength(2)
  open()
  await expect
    .poll(() => world.rows('select 1 from graphile_worker._private_jobs'), { timeout: 10_000 })
    .toEqual([])
  expect(begun).toHaveLength(2)
})
