import type { Language } from '#contract/language.ts'
import type { PartialDate } from '../partial-date.ts'
import { legendOf } from '../legend.ts'
import { element, type Ink, paperInk, picture, screenInk, textAt } from '../svg.ts'
import { cutTo, widthOf } from '../text.ts'
import { pictureWords } from './genogram.words.ts'
import { type Layout, layoutOf, type Standing } from './layout.ts'
import { legendItemsOf } from './legend.ts'
import { barOf, netOf } from './lines.ts'
import { shortNamesOf, sizes, sketchOf, unit } from './measures.ts'
import type { Genogram } from './model.ts'
import { obstaclesOf } from './obstacles.ts'
import { Routes } from './routes.ts'
import { type Hidden, shownOf } from './shown.ts'
import { hatching, marksOf, symbolOf, yearsOf } from './symbols.ts'
import { tieLines } from './tie-lines.ts'
import { householdLines } from './household-lines.ts'
import { tellGenogram, type Told } from './tell.ts'

export type GenogramLook = Readonly<{
  language: Language
  /** The day on which it is drawn: ages, and the date below the picture. */
  day: PartialDate
  /** Whether the family is shown as it was on that day, or with all that is known. */
  asOf?: boolean
  /** Names as initials, and nothing else that tells who they are: for sharing. */
  initials?: boolean
  income?: boolean
  hide?: Hidden
  title?: string
  source?: 'client' | 'worker'
  /** In the colours of a page, dark or light, instead of black on white. */
  onScreen?: boolean
}>

/** A genogram as a picture, with the same in words for whoever does not see it. */
export type DrawnGenogram = Readonly<{ svg: string; told: Told; width: number; height: number }>

/**
 * Draws a genogram after the standard symbols (McGoldrick and others). Everybody who is shown is drawn exactly once.
 * Pure: the same family gives the same picture, in whatever order its rows come.
 */
export function drawGenogram(genogram: Genogram, look: GenogramLook): DrawnGenogram {
  const { language, day, asOf = false, initials = false, income = false, hide = {} } = look
  const shown = shownOf(genogram, asOf ? day : null, hide)
  const shortNames = shortNamesOf(shown.persons)
  const sketches = new Map(
    shown.persons.map((person) => [
      person.id,
      sketchOf(person, { initials, income, day }, shortNames.get(person.id) ?? ''),
    ]),
  )
  const layout = layoutOf(shown, sketches)
  const names = new Map(
    shown.persons.map(({ id, name }) => [id, initials ? (shortNames.get(id) ?? '') : name]),
  )
  const withLabels = initials
    ? { ...shown, households: shown.households.map((each) => ({ ...each, label: '' })) }
    : shown
  const told = tellGenogram(
    withLabels,
    language,
    (id) => names.get(id) ?? '',
    (id) => sketches.get(id)?.age ?? '',
  )
  const ink = look.onScreen ? screenInk : paperInk
  const title = look.title ?? pictureWords.title[language]
  const below = belowOf(withLabels, layout, look, ink)
  const width = Math.max(layout.right, 520, widthOf(title, 16) + 60)
  const height = below.bottom
  const svg = picture(
    {
      kind: 'genogram',
      width,
      height,
      title,
      description: told.map(({ heading, lines }) => `${heading}: ${lines.join('; ')}.`).join(' '),
      ink,
      language,
    },
    hatching(ink),
    ...drawn(withLabels, layout, look, ink),
    below.svg,
  )
  return { svg, told, width, height }
}

/** What lies behind comes first: households, lines of the family, ties, people. */
function drawn(shown: Genogram, layout: Layout, look: GenogramLook, ink: Ink): string[] {
  const { standing, rows, nets, bars } = layout
  const obstacles = obstaclesOf(layout)
  const routes = new Routes(layout, obstacles)
  return [
    element(
      'g',
      { class: 'households' },
      ...householdLines(shown.households, layout, routes, obstacles, ink),
    ),
    element('g', { class: 'unions' }, ...bars.map((bar) => barOf(bar, standing, ink))),
    element(
      'g',
      { class: 'children' },
      ...nets.map((net) => netOf(net, standing, (row) => rows[row]?.y ?? 0, ink)),
    ),
    element('g', { class: 'ties' }, ...tieLines(shown, layout, routes, ink)),
    element('g', { class: 'people' }, ...[...standing.values()].map((each) => personOf(each, look, ink))),
  ]
}

function personOf({ sketch, x, y, labelTop, row }: Standing, look: GenogramLook, ink: Ink): string {
  const { person, lines, age } = sketch
  const at = { x, y }
  const hasIncome = look.income === true && look.initials !== true
  return element(
    'g',
    { 'data-person': person.id, 'data-row': row, class: `person ${person.status}` },
    symbolOf(person, at, ink, age),
    marksOf(person, at, ink),
    yearsOf(sketch, at, ink),
    hasIncome
      ? textAt(x, y - unit / 2 - 24, cutTo(person.income, 100, sizes.small), ink, {
          size: sizes.small,
          class: 'income',
        })
      : '',
    ...lines.map((words, index) =>
      textAt(x, labelTop + 11 + index * sizes.line, words, ink, {
        rim: true,
        class: index === 0 ? 'name' : 'about',
      }),
    ),
  )
}

function belowOf(
  shown: Genogram,
  layout: Layout,
  look: GenogramLook,
  ink: Ink,
): Readonly<{ svg: string; bottom: number }> {
  const { language, day, source } = look
  const width = Math.max(layout.right, 520) - 60
  const legend = legendOf(legendItemsOf(shown, language, ink), {
    heading: pictureWords.legend[language],
    left: 30,
    top: layout.bottom + 24,
    width,
    ink,
  })
  const bottom = layout.bottom + 24 + legend.height
  const said =
    source === undefined
      ? pictureWords.source
      : source === 'client'
        ? pictureWords.byClient
        : pictureWords.byWorker
  const hasBars = shown.unions.some(({ start, separation, divorce, reunion }) =>
    [start, separation, divorce, reunion].some(Boolean),
  )
  const notes = [
    ...(hasBars ? [pictureWords.bars[language]] : []),
    `${pictureWords.asOf[language]} ${day} · ${said[language]}`,
  ]
  return {
    svg:
      legend.svg +
      notes
        .map((words, index) =>
          textAt(30, bottom + 10 + index * 18, words, ink, { size: 11, anchor: 'start', class: 'note' }),
        )
        .join(''),
    bottom: bottom + notes.length * 18 + 14,
  }
}
