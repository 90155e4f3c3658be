import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import {
  GoalAttainmentError,
  goalAttainmentScore,
  type GoalAttainmentProblem,
} from '#server/case/evaluation/goal-attainment.ts'
import { CommandProblem, type Command } from './command.ts'

/**
 * `gas FILE.json [--rho NUMBER]`: the Goal Attainment Scaling T-score of a list of goals. The file holds
 * `[{"weight": 1, "level": 0}, …]` or `{"goals": […], "rho": 0.3}`; the option wins over the file.
 */
export const gas: Command = {
  name: 'gas',
  usage: 'FILE.json [--rho NUMBER]',
  summary: 'The Goal Attainment Scaling T-score of a list of {weight, level}.',
  run: async (words) => {
    const { path, rho: wanted } = readWords(words)
    const { goals, rho } = await readGoals(path)
    return JSON.stringify({ t: scoreOf(goals, wanted ?? rho) })
  },
}

const goalList = z.array(z.strictObject({ weight: z.number(), level: z.number() }))
const goalFile = z.union([
  goalList.transform((goals) => ({ goals, rho: undefined })),
  z.strictObject({ goals: goalList, rho: z.number().optional() }),
])
type GoalFile = z.infer<typeof goalFile>

const sentences: Record<GoalAttainmentProblem, string> = {
  'goal-attainment/no-goal': 'There is no goal with a weight above 0.',
  'goal-attainment/nothing-rated': 'None of the goals has a level.',
  'goal-attainment/level': 'A level must be a whole number from -2 to 2.',
  'goal-attainment/weight': 'A weight must be a number of 0 or more.',
  'goal-attainment/rho': 'rho must be a number from 0 to below 1.',
}

function readWords(words: readonly string[]): { path: string; rho: number | undefined } {
  const { positionals, values } = parseWords(words)
  const [path, ...rest] = positionals
  if (path === undefined || rest.length > 0)
    throw new CommandProblem('gas needs exactly one file: gas FILE.json [--rho NUMBER].')
  return { path, rho: values.rho === undefined ? undefined : readRho(values.rho) }
}

function parseWords(words: readonly string[]): {
  positionals: string[]
  values: { rho?: string | undefined }
} {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: { rho: { type: 'string' } } })
  } catch {
    throw new CommandProblem('gas knows only the option --rho NUMBER.')
  }
}

function readRho(text: string): number {
  const rho = text.trim() === '' ? Number.NaN : Number(text)
  if (Number.isNaN(rho)) throw new CommandProblem(sentences['goal-attainment/rho'])
  return rho
}

async function readGoals(path: string): Promise<GoalFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandProblem(`The file ${path} cannot be read.`)
  })
  const checked = goalFile.safeParse(parseJson(text, path))
  if (checked.success) return checked.data
  throw new CommandProblem(
    `${path} must be a list of {"weight": number, "level": number}, or {"goals": that list, "rho": number}.`,
  )
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new CommandProblem(`${path} is not JSON.`)
  }
}

function scoreOf(goals: GoalFile['goals'], rho: number | undefined): number {
  try {
    return (rho === undefined ? goalAttainmentScore(goals) : goalAttainmentScore(goals, rho)).t
  } catch (problem) {
    if (problem instanceof GoalAttainmentError) throw new CommandProblem(sentences[problem.code])
    throw problem
  }
}
