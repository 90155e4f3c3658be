import { drawEcomap } from '#drawing/ecomap/draw.ts'
import { measuresOf } from '#drawing/ecomap/measures.ts'
import { readEcomap } from '#drawing/ecomap/read.ts'
import type { Command } from './command.ts'
import { dayIn, drawingWords, drawnOr, jsonOf, languageIn } from './drawing-words.ts'

const known = {
  values: ['lang', 'as-of', 'title', 'author'],
  flags: ['initials', 'text', 'measures'],
} as const

/**
 * `ecomap FILE`: what is around a client in a JSON file (centre, systems, links) as an SVG picture, each system as
 * `<g data-system="id">`; with `--measures` as numbers in JSON, with `--text` in words.
 */
export const ecomap: Command = {
  name: 'ecomap',
  usage: 'FILE [--lang en] …',
  summary: 'The systems around a client in a JSON file as an SVG picture.',
  run: async (words) => {
    const said = drawingWords('ecomap', words, known)
    const [title, author] = [said.values.get('title'), said.values.get('author')]
    const look = {
      language: languageIn(said),
      day: dayIn(said, 'as-of').day,
      initials: said.flags.has('initials'),
      ...(title === undefined ? {} : { title }),
      ...(author === undefined ? {} : { author }),
    }
    const given = await jsonOf(said.path)
    const read = drawnOr(said.path, () => readEcomap(given))
    if (said.flags.has('measures')) return JSON.stringify(measuresOf(read), null, 2)
    const { svg, told } = drawEcomap(read, look)
    if (!said.flags.has('text')) return svg
    return told.flatMap(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line}`)]).join('\n')
  },
}
