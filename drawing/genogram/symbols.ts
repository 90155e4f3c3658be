import { element, type Ink, short, textAt, way } from '../svg.ts'
import { sizes, type Sketch, unit } from './measures.ts'
import type { Gender, Mark, Person } from './model.ts'

type Middle = Readonly<{ x: number; y: number }>

const half = unit / 2

/** The outline of a square, circle or diamond around a middle. */
function outline(
  shape: Gender,
  { x, y }: Middle,
  reach: number,
  ink: Ink,
  more: Readonly<Record<string, string | number>> = {},
): string {
  const look = { fill: ink.paper, stroke: ink.line, 'stroke-width': 2, ...more }
  if (shape === 'male')
    return element('rect', { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach, ...look })
  if (shape === 'female') return element('circle', { cx: x, cy: y, r: reach, ...look })
  return element('path', { d: way(diamond({ x, y }, reach), true), ...look })
}

const diamond = ({ x, y }: Middle, reach: number) => [
  { x, y: y - reach },
  { x: x + reach, y },
  { x, y: y + reach },
  { x: x - reach, y },
]

/** Whose symbol it is: the outer shape says how somebody sees themself. */
const shapeOf = ({ sex, identity, pet }: Person): Gender => (pet ? 'unknown' : (identity ?? sex))

/** The part of the symbol that lies left, or below, of its middle. */
function halfOf(shape: Gender, { x, y }: Middle, part: 'left' | 'lower'): string {
  const [left, right, top, bottom] = [x - half, x + half, y - half, y + half]
  if (shape === 'male')
    return part === 'left'
      ? `M${short(left)} ${short(top)}H${short(x)}V${short(bottom)}H${short(left)}Z`
      : `M${short(left)} ${short(y)}H${short(right)}V${short(bottom)}H${short(left)}Z`
  if (shape === 'female')
    return part === 'left'
      ? `M${short(x)} ${short(top)}A${half} ${half} 0 0 0 ${short(x)} ${short(bottom)}Z`
      : `M${short(left)} ${short(y)}A${half} ${half} 0 0 0 ${short(right)} ${short(y)}Z`
  return part === 'left'
    ? way(
        [
          { x, y: top },
          { x: left, y },
          { x, y: bottom },
        ],
        true,
      )
    : way(
        [
          { x: left, y },
          { x, y: bottom },
          { x: right, y },
        ],
        true,
      )
}

const fillings: readonly Readonly<{ mark: Mark; part: 'left' | 'lower'; hatched: boolean }>[] = [
  { mark: 'illness', part: 'left', hatched: false },
  { mark: 'illness-in-remission', part: 'left', hatched: true },
  { mark: 'misuse', part: 'lower', hatched: false },
  { mark: 'misuse-suspected', part: 'lower', hatched: true },
  { mark: 'misuse-in-recovery', part: 'lower', hatched: false },
]

/** The pattern of the hatched halves, once in a picture. */
export const hatching = (ink: Ink): string =>
  element(
    'defs',
    {},
    element(
      'pattern',
      { id: 'hatched', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      element('rect', { width: 2, height: 5, fill: ink.line }),
    ),
  )

function filled(person: Person, at: Middle, ink: Ink): string {
  const shape = shapeOf(person)
  const parts = fillings
    .filter(({ mark }) => person.marks.includes(mark))
    .map(({ part, hatched }) =>
      element('path', { d: halfOf(shape, at, part), fill: hatched ? 'url(#hatched)' : ink.line }),
    )
  const split = person.marks.includes('misuse-in-recovery')
    ? element('path', { d: way([at, { x: at.x, y: at.y + half }]), stroke: ink.paper, 'stroke-width': 4 })
    : ''
  return parts.join('') + split
}

const cross = ({ x, y }: Middle, reach: number, ink: Ink) =>
  element('path', {
    class: 'cross',
    d: `M${short(x - reach)} ${short(y - reach)}L${short(x + reach)} ${short(y + reach)}M${short(x + reach)} ${short(y - reach)}L${short(x - reach)} ${short(y + reach)}`,
    stroke: ink.line,
    'stroke-width': 1.5,
  })

/** How far the diagonals of a dead person reach: to the border of their shape. */
const crossReach: Readonly<Record<Gender, number>> = { male: half, female: half * 0.71, unknown: half * 0.5 }

/** The symbol of a person, without years and label. */
export function symbolOf(person: Person, at: Middle, ink: Ink, age = ''): string {
  const { x, y } = at
  const shape = shapeOf(person)
  switch (person.status) {
    case 'miscarriage':
      return element('circle', { cx: x, cy: y, r: 5, fill: ink.line })
    case 'abortion':
      return cross(at, 6, ink)
    case 'stillborn':
      return outline(shape, at, half / 2, ink) + cross(at, crossReach[shape] / 2, ink)
    case 'pregnancy': {
      const top = y - half * 0.8
      return element('path', {
        d: way(
          [
            { x, y: top },
            { x: x + half, y: y + half * 0.8 },
            { x: x - half, y: y + half * 0.8 },
          ],
          true,
        ),
        fill: ink.paper,
        stroke: ink.line,
        'stroke-width': 2,
      })
    }
    default:
      return wholeSymbol(person, at, ink, age)
  }
}

function wholeSymbol(person: Person, at: Middle, ink: Ink, age: string): string {
  const { x, y } = at
  const shape = shapeOf(person)
  const isTrans = person.identity !== null && person.identity !== person.sex && !person.pet
  const inner = isTrans ? outline(person.sex, at, half * 0.6, ink, { fill: 'none', 'stroke-width': 1.5 }) : ''
  const isDark = person.marks.some((mark) => fillings.some((filling) => filling.mark === mark))
  const words = age !== '' || shape !== 'unknown' || person.pet ? age : '?'
  return [
    person.index ? outline(shape, at, half + 4, ink, { 'stroke-width': 1.5, class: 'index' }) : '',
    outline(shape, at, half, ink, { class: 'symbol' }),
    filled(person, at, ink),
    inner,
    person.status === 'deceased' ? cross(at, crossReach[shape], ink) : '',
    textAt(x, y + 4, words, ink, { rim: isDark || person.status === 'deceased' || isTrans, class: 'age' }),
  ].join('')
}

const corner: Readonly<Partial<Record<Mark, string>>> = { smoker: 'S', obesity: 'O', 'language-problem': 'L' }

/** Letters at the corner, the wave above, the triangle of a secret. */
export function marksOf({ marks, index }: Person, { x, y }: Middle, ink: Ink): string {
  const letters = marks.flatMap((mark) => corner[mark] ?? []).join('')
  const reach = half + (index ? 4 : 0)
  const waves = [0, 1, 2, 3].map((step) => `q3 ${step % 2 === 0 ? -5 : 5} 6 0`).join('')
  return [
    textAt(x + reach + 3, y + reach - 1, letters, ink, { size: 10, anchor: 'start', weight: 'bold' }),
    marks.includes('immigration')
      ? element('path', {
          class: 'wave',
          d: `M${short(x - 12)} ${short(y - half - 24)}${waves}`,
          fill: 'none',
          stroke: ink.line,
          'stroke-width': 1.5,
        })
      : '',
    marks.includes('secret')
      ? element('path', {
          class: 'secret',
          d: way(
            [
              { x: x - reach - 11, y: y + 4 },
              { x: x - reach - 3, y: y + 4 },
              { x: x - reach - 7, y: y - 4 },
            ],
            true,
          ),
          fill: ink.line,
        })
      : '',
  ].join('')
}

/** The years above the symbol: birth left, death right. */
export const yearsOf = ({ birth, death }: Sketch, { x, y }: Middle, ink: Ink): string =>
  textAt(x - 7, y - half - 9, birth, ink, { size: sizes.small, anchor: 'end', class: 'birth' }) +
  textAt(x + 7, y - half - 9, death, ink, { size: sizes.small, anchor: 'start', class: 'death' })
