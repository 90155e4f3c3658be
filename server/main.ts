import { setTimeout as wait } from 'node:timers/promises'
import { readConfig } from './platform/config/config.ts'
import { StartProblem } from './platform/config/start-problem.ts'
import { makeEnding } from './starting/ending.ts'
import { stopWithLauncher } from './starting/launcher.ts'
import { start } from './starting/start.ts'

/** How long a start that is under way may take to notice that it should stop. */
const startMilliseconds = 20_000
const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`)
const ending = makeEnding((problem) => say(describe(problem)))

process.on('SIGTERM', stop)
process.on('SIGINT', stop)
stopWithLauncher(stop)

const started = run()

async function run(): Promise<void> {
  try {
    const config = readConfig(process.env, process.argv.includes('serve') ? 'serve' : 'demo')
    process.stdout.write(`${await start(config, ending, say)}\n`)
  } catch (problem) {
    // A start that was asked to stop fails because of it; that is no news.
    if (ending.hasBegun()) return
    say(describe(problem))
    await ending.end()
    process.exit(1)
  }
}

/** Asked to stop, by whatever means and however often: everything is closed, then the process ends well. */
function stop(): void {
  const settled = Promise.race([started, wait(startMilliseconds)])
  void Promise.all([ending.end(), settled]).then(() => process.exit(0))
}

/** What the operator can act on is one sentence; anything else is a fault of ours and shown whole. */
function describe(problem: unknown): string {
  if (problem instanceof StartProblem) return problem.message
  return problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
}
