import { CommandProblem } from './command.ts'
import { commands, helpText } from './commands.ts'

/** What the shell gets: the exit code (0 done, 1 failed, 2 asked wrongly) and the two texts. */
export type Outcome = { readonly code: 0 | 1 | 2; readonly output: string; readonly complaint: string }

/** Runs one command line, such as `['gas', 'goals.json']`. Never throws. */
export async function runCommand([name, ...words]: readonly string[]): Promise<Outcome> {
  if (name === 'help' || name === '--help' || name === '-h') return done(helpText())
  if (name === undefined) return { code: 2, output: '', complaint: helpText() }
  const command = commands.find((known) => known.name === name)
  if (!command) return refused(`There is no command "${name}"; help shows them all.`)
  try {
    return done(await command.run(words))
  } catch (problem) {
    if (problem instanceof CommandProblem) return refused(problem.message)
    return { code: 1, output: '', complaint: problem instanceof Error ? problem.message : String(problem) }
  }
}

function done(output: string): Outcome {
  return { code: 0, output, complaint: '' }
}

function refused(complaint: string): Outcome {
  return { code: 2, output: '', complaint }
}
