import { drawGenogram } from '#drawing/genogram/draw.ts'
import { readGenogram } from '#drawing/genogram/read.ts'
import { CommandProblem, type Command } from './command.ts'
import { dayIn, drawingWords, drawnOr, jsonOf, languageIn } from './drawing-words.ts'

const known = {
  values: ['lang', 'as-of', 'hide', 'title', 'source'],
  flags: ['initials', 'income', 'text'],
} as const

/**
 * `genogram FILE`: the family in a JSON file (persons, unions, childLinks, ties, households) as an SVG picture, each
 * person as `<g data-person="id">`. With `--as-of` as it was on that day; with `--text` in words instead.
 */
export const genogram: Command = {
  name: 'genogram',
  usage: 'FILE [--lang en] …',
  summary: 'The family in a JSON file as an SVG picture.',
  run: async (words) => {
    const said = drawingWords('genogram', words, known)
    const { day, said: asOf } = dayIn(said, 'as-of')
    const look = {
      language: languageIn(said),
      day,
      asOf,
      initials: said.flags.has('initials'),
      income: said.flags.has('income'),
      hide: hiddenIn(said.values.get('hide')),
      ...titleIn(said.values.get('title')),
      ...sourceIn(said.values.get('source')),
    }
    const given = await jsonOf(said.path)
    const { svg, told } = drawnOr(said.path, () => drawGenogram(readGenogram(given), look))
    if (!said.flags.has('text')) return svg
    return told.flatMap(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line}`)]).join('\n')
  },
}

function hiddenIn(word: string | undefined) {
  const parts = (word ?? '').split(',').filter((part) => part !== '')
  for (const part of parts)
    if (part !== 'losses' && part !== 'deceased')
      throw new CommandProblem(`--hide ${part} is not known; write losses, deceased or losses,deceased.`)
  return { losses: parts.includes('losses'), deceased: parts.includes('deceased') }
}

const titleIn = (title: string | undefined) => (title === undefined ? {} : { title })

function sourceIn(source: string | undefined) {
  if (source === undefined) return {}
  if (source === 'client' || source === 'worker') return { source } as const
  throw new CommandProblem(`--source ${source} is not known; write client or worker.`)
}
