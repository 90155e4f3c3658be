import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeThrowAwayFolder, removeThrowAwayFolder } from '#server/platform/database/cluster/throw-away.ts'
import { drill, type DrillReport } from './drill.ts'

const usualKills = 100
const shownProblems = 20
const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

const { values } = parseArgs({
  options: { kills: { type: 'string' }, seed: { type: 'string' } },
})
const kills = Number(values.kills ?? usualKills)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const home = makeThrowAwayFolder()
try {
  say(`Drill of ${kills} kills with seed ${seed} …`)
  mkdirSync(join(home, 'data'))
  const report = await drill({ dataDir: join(home, 'data'), kills, seed, say })
  process.stdout.write(`${JSON.stringify(summary(report), null, 2)}\n`)
  process.exitCode = report.problems.length === 0 && report.repeated > 0 ? 0 : 1
} finally {
  removeThrowAwayFolder(home)
}

function summary({ recoveries, problems, ...rest }: DrillReport) {
  const sorted = recoveries.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  return {
    seed,
    ...rest,
    recoveryMilliseconds: { half: at(0.5), ninetyNine: at(0.99), longest: sorted.at(-1) },
    problems: problems.length,
    first: problems.slice(0, shownProblems),
  }
}
