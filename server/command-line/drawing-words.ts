import { readFile } from 'node:fs/promises'
import type { Language } from '#contract/language.ts'
import { isPartialDate } from '#drawing/partial-date.ts'
import { DrawingProblem } from '#drawing/reading.ts'
import { CommandProblem } from './command.ts'

/** What stands behind `genogram` or `ecomap`: a file, and options of the form `--name value` or `--name=value`. */
export type DrawingWords = Readonly<{
  path: string
  flags: ReadonlySet<string>
  values: ReadonlyMap<string, string>
}>

/** Reads the words behind a command that draws. @throws CommandProblem for an option that the command does not know */
export function drawingWords(
  name: string,
  words: readonly string[],
  known: Readonly<{ flags: readonly string[]; values: readonly string[] }>,
): DrawingWords {
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const paths: string[] = []
  const left = [...words]
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [, option, given] = /^--([a-z-]+)(?:=(.*))?$/su.exec(word) ?? []
    if (option === undefined) paths.push(word)
    else if (known.flags.includes(option) && given === undefined) flags.add(option)
    else if (known.values.includes(option)) values.set(option, given ?? left.shift() ?? '')
    else throw new CommandProblem(`${name} does not know ${word}; ${optionsOf(known)}`)
  }
  const [path, ...more] = paths
  if (path === undefined || more.length > 0)
    throw new CommandProblem(`${name} needs exactly one JSON file; ${optionsOf(known)}`)
  return { path, flags, values }
}

const optionsOf = ({ flags, values }: Readonly<{ flags: readonly string[]; values: readonly string[] }>) =>
  `it knows ${[...values.map((value) => `--${value} …`), ...flags.map((flag) => `--${flag}`)].join(', ')}.`

/** The JSON of a file. */
export async function jsonOf(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandProblem(`${path} cannot be read; check the name of the file.`)
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : ''
    throw new CommandProblem(`${path} is not JSON: ${why}. Mend it there.`)
  }
}

const languageWords: Readonly<Record<string, Language>> = {
  zh: 'zh-CN',
  'zh-cn': 'zh-CN',
  'zh-hans': 'zh-CN',
  en: 'en',
  ru: 'ru',
}

/** The language of the words on the picture; English where none is said. */
export function languageIn({ values }: DrawingWords): Language {
  const word = values.get('lang') ?? 'en'
  const language = languageWords[word.toLowerCase()]
  if (!language) throw new CommandProblem(`--lang ${word} is not known; write zh-CN, en or ru.`)
  return language
}

/** The day that an option names; today by the calendar of this machine where it is not said. */
export function dayIn({ values }: DrawingWords, option: string): Readonly<{ day: string; said: boolean }> {
  const word = values.get(option)
  if (word === undefined) return { day: today(), said: false }
  if (!isPartialDate(word))
    throw new CommandProblem(`--${option} ${word} is no date; write it as 2026-01-31.`)
  return { day: word, said: true }
}

function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

/** Draws, and turns what cannot be drawn into one sentence that names the file. */
export function drawnOr<Drawn>(path: string, draw: () => Drawn): Drawn {
  try {
    return draw()
  } catch (problem) {
    if (problem instanceof DrawingProblem) throw new CommandProblem(`${path}: ${problem.message}`)
    throw problem
  }
}
