import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { makeThrowAwayFolder } from '#server/platform/database/cluster/throw-away.ts'
import { removeScratch } from '#server/backup/verify.ts'
import { layReadyCluster } from '#server/testing/ready-cluster.ts'
import { drill } from './drill.ts'
import { violations } from './invariants.ts'

// The whole program starts several times here, on machines that may be busy.
vi.setConfig({ testTimeout: 240_000 })

test('killed by force, alone or together, program and database lose nothing that was acknowledged', async () => {
  const home = makeThrowAwayFolder()
  const dataDir = join(home, 'data')
  await layReadyCluster(dataDir)
  try {
    const seed = 20_261_122
    const report = await drill({ dataDir, kills: 3, seed, say: () => undefined })
    expect(report.problems.slice(0, 10), `seed ${seed}`).toEqual([])
    // Something was at stake: writes were under way when each victim died, and had to be sent again.
    expect(report.kills).toEqual({ program: 1, database: 1, both: 1 })
    expect(report.acknowledged).toBeGreaterThan(50)
    expect(report.repeated).toBeGreaterThan(5)
  } finally {
    removeScratch(dataDir)
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
  }
})

test('whatever part of a write is missing, doubled or unasked for is noticed', () => {
  const promised = {
    id: 'a',
    version: 3,
    trouble: 'two',
    emergency: true,
    answers: new Map([
      ['k1', 1],
      ['k2', 2],
      ['k3', 3],
    ]),
  }
  const whole = {
    id: 'a',
    version: 3,
    trouble: 'two',
    emergency: true,
    received: 1,
    decided: 1,
    tasks: 1,
    alarms: 1,
    openings: 1,
    changes: 2,
    notices: 2,
  }
  const answers = [...promised.answers].map(([key, version]) => ({ key, version }))
  const seen = (but: Partial<typeof whole>) =>
    violations([promised], { contacts: [{ ...whole, ...but }], answers })
  expect(seen({})).toEqual([])
  const { id: _id, trouble: _trouble, emergency: _emergency, ...numbers } = whole
  const broken: Partial<typeof whole>[] = [
    { trouble: 'one' },
    { emergency: false },
    ...Object.entries(numbers).flatMap(([name, value]) => [{ [name]: value - 1 }, { [name]: value + 1 }]),
  ]
  expect(broken).toHaveLength(18)
  expect(broken.map((but) => seen(but).length)).toEqual(broken.map(() => 1))
  expect(violations([promised], { contacts: [], answers })).toHaveLength(1)
  expect(violations([], { contacts: [whole], answers: [] })).toHaveLength(1)
  expect(violations([promised], { contacts: [whole], answers: answers.slice(1) })).toHaveLength(2)
})
